#include <desk/form_desk.h>

#include <base/date.h>
#include <forms/case_difference.h>
#include <forms/form_check.h>
#include <forms/identity_number.h>
#include <forms/prefill.h>

#include <variant>

namespace desk {

namespace {

constexpr std::size_t Steps = 200;

/// An answer in the words people see; a number is none that a form takes over.
std::string situationText(const forms::Guide& guide,
                          const std::string& question,
                          const forms::Answers& answers)
{
    const auto found = answers.find(question);
    const auto* asked = guide.findQuestion(question);
    if (found == answers.end() || asked == nullptr || std::holds_alternative<double>(found->second))
        return {};
    return forms::answerText(*asked, found->second);
}

bool isEmpty(const forms::FormData& data, const forms::Field& field)
{
    return data.text(field.pointer).value_or("").empty();
}

/// What a valid citizen number tells of a field (GB 11643): birth date and sex; nothing for any other field.
std::string fromNumber(const forms::CitizenNumber& number, const forms::Field& field)
{
    if (field.format == "date" || field.pointer == "/birth")
        return base::formatDate(number.birth);
    if (field.pointer == "/sex")
        return number.male ? "1" : "2";
    return {};
}

}  // namespace

std::vector<Prefill> fromSituation(const forms::Guide& guide,
                                   const forms::Form& form,
                                   const forms::FormData& data,
                                   const forms::Answers& answers)
{
    std::vector<Prefill> found;
    for (const auto& field : form.fields()) {
        const auto prefill = forms::parsePrefill(field.prefill);
        if (!prefill || prefill->source != forms::PrefillSource::Situation || !isEmpty(data, field))
            continue;
        if (auto text = situationText(guide, prefill->subject, answers); !text.empty())
            found.push_back({field.pointer, std::move(text), field.prefill});
    }
    return found;
}

FormDesk::FormDesk(std::shared_ptr<const forms::Guide> guide, std::string formId, forms::FormData data)
    : m_guide(std::move(guide))
    , m_formId(std::move(formId))
    , m_data(std::move(data))
{}

const forms::Form& FormDesk::form() const
{
    return *m_guide->findForm(m_formId);
}

std::vector<forms::FormProblem> FormDesk::problems(base::Date today) const
{
    return forms::checkForm(form(), m_data, today);
}

std::pair<int, int> FormDesk::filled() const
{
    int done = 0;
    int wanted = 0;
    for (const auto& field : form().fields())
        if (field.required) {
            ++wanted;
            const auto text = m_data.text(field.pointer);
            done += text && !text->empty() ? 1 : 0;
        }
    return {done, wanted};
}

std::vector<Prefill> FormDesk::prefills(const forms::Answers& answers) const
{
    std::optional<forms::CitizenNumber> number;
    for (const auto& field : form().fields())
        if (field.format == "cn-id" && !number)
            number = forms::CitizenNumber::parse(m_data.text(field.pointer).value_or(""));
    auto found = fromSituation(*m_guide, form(), m_data, answers);
    for (const auto& field : form().fields()) {
        const auto prefill = forms::parsePrefill(field.prefill);
        const bool byNumber = prefill
                              && (prefill->source == forms::PrefillSource::IdentityCard
                                  || prefill->source == forms::PrefillSource::Derived);
        if (!number || !byNumber || !isEmpty(m_data, field))
            continue;
        if (auto text = fromNumber(*number, field); !text.empty())
            found.push_back({field.pointer, std::move(text), field.prefill});
    }
    return found;
}

base::Status FormDesk::type(std::string_view pointer, std::string_view text)
{
    auto next = m_data;
    if (auto filled = form().fill(next, pointer, text); !filled)
        return filled;
    replace(std::move(next));
    return {};
}

void FormDesk::replace(forms::FormData data)
{
    if (data == m_data)
        return;
    m_undo.push_back(std::move(m_data));
    if (m_undo.size() > Steps)
        m_undo.erase(m_undo.begin());
    m_redo.clear();
    m_data = std::move(data);
}

void FormDesk::undo()
{
    if (m_undo.empty())
        return;
    m_redo.push_back(std::move(m_data));
    m_data = std::move(m_undo.back());
    m_undo.pop_back();
}

void FormDesk::redo()
{
    if (m_redo.empty())
        return;
    m_undo.push_back(std::move(m_data));
    m_data = std::move(m_redo.back());
    m_redo.pop_back();
}

}  // namespace desk
