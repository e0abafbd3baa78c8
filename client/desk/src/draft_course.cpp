#include "draft_course.h"

#include <algorithm>

namespace desk {

namespace {

using forms::Act;

forms::CourseEntry entryOf(Act act, const forms::Case& draft, const AtWindow& by)
{
    forms::CourseEntry entry;
    entry.act = act;
    entry.at = by.now;
    entry.noted = by.now;
    entry.by = by.user;
    entry.role = by.role;
    entry.site = by.site;
    entry.revision = draft.revision;
    return entry;
}

template <class Which>
void takeOut(forms::Course& course, const Which& which)
{
    std::erase_if(course, which);
    for (std::size_t i = 0; i < course.size(); ++i)
        course[i].n = static_cast<int>(i) + 1;
}

bool isPaperEntry(const forms::CourseEntry& entry, std::string_view kind)
{
    return (entry.act == Act::NoticeMade || entry.act == Act::NoticeHandedOver) && entry.paper == kind;
}

/// A commitment that does not say any more what is put off.
void dropCommitment(forms::Case& draft)
{
    const auto kind = nameOf(forms::PaperKind::DeferralCommitment);
    std::erase_if(draft.notices, [kind](const forms::NoticeRecord& notice) { return notice.kind == kind; });
    takeOut(draft.course, [kind](const forms::CourseEntry& entry) { return isPaperEntry(entry, kind); });
    std::erase_if(draft.materials, [kind](const forms::CaseMaterial& entry) { return entry.id == kind; });
}

}  // namespace

void noteReceived(forms::Case& draft, const AtWindow& by)
{
    append(draft.course, entryOf(Act::Received, draft, by));
}

void noteSealed(forms::Case& draft, const AtWindow& by)
{
    append(draft.course, entryOf(Act::Sealed, draft, by));
}

void notePaper(forms::Case& draft, forms::NoticeRecord record, const AtWindow& by)
{
    const auto kind = record.kind;
    std::erase_if(draft.notices, [&kind](const forms::NoticeRecord& known) { return known.kind == kind; });
    takeOut(draft.course, [&kind](const forms::CourseEntry& entry) { return isPaperEntry(entry, kind); });
    auto made = entryOf(Act::NoticeMade, draft, by);
    made.paper = kind;
    append(draft.course, std::move(made));
    draft.notices.push_back(std::move(record));
}

void noteHandedOver(forms::Case& draft,
                    forms::PaperKind kind,
                    const forms::HandedOver& handed,
                    const AtWindow& by)
{
    for (auto& notice : draft.notices)
        if (notice.kind == nameOf(kind))
            notice.handed = handed;
    auto entry = entryOf(Act::NoticeHandedOver, draft, by);
    entry.paper = nameOf(kind);
    entry.taker = handed.to;
    append(draft.course, std::move(entry));
}

Deferrals deferralsOf(const forms::Case& draft)
{
    Deferrals all;
    for (const auto& entry : draft.materials)
        if (entry.deferredUntil)
            all.emplace(std::pair(entry.id, entry.party), *entry.deferredUntil);
    return all;
}

void followDeferrals(const Deferrals& before, forms::Case& draft, const AtWindow& by)
{
    const auto now = deferralsOf(draft);
    if (now == before)
        return;
    takeOut(draft.course, [&](const forms::CourseEntry& entry) {
        return entry.act == Act::Deferred
               && std::none_of(now.begin(), now.end(), [&entry](const auto& deferral) {
                      return entry.cites == std::vector{deferral.first.first}
                             && entry.until == deferral.second;
                  });
    });
    for (const auto& [place, until] : now) {
        const auto known = before.find(place);
        if (known != before.end() && known->second == until)
            continue;
        auto entry = entryOf(Act::Deferred, draft, by);
        entry.cites = {place.first};
        entry.until = until;
        append(draft.course, std::move(entry));
    }
    dropCommitment(draft);
}

void beginRevision(forms::Case& draft)
{
    const auto commitment = nameOf(forms::PaperKind::DeferralCommitment);
    const bool putOff = !deferralsOf(draft).empty();
    draft.course.clear();
    std::erase_if(draft.notices, [&](const forms::NoticeRecord& notice) {
        return !(putOff && notice.kind == commitment);
    });
    draft.settled.clear();
    // Why something stays is said once; whether it may is the reviewer's to settle.
    std::erase_if(draft.answersTo,
                  [](const forms::MarkAnswer& answer) { return answer.how != forms::AnswerHow::Stays; });
    draft.insisted = false;
    draft.insistedRoute.clear();
}

}  // namespace desk
