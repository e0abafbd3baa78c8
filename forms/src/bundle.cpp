#include <forms/bundle.h>

#include <algorithm>

namespace forms {

namespace {

/// A bundle in the making: puts each child behind the one it waits for. The reader has refused rings.
class Plan
{
  public:
    Plan(const Guide& guide, const Answers& visible, base::Timestamp start, const Calendar& calendar)
        : m_guide(guide)
        , m_start(start)
        , m_calendar(calendar)
    {
        for (const auto& child : guide.children)
            if (child.when.holds(visible))
                m_asked.push_back(&child);
    }

    std::vector<ChildPlan> run()
    {
        for (const auto* child : m_asked)
            place(*child);
        return std::move(m_plans);
    }

  private:
    [[nodiscard]] const ChildPlan* planned(const std::string& id) const
    {
        const auto found = std::find_if(
            m_plans.begin(), m_plans.end(), [&id](const ChildPlan& plan) { return plan.id == id; });
        return found == m_plans.end() ? nullptr : &*found;
    }

    [[nodiscard]] const ChildMatter* before(const ChildMatter& child) const
    {
        const auto* next = m_guide.findChild(child.after);
        while (next && std::find(m_asked.begin(), m_asked.end(), next) == m_asked.end())
            next = m_guide.findChild(next->after);
        return next;
    }

    void place(const ChildMatter& child)
    {
        if (planned(child.id))
            return;
        ChildPlan plan{child.id, child.department, {}, {child.limit, {}, {}}};
        auto start = std::optional(m_start);
        if (const auto* first = before(child)) {
            place(*first);
            plan.after = first->id;
            start = endOf(planned(first->id)->due);
        }
        if (start)
            plan.due = childDeadline(*start, child.limit, m_calendar);
        m_plans.push_back(std::move(plan));
    }

    /// Nothing where the date is not known: then what waits for it has none either.
    [[nodiscard]] static std::optional<base::Timestamp> endOf(const Deadline& due)
    {
        if (due.moment)
            return due.moment;
        if (!due.date)
            return std::nullopt;
        return base::Timestamp(std::chrono::sys_days{*due.date}) - base::HallOffset;
    }

    const Guide& m_guide;
    base::Timestamp m_start;
    const Calendar& m_calendar;
    std::vector<const ChildMatter*> m_asked;
    std::vector<ChildPlan> m_plans;
};

}  // namespace

std::vector<ChildPlan> planChildren(const Guide& guide,
                                    const Answers& visible,
                                    base::Timestamp start,
                                    const Calendar& calendar)
{
    return Plan(guide, visible, start, calendar).run();
}

Deadline childDeadline(base::Timestamp start, const Period& limit, const Calendar& calendar)
{
    Limits limits;
    limits.promised = limit;
    limits.clockStarts = ClockStart::Received;
    return deadlinesOf(limits, {start, {}, {}, {}}, calendar).promised.value_or(Deadline{limit, {}, {}});
}

}  // namespace forms
