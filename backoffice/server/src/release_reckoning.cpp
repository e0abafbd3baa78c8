#include <server/release_reckoning.h>

#include <forms/clocks.h>
#include <server/case_index.h>
#include <server/case_store.h>
#include <server/change_store.h>
#include <server/course_store.h>
#include <server/guide_store.h>

#include <algorithm>
#include <map>
#include <memory>

namespace server {

namespace {

/// Guides by digest, each read once.
class Guides
{
  public:
    explicit Guides(Transaction& transaction)
        : m_transaction(transaction)
    {}

    /// One that is not there or does not read is a damaged row.
    const forms::Guide& get(const base::Digest& sha256)
    {
        auto& kept = m_guides[sha256];
        if (kept)
            return *kept;
        const auto bytes = GuideStore(m_transaction).find(sha256);
        auto guide = forms::readGuide(bytes.value_or(std::string()));
        if (!guide)
            throw DamagedRow{"guides", sha256.toString()};
        kept = std::make_unique<forms::Guide>(std::move(*guide));
        return *kept;
    }

  private:
    Transaction& m_transaction;
    std::map<base::Digest, std::unique_ptr<forms::Guide>> m_guides;
};

/// Does the same with each case, and steps over what is damaged.
template <class Work>
std::vector<DamagedRow> forEachCase(Transaction& transaction, RowsRead<base::CaseId> cases, const Work& work)
{
    for (const auto id : cases.whole)
        try {
            if (const auto record = CaseStore(transaction).find(id))
                work(*record, CourseStore(transaction).ofCase(id));
        } catch (const DamagedRow& row) {
            cases.damaged.push_back(row);
        }
    return std::move(cases.damaged);
}

/// Everything the clock would write by now.
std::vector<forms::CourseEntry> broughtBy(const forms::Guide& guide,
                                          forms::Course course,
                                          const Rules& rules,
                                          base::Timestamp now)
{
    const auto known = course.size();
    while (true) {
        auto brought = forms::clockEntries(guide, course, rules.calendar, rules.office, now);
        if (brought.empty())
            return {course.begin() + static_cast<std::ptrdiff_t>(known), course.end()};
        for (auto& entry : brought)
            append(course, std::move(entry));
    }
}

bool holds(const std::vector<forms::CourseEntry>& entries, const forms::CourseEntry& wanted)
{
    return std::any_of(entries.begin(), entries.end(), [&](const forms::CourseEntry& entry) {
        return entry.act == wanted.act && entry.cites == wanted.cites;
    });
}

}  // namespace

std::vector<DamagedRow> reckonAnew(Transaction& transaction,
                                   const std::string& division,
                                   const Rules& rules,
                                   base::Timestamp now)
{
    Guides guides(transaction);
    CaseStore cases(transaction);
    return forEachCase(
        transaction,
        cases.notReckonedBy(division, rules.release),
        [&](CaseRecord record, const forms::Course& course) {
            const auto before = record.index;
            record.index = indexOf(guides.get(record.guide), course, rules, now);
            cases.update(record);
            const auto& after = record.index;
            const bool moved =
                before.due != after.due || (before.release != 0 && before.dueAt != after.dueAt);
            if (moved && forms::traitsOf(after.state).underWay)
                ChangeStore(transaction)
                    .add(division, {{}, record.id, record.revision, api::ChangeKind::Due, after.state, now});
        });
}

std::vector<Consequence> consequencesOf(Transaction& transaction,
                                        const std::string& division,
                                        const Rules& before,
                                        const Rules& after,
                                        base::Timestamp now)
{
    Guides guides(transaction);
    std::vector<Consequence> consequences;
    const auto damaged =
        forEachCase(transaction,
                    CaseStore(transaction).underWay(division),
                    [&](const CaseRecord& record, const forms::Course& course) {
                        const auto& guide = guides.get(record.guide);
                        const auto anyway = broughtBy(guide, course, before, now);
                        for (auto& entry : broughtBy(guide, course, after, now))
                            if (!holds(anyway, entry))
                                consequences.push_back({record.id, record.official, std::move(entry)});
                    });
    return consequences;
}

}  // namespace server
