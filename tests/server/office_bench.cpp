#include "office_bench.h"

#include <base/durable_file.h>
#include <server/case_course.h>
#include <server/case_index.h>
#include <server/case_store.h>
#include <server/clock_sweep.h>
#include <server/course_store.h>
#include <server/demo.h>
#include <server/guide_store.h>

#include <gtest/gtest.h>

#include <stdexcept>

namespace server_tests {

namespace {

constexpr auto Division = "330399";

template <class Value>
Value wanted(base::Result<Value> value)
{
    if (!value)
        throw std::runtime_error(base::describe(value.error()));
    return std::move(*value);
}

}  // namespace

base::Timestamp hall(const std::string& time)
{
    return base::parseTimestamp(time + ":00+08:00").value();
}

OfficeBench::OfficeBench(const std::string& now)
{
    std::string pattern = (std::filesystem::temp_directory_path() / "onewindow-bench-XXXXXX").string();
    folder = ::mkdtemp(pattern.data());
    clock.time = hall(now);
    if (const auto made = server::makeDemo(folder, clock); !made)
        throw std::runtime_error(base::describe(made.error()));
    reopen();
}

OfficeBench::~OfficeBench()
{
    office.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
}

void OfficeBench::reopen()
{
    office.reset();
    office = wanted(server::BackOffice::open(folder, clock));
}

forms::Guide OfficeBench::guide(const std::string& code, const std::function<void(nlohmann::json&)>& change)
{
    const auto file = std::filesystem::path(OW_SOURCE_DIR) / "forms/guides" / (code + ".guide.json");
    auto json = nlohmann::json::parse(wanted(base::readFile(file)));
    if (change)
        change(json);
    const auto bytes = json.dump();
    auto guide = wanted(forms::readGuide(bytes));
    EXPECT_TRUE(office->database->write([&](server::Transaction& transaction) -> base::Status {
        server::GuideStore(transaction).add(guide.code, guide.version, bytes);
        return {};
    }));
    return guide;
}

forms::Guide OfficeBench::licence(const nlohmann::json& promised)
{
    return guide("hk-qy", [&](nlohmann::json& json) {
        auto& limits = json["limits"];
        limits["correction"] = {{"regime", "xkf32"},
                                {"window", {{"n", 5}, {"unit", "workday"}}},
                                {"on_expiry", "deemed_accepted_from_receipt_date"},
                                {"once", true}};
        limits["promised"] = promised;
        limits["legal"] = {{"n", 20}, {"unit", "workday"}};
        limits["extension"] = {{"n", 10}, {"unit", "workday"}};
        limits["special_procedures"] = {{{"code", "jy"}, {"name", "检验"}, {"stops_clock", true}}};
        json["handling"] = "committed";
    });
}

base::CaseId OfficeBench::add(const forms::Guide& guide, const std::vector<Told>& course)
{
    server::CaseRecord record;
    record.id = base::CaseId::make(clock.time);
    record.division = Division;
    record.matter = guide.code;
    record.matterName = guide.name();
    record.guide = guide.sha256;
    record.official = record.id.toString();
    record.received = hall(course.front().at);
    std::vector<forms::CourseEntry> entries;
    for (const auto& told : course) {
        forms::CourseEntry entry;
        entry.act = told.act;
        entry.at = entry.noted = hall(told.at);
        entry.by = told.by;
        entry.role = forms::Role::Clerk;
        entry.revision = 1;
        entry.cites = told.cites;
        entry.until = base::parseDate(told.until);
        entries.push_back(std::move(entry));
    }
    const auto done = office->database->write([&](server::Transaction& transaction) -> base::Status {
        auto rules = office->guides.rules(transaction, Division);
        auto kept = office->guides.find(transaction, guide.sha256);
        if (!rules || !kept)
            return base::fail(base::ErrorCode::NotFound, "The bench has no such guide.");
        auto begun = server::CaseCourse::begin(transaction, {record, *kept, *rules});
        if (auto written = begun.write(entries, clock.time); !written)
            return written;
        begun.close(api::ChangeKind::Receipt, clock.time);
        return {};
    });
    if (!done)
        throw std::runtime_error(base::describe(done.error()));
    return record.id;
}

base::CaseId OfficeBench::submitted(const forms::Guide& guide, const std::string& received)
{
    return add(
        guide,
        {{forms::Act::Received, received}, {forms::Act::Sealed, received}, {forms::Act::Arrived, received}});
}

server::CaseRecord OfficeBench::record(base::CaseId id)
{
    return read(
        [id](server::Transaction& transaction) { return server::CaseStore(transaction).find(id).value(); });
}

forms::Course OfficeBench::course(base::CaseId id)
{
    return read(
        [id](server::Transaction& transaction) { return server::CourseStore(transaction).ofCase(id); });
}

forms::Light OfficeBench::light(base::CaseId id)
{
    const auto found = record(id);
    return read([&](server::Transaction& transaction) {
        return server::summaryOf(found, *office->guides.rules(transaction, Division).value(), clock.time)
            .light;
    });
}

std::vector<std::string> OfficeBench::told(base::CaseId id, int from)
{
    std::vector<std::string> lines;
    for (const auto& entry : course(id))
        if (entry.n >= from)
            lines.push_back(std::string(nameOf(entry.act)) + " " + base::formatHallTime(entry.at));
    return lines;
}

void OfficeBench::sweep()
{
    const auto swept = server::sweepOnce(*office);
    EXPECT_TRUE(swept) << base::describe(swept.error());
}

namespace {

base::Result<server::CaseCourse> openCase(server::BackOffice& office,
                                          server::Transaction& transaction,
                                          base::CaseId id,
                                          base::Timestamp now)
{
    auto context = server::contextOf(office, transaction, server::CaseStore(transaction).find(id).value());
    if (!context)
        return base::passOn(context);
    return server::CaseCourse::open(transaction, std::move(*context), now);
}

}  // namespace

server::StepOutcome OfficeBench::take(base::CaseId id,
                                      const api::ActionRequest& request,
                                      const forms::Person& person)
{
    return wanted(
        office->database->write([&](server::Transaction& transaction) -> base::Result<server::StepOutcome> {
            auto opened = openCase(*office, transaction, id, clock.time);
            if (!opened)
                return base::passOn(opened);
            return server::CaseSteps(transaction, *opened)
                .take(request, base::Digest::of(api::toJson(request)), person, clock.time);
        }));
}

std::vector<api::RequestedAction> OfficeBench::allowed(base::CaseId id, const forms::Person& person)
{
    return wanted(office->database->write(
        [&](server::Transaction& transaction) -> base::Result<std::vector<api::RequestedAction>> {
            auto opened = openCase(*office, transaction, id, clock.time);
            if (!opened)
                return base::passOn(opened);
            return server::CaseSteps(transaction, *opened).allowedTo(person, clock.time);
        }));
}

void OfficeBench::run(const std::string& sql, const std::vector<server::Value>& values)
{
    EXPECT_TRUE(office->database->write([&](server::Transaction& transaction) -> base::Status {
        transaction.run(sql, values);
        return {};
    }));
}

}  // namespace server_tests
