#include <desk/review_desk.h>

#include "correction_paper.h"

#include <forms/citation.h>
#include <forms/step.h>

#include <algorithm>

namespace desk {

using base::ErrorCode;
using base::fail;

namespace {

constexpr int AskedTwice = 2;

/// Where the cited material lies in the manifest; the whole case where it was not handed in.
std::string pointerTo(const forms::Manifest& manifest, std::string_view cited)
{
    const auto material = cited.substr(0, cited.find('/'));
    const auto& all = manifest.sealed.materials;
    const auto found = std::find_if(
        all.begin(), all.end(), [material](const forms::CaseMaterial& each) { return each.id == material; });
    return found == all.end() ? std::string("/materials")
                              : "/materials/" + std::to_string(found - all.begin());
}

base::Status checkPoint(const forms::Guide& guide, std::string_view point)
{
    if (point.empty() || forms::isDemand(forms::citationOf(guide, point)))
        return {};
    return fail(ErrorCode::BadArgument,
                "{point} is no material or review point of this case's guide version.",
                {{"point", std::string(point)}});
}

/// Whether the form has such a field, or such a column in a row of a table.
bool hasField(const forms::Form& form, std::string_view pointer)
{
    for (const auto& field : form.fields()) {
        if (field.pointer == pointer)
            return true;
        if (field.kind != forms::FieldKind::Table || !pointer.starts_with(field.pointer + "/"))
            continue;
        const auto row = pointer.find('/', field.pointer.size() + 1);
        const auto column = row == pointer.npos ? std::string_view() : pointer.substr(row);
        const auto& columns = field.columns;
        if (column.empty()
            || std::any_of(columns.begin(), columns.end(), [column](const forms::Field& each) {
                   return each.pointer == column;
               }))
            return true;
    }
    return false;
}

/// What the back office would refuse, told before it is asked. A demand that cites nothing of the guide goes there all the
/// same: the supervisor is to hear of it.
base::Status checkRequest(const Dossier& dossier, const api::ActionRequest& request)
{
    const auto step = api::stepOf(request);
    if (!std::holds_alternative<forms::Action>(request.action))
        return {};
    if (step.action == forms::Action::RequestCorrection || step.action == forms::Action::ReturnToWindow)
        for (const auto& cite : step.cites)
            if (auto cited = checkPoint(*dossier.guide, cite); !cited)
                return cited;
    if (step.action == forms::Action::RequestCorrection)
        return {};
    return forms::checkStep(
        step, *dossier.guide, dossier.detail.course, dossier.calendar, dossier.office, dossier.shown);
}

}  // namespace

ReviewDesk::ReviewDesk(offline::Workplace& workplace, offline::SignIn& signIn)
    : m_workplace(workplace)
    , m_signIn(signIn)
{}

base::Result<offline::BackOfficeClient*> ReviewDesk::backOffice(std::stop_token)
{
    const auto session = m_workplace.sessions().current();
    if (!session)
        return base::passOn(session);
    if (!m_client) {
        auto line = m_signIn.openLine();
        if (!line)
            return base::passOn(line);
        m_line = std::move(*line);
        m_client = std::make_unique<offline::BackOfficeClient>(*m_line);
    }
    m_client->useToken(session->token);
    return m_client.get();
}

base::Result<std::vector<api::CaseSummary>> ReviewDesk::list(std::optional<forms::CaseState> state,
                                                             std::stop_token stop)
{
    const auto client = backOffice(stop);
    if (!client)
        return base::passOn(client);
    std::vector<api::CaseSummary> all;
    api::CasesQuery query;
    query.state = state;
    do {
        auto portion = (*client)->cases(query, stop);
        if (!portion)
            return base::passOn(portion);
        std::move(portion->cases.begin(), portion->cases.end(), std::back_inserter(all));
        query.cursor = portion->cursor;
    } while (!query.cursor.empty());
    return all;
}

base::Result<base::CaseId> ReviewDesk::resolve(std::string_view text, std::stop_token stop)
{
    if (const auto id = base::CaseId::parse(text))
        return *id;
    const auto cases = list(std::nullopt, stop);
    if (!cases)
        return base::passOn(cases);
    const auto found = std::find_if(
        cases->begin(), cases->end(), [text](const api::CaseSummary& row) { return row.number == text; });
    if (found == cases->end())
        return fail(ErrorCode::NotFound, "There is no case {case}.", {{"case", std::string(text)}});
    return found->caseId;
}

base::Result<Dossier> ReviewDesk::show(base::CaseId id, std::stop_token stop)
{
    const auto client = backOffice(stop);
    if (!client)
        return base::passOn(client);
    auto detail = (*client)->caseDetail(id, stop);
    if (!detail)
        return base::passOn(detail);
    auto calendar = m_workplace.catalogue().calendar();
    if (!calendar)
        return base::passOn(calendar);
    auto office = m_workplace.catalogue().office();
    if (!office)
        return base::passOn(office);
    Dossier dossier{std::move(*detail), {}, nullptr, std::move(*calendar), std::move(*office)};
    dossier.shown = m_workplace.clock().now();
    for (const auto& revision : dossier.detail.revisions) {
        const auto jws = forms::peekJws(revision.manifest);
        if (!jws)
            return base::passOn(jws);
        if (jws->digest() != revision.digest)
            return fail(ErrorCode::Damaged,
                        "Revision {revision} of the case is not what its digest says.",
                        {{"revision", std::to_string(revision.revision)}});
        auto manifest = forms::manifestFromJson(jws->payload);
        if (!manifest)
            return base::passOn(manifest);
        dossier.revisions.push_back(std::move(*manifest));
    }
    if (dossier.revisions.empty())
        return fail(ErrorCode::Damaged, "The back office has no revision of the case.");
    const auto& wanted = dossier.newest().sealed.guide.sha256;
    if (auto known = m_workplace.catalogue().guide(wanted)) {
        dossier.guide = std::move(*known);
        return dossier;
    }
    const auto bytes = (*client)->guide(wanted, stop);
    if (!bytes)
        return base::passOn(bytes);
    auto guide = forms::readGuide(*bytes);
    if (!guide)
        return base::passOn(guide);
    dossier.guide = std::make_shared<const forms::Guide>(std::move(*guide));
    return dossier;
}

std::vector<forms::CaseClock> Dossier::clocks() const
{
    return forms::clocks(*guide, detail.course, calendar, office, shown);
}

std::vector<forms::CaseDifference> Dossier::changes() const
{
    if (revisions.size() < 2)
        return {};
    return forms::differencesOf(*guide, revisions[revisions.size() - 2].sealed, newest().sealed);
}

base::Result<std::string> ReviewDesk::pageImage(const base::Digest& page, std::stop_token stop)
{
    const auto client = backOffice(stop);
    return client ? (*client)->page(page, stop) : base::passOn(client);
}

base::Result<api::ActionAnswer> ReviewDesk::claim(base::CaseId id, std::stop_token stop)
{
    return act(id, {forms::Action::Claim, {}, {}, {}, {}, {}}, stop);
}

base::Result<api::ActionAnswer> ReviewDesk::release(base::CaseId id, std::stop_token stop)
{
    return act(id, {forms::Action::Release, {}, {}, {}, {}, {}}, stop);
}

base::Result<forms::Annotation> ReviewDesk::annotate(base::CaseId id,
                                                     base::PageId page,
                                                     const forms::PercentBox& box,
                                                     std::string_view point,
                                                     std::string_view text,
                                                     std::stop_token stop)
{
    const auto dossier = show(id, stop);
    if (!dossier)
        return base::passOn(dossier);
    const auto* marked = dossier->newest().sealed.findPage(page);
    if (marked == nullptr)
        return fail(ErrorCode::NotFound, "The case has no page {page}.", {{"page", page.toString()}});
    if (auto cited = checkPoint(*dossier->guide, point); !cited)
        return base::passOn(cited);
    auto annotation = newMark(*dossier, text);
    annotation.page = page;
    annotation.pageDigest = marked->sha256;
    annotation.box = box;
    annotation.point = point;
    annotation.verdict = point.empty() ? "" : "fail";
    return (*backOffice(stop))->annotate(annotation, stop);
}

base::Result<forms::Annotation> ReviewDesk::annotateField(base::CaseId id,
                                                          const forms::FieldPlace& place,
                                                          std::string_view point,
                                                          std::string_view text,
                                                          std::stop_token stop)
{
    const auto dossier = show(id, stop);
    if (!dossier)
        return base::passOn(dossier);
    const auto& sealed = dossier->newest().sealed;
    const auto* form = dossier->guide->findForm(place.form);
    // A row may be named by its id or by its place; kept is the name that stays with it.
    const auto target = forms::fieldTarget(sealed, place);
    if (form == nullptr || !forms::fieldPlaceOf(sealed, target) || !hasField(*form, place.pointer))
        return fail(ErrorCode::NotFound,
                    "The case has no field {field}.",
                    {{"field", place.form + place.pointer}});
    if (auto cited = checkPoint(*dossier->guide, point); !cited)
        return base::passOn(cited);
    auto annotation = newMark(*dossier, text);
    annotation.pointer = target;
    annotation.point = point;
    annotation.verdict = "fail";
    return (*backOffice(stop))->annotate(annotation, stop);
}

forms::Annotation ReviewDesk::newMark(const Dossier& dossier, std::string_view text) const
{
    forms::Annotation annotation;
    annotation.created = m_workplace.clock().now();
    annotation.id = base::AnnotationId::make(annotation.created);
    // The back office writes down who is logged in, whatever stands here.
    if (const auto session = m_workplace.sessions().current())
        annotation.creator = session->user.name;
    annotation.text = text;
    annotation.caseId = dossier.detail.summary.caseId;
    annotation.revision = dossier.newest().sealed.revision;
    return annotation;
}

base::Result<forms::Annotation> ReviewDesk::reply(base::CaseId id,
                                                  base::AnnotationId to,
                                                  std::string_view text,
                                                  std::stop_token stop)
{
    return answer(id, to, text, {}, std::move(stop));
}

base::Result<forms::Annotation> ReviewDesk::settle(base::CaseId id,
                                                   base::AnnotationId mark,
                                                   MarkVerdict verdict,
                                                   std::stop_token stop)
{
    return answer(id, mark, {}, verdict == MarkVerdict::Corrected ? "pass" : "fail", std::move(stop));
}

base::Result<forms::Annotation> ReviewDesk::answer(base::CaseId id,
                                                   base::AnnotationId to,
                                                   std::string_view text,
                                                   std::string_view verdict,
                                                   std::stop_token stop)
{
    const auto dossier = show(id, stop);
    if (!dossier)
        return base::passOn(dossier);
    const auto& marks = dossier->detail.annotations;
    const auto answered = std::find_if(
        marks.begin(), marks.end(), [to](const forms::Annotation& mark) { return mark.id == to; });
    if (answered == marks.end())
        return fail(ErrorCode::NotFound, "The case has no mark {mark}.", {{"mark", to.toString()}});
    forms::Annotation annotation = *answered;
    annotation.created = m_workplace.clock().now();
    annotation.id = base::AnnotationId::make(annotation.created);
    annotation.motivation = forms::Motivation::Replying;
    annotation.inReplyTo = to;
    annotation.text = text;
    annotation.verdict = verdict;
    return (*backOffice(stop))->annotate(annotation, stop);
}

base::Result<std::string> ReviewDesk::correctionNotice(const Dossier& dossier,
                                                       const std::vector<CorrectionPoint>& points)
{
    auto sealed = forms::checkableCase(dossier.newest(), *dossier.guide);
    sealed.officialNumber = dossier.detail.summary.number;
    return correctionPaper(m_workplace, *dossier.guide, sealed, correctionItems(points, *dossier.guide));
}

base::Result<api::ActionAnswer> ReviewDesk::sendBack(base::CaseId id,
                                                     forms::Action action,
                                                     const std::vector<CorrectionPoint>& points,
                                                     const std::string& reason,
                                                     std::stop_token stop)
{
    const auto dossier = show(id, stop);
    if (!dossier)
        return base::passOn(dossier);
    ReviewStep step{action, reason, {}, std::nullopt, std::nullopt, {}};
    for (const auto& point : points) {
        step.cites.push_back(point.cited);
        if (point.marked)
            continue;
        auto mark = newMark(*dossier, point.wrong);
        mark.pointer = pointerTo(dossier->newest(), point.cited);
        mark.point = point.cited;
        mark.verdict = "fail";
        const auto set = (*backOffice(stop))->annotate(mark, stop);
        if (!set)
            return base::passOn(set);
    }
    return act(id, step, stop);
}

base::Result<api::ActionAnswer> ReviewDesk::act(base::CaseId id, const ReviewStep& step, std::stop_token stop)
{
    const auto dossier = show(id, stop);
    if (!dossier)
        return base::passOn(dossier);
    api::ActionRequest request;
    request.id = base::ActionId::make(m_workplace.clock().now());
    request.action = step.action;
    request.revision = dossier->detail.summary.revision;
    request.reason = step.reason;
    request.cites = step.cites;
    request.until = step.until;
    request.period = step.period;
    request.procedure = step.procedure;
    request.child = step.child;
    request.taker = step.taker;
    request.how = step.how;
    request.proof = step.proof;
    if (auto right = checkRequest(*dossier, request); !right)
        return base::passOn(right);
    auto* client = *backOffice(stop);
    auto answer = client->act(id, request, stop);
    // A lost answer leaves open whether the step was taken; the same id asks for the same answer.
    for (int asked = 1; !answer && answer.error().code == ErrorCode::Network && asked < AskedTwice; ++asked)
        answer = client->act(id, request, stop);
    return answer;
}

}  // namespace desk
