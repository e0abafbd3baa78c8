#pragma once

#include <forms/course.h>
#include <forms/guide.h>
#include <forms/manifest.h>
#include <server/back_office.h>
#include <server/case_record.h>
#include <server/case_step.h>

#include <nlohmann/json.hpp>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace server_tests {

class SetClock final : public base::Clock
{
  public:
    [[nodiscard]] base::Timestamp now() const override { return time; }

    base::Timestamp time;
};

/// "2026-09-24T10:00" by the hall's clock.
[[nodiscard]] base::Timestamp hall(const std::string& time);

/// A back office inside the test, with a clock that the test moves, and guides and cases of the test's own.
class OfficeBench
{
  public:
    explicit OfficeBench(const std::string& now);
    ~OfficeBench();
    OfficeBench(const OfficeBench&) = delete;
    OfficeBench& operator=(const OfficeBench&) = delete;

    /// Stops the office and opens it again, as a restart does.
    void reopen();

    void at(const std::string& time) { clock.time = hall(time); }

    /// A shipped guide with changes, published under a version of its own.
    [[nodiscard]] forms::Guide guide(const std::string& code,
                                     const std::function<void(nlohmann::json&)>& change = {});

    /// The guide 户口迁移 as a licence: five working days to ask, deemed accepted after, promised in `promised`.
    [[nodiscard]] forms::Guide licence(const nlohmann::json& promised = {{"n", 5}, {"unit", "workday"}});

    /// A case with this course, one entry a line: {Act::Accepted, "2026-09-24T10:00", "reviewer"}.
    struct Told {
        forms::Act act;
        std::string at;
        std::string by = "clerk";
        std::vector<std::string> cites = {};
        std::string until = {};
    };

    [[nodiscard]] base::CaseId add(const forms::Guide& guide, const std::vector<Told>& course);

    /// Received and arrived, nothing else.
    [[nodiscard]] base::CaseId submitted(const forms::Guide& guide, const std::string& received);

    [[nodiscard]] server::CaseRecord record(base::CaseId id);
    [[nodiscard]] forms::Course course(base::CaseId id);

    [[nodiscard]] forms::CaseState state(base::CaseId id) { return record(id).index.state; }

    /// As a list shows it now.
    [[nodiscard]] forms::Light light(base::CaseId id);

    /// "deemed-accepted 2026-09-24 10:00"; entries from the n-th on.
    [[nodiscard]] std::vector<std::string> told(base::CaseId id, int from = 1);

    void sweep();

    [[nodiscard]] server::StepOutcome take(base::CaseId id,
                                           const api::ActionRequest& request,
                                           const forms::Person& person);

    [[nodiscard]] std::vector<api::RequestedAction> allowed(base::CaseId id, const forms::Person& person);

    /// Runs one statement on the records.
    void run(const std::string& sql, const std::vector<server::Value>& values = {});

    template <class Read>
    auto read(Read work)
    {
        return office->database
            ->write([&](server::Transaction& transaction) -> base::Result<decltype(work(transaction))> {
                return work(transaction);
            })
            .value();
    }

    SetClock clock;
    std::filesystem::path folder;
    std::unique_ptr<server::BackOffice> office;
};

}  // namespace server_tests
