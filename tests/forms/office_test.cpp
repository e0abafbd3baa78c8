#include "guide_folder.h"

#include <forms/guide.h>
#include <forms/identity_number.h>
#include <forms/office.h>

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

namespace {

using nlohmann::json;

const json Good = json::parse(R"json({
  "format": "onewindow-office/1", "release": 3, "issued": "2025-06-30T01:00:00.000Z",
  "divisions": [
    {"id": "330300", "parent": "", "level": "市", "name": "测试市"},
    {"id": "330399", "parent": "330300", "level": "县", "name": "测试区"}],
  "departments": [
    {"id": "housing", "division": "330399", "name": "测试区住房和城乡建设局", "aliases": ["测试区住建局"],
     "uscc": "11330399MB0000107R", "short": "测住建", "kind": "authority", "seal": "测试区住房和城乡建设局行政审批专用章",
     "telephone": "0000-0000001",
     "remedy": {"reconsideration": "测试区人民政府", "court": "测试区人民法院", "first": false}},
    {"id": "water", "division": "330399", "name": "测试区自来水公司(营业厅)", "aliases": [], "uscc": "", "short": "",
     "kind": "undertaking", "seal": "", "telephone": "0000-0000002", "remedy": null
}],
  "sites": [
    {"id": "hall", "division": "330399", "name": "测试区政务服务中心", "address": "测试路1号", "telephone": "0000-0000000",
     "complaints": "12345", "hours": {"mon": [["09:00", "12:00"], ["13:30", "17:00"]], "sat": [["00:00", "24:00"]]},
     "closed": ["2025-07-01"]}],
  "authority": [
    {"site": "hall", "matter": "*", "action": "receive"},
    {"site": "hall", "matter": "gt-sl", "action": "certify", "from": "2025-01-01", "until": "2025-12-31"}],
  "lapse": {"n": 30, "unit": "workday"}, "retention": null
})json");

forms::Office read(const json& document)
{
    return forms::officeFromJson(document.dump()).value();
}

TEST(Office, IsReadAsItStands)
{
    const auto office = read(Good);
    EXPECT_EQ(office.release, 3);
    EXPECT_EQ(office.issued, base::parseTimestamp("2025-06-30T01:00:00Z"));
    ASSERT_NE(office.findDivision("330399"), nullptr);
    EXPECT_EQ(office.findDivision("330399")->parent, "330300");
    const auto* housing = office.findDepartment("housing");
    ASSERT_NE(housing, nullptr);
    EXPECT_EQ(housing->shortName, "测住建");
    EXPECT_EQ(housing->kind, forms::DepartmentKind::Authority);
    EXPECT_EQ(housing->remedy, (forms::Remedy{"测试区人民政府", "测试区人民法院", false}));
    EXPECT_EQ(office.findDepartment("water")->remedy, std::nullopt);
    const auto* hall = office.findSite("hall");
    ASSERT_NE(hall, nullptr);
    using std::chrono::minutes;
    EXPECT_EQ(hall->hours[0],
              (std::vector<forms::OpenSpan>{{minutes{540}, minutes{720}}, {minutes{810}, minutes{1020}}}));
    EXPECT_EQ(hall->hours[5], (std::vector<forms::OpenSpan>{{minutes{0}, minutes{1440}}}));
    EXPECT_TRUE(hall->hours[1].empty());
    EXPECT_EQ(hall->closed, (std::set<base::Date>{base::parseDate("2025-07-01").value()}));
    ASSERT_EQ(office.authority.size(), 2U);
    EXPECT_EQ(office.authority[1].until, base::parseDate("2025-12-31"));
    EXPECT_EQ(office.lapse, (forms::Period{30, forms::TimeUnit::Workday, ""}));
    EXPECT_EQ(office.retention, std::nullopt);
    EXPECT_EQ(office.findDivision("nowhere"), nullptr);
    EXPECT_EQ(office.findDepartment("nobody"), nullptr);
    EXPECT_EQ(office.findSite("nowhere"), nullptr);
}

TEST(Office, GoesThroughJsonUnchanged)
{
    const auto office = read(Good);
    EXPECT_EQ(forms::officeFromJson(forms::officeToJson(office)).value(), office);
    EXPECT_NE(forms::Office(), office);
}

TEST(Office, ToleratesMembersItDoesNotKnow)
{
    auto newer = Good;
    newer["mood"] = "good";
    newer["sites"][0]["lifts"] = 2;
    EXPECT_EQ(read(newer), read(Good));
}

/// One change that makes the document unusable, and the member that is named for it.
struct Broken {
    const char* at;
    json value;
    const char* named;
};

TEST(Office, NamesTheMemberItCannotUse)
{
    const Broken cases[] = {
        {"/format", "onewindow-office/2", "/format"},
        {"/release", 0, "/release"},
        {"/issued", "yesterday", "/issued"},
        {"/divisions", json::array(), "/divisions"},
        {"/divisions/1/id", "330300", "/divisions/1/id"},
        {"/divisions/1/name", " ", "/divisions/1/name"},
        {"/divisions/1/parent", "330000", "/divisions/1/parent"},
        {"/divisions/1/parent", "330399", "/divisions/1/parent"},
        {"/divisions/0/parent", "330399", "/divisions/0/parent"},  // a ring of two
        {"/departments/1/id", "housing", "/departments/1/id"},
        {"/departments/1/id", "", "/departments/1/id"},
        {"/departments/0/name", "\u200b", "/departments/0/name"},
        {"/departments/0/division", "330398", "/departments/0/division"},
        {"/departments/0/kind", "company", "/departments/0/kind"},
        {"/departments/0/remedy", {{"first", false}}, "/departments/0/remedy"},
        {"/departments/0/remedy",
         {{"court", "测试区人民法院"}, {"first", true}},
         "/departments/0/remedy/first"},
        {"/departments/1/remedy", {{"court", "测试区人民法院"}}, "/departments/1/remedy"},
        {"/departments/0/aliases", json::array({1}), "/departments/0/aliases"},
        {"/sites/0/division", "", "/sites/0/division"},
        {"/sites/0/hours", json::array(), "/sites/0/hours"},
        {"/sites/0/hours/monday", json::array(), "/sites/0/hours/monday"},
        {"/sites/0/hours/mon", "09:00", "/sites/0/hours/mon"},
        {"/sites/0/hours/mon/0", {"12:00", "09:00"}, "/sites/0/hours/mon/0"},
        {"/sites/0/hours/mon/0", {"9:00", "12:00"}, "/sites/0/hours/mon/0"},
        {"/sites/0/hours/mon/1", {"11:59", "17:00"}, "/sites/0/hours/mon/1"},  // begins before the first ends
        {"/sites/0/hours/mon/1", {"13:30", "24:01"}, "/sites/0/hours/mon/1"},
        {"/sites/0/hours/mon/1", {"13:60", "17:00"}, "/sites/0/hours/mon/1"},
        {"/sites/0/hours/mon/1", {"13:30"}, "/sites/0/hours/mon/1"},
        {"/sites/0/closed", json::array({"2025-02-30"}), "/sites/0/closed"},
        {"/authority/0/site", "elsewhere", "/authority/0/site"},
        {"/authority/0/matter", "", "/authority/0/matter"},
        {"/authority/0/action", "seal", "/authority/0/action"},
        {"/authority/1/until", "2024-12-31", "/authority/1/until"},
        {"/lapse", {{"n", 0}, {"unit", "day"}}, "/lapse"},
        {"/lapse", {{"unit", "on_spot"}}, "/lapse"},
        {"/lapse", {{"n", 1}, {"unit", "year"}}, "/lapse/unit"},
        {"/retention", {{"n", 5}, {"unit", "hour"}}, "/retention"},
    };
    for (const auto& broken : cases) {
        auto document = Good;
        document[json::json_pointer(broken.at)] = broken.value;
        const auto office = forms::officeFromJson(document.dump());
        ASSERT_FALSE(office) << broken.at << ' ' << broken.value;
        EXPECT_EQ(office.error().code, base::ErrorCode::BadInput);
        EXPECT_EQ(office.error().arguments.back().value, broken.named) << broken.value;
    }
}

TEST(Office, IsNotReadFromWhatIsTooLargeTooDeepOrNoJson)
{
    EXPECT_FALSE(forms::officeFromJson(std::string(forms::MaxOfficeJson + 1, ' ')));
    EXPECT_FALSE(forms::officeFromJson(std::string(65, '[')));
    EXPECT_FALSE(forms::officeFromJson(Good.dump().substr(0, 200)));
    EXPECT_FALSE(forms::officeFromJson("[]"));
}

TEST(Office, FindsADepartmentByItsCodeBeforeItsName)
{
    const auto office = read(Good);
    EXPECT_EQ(office.departmentOf({"测试区自来水公司(营业厅)", "11330399mb0000107r", ""}),
              office.findDepartment("housing"));
}

TEST(Office, FindsADepartmentByNameOrAliasHoweverItIsTyped)
{
    const auto office = read(Good);
    const auto* housing = office.findDepartment("housing");
    EXPECT_EQ(office.departmentOf({"测试区住房和城乡建设局", "", ""}), housing);
    EXPECT_EQ(office.departmentOf({" 测试区 住建局　", "", ""}), housing);
    EXPECT_EQ(office.departmentOf({"测试区自来水公司（营业厅）", "", ""}), office.findDepartment("water"));
    // a code nobody has is no reason not to look at the name
    EXPECT_EQ(office.departmentOf({"测试区住建局", "11330399MB0000019B", ""}), housing);
}

forms::Office demo()
{
    return forms::officeFromJson(
               tests::readText(std::filesystem::path(OW_SOURCE_DIR) / "forms/offices/330399.office.json"))
        .value();
}

TEST(SampleOffice, KnowsEveryDepartmentOfTheSampleGuides)
{
    const auto office = demo();
    for (const auto& file : tests::filesIn(tests::guideFolder())) {
        const auto guide = forms::readGuide(tests::readText(file)).value();
        auto named = guide.jointDepartments;
        named.push_back(guide.department);
        for (const auto& child : guide.children)
            named.push_back({child.department, {}, {}});
        for (const auto& department : named)
            EXPECT_NE(office.departmentOf(department), nullptr) << guide.code << ' ' << department.name;
    }
}

TEST(SampleOffice, SaysWhereToTurnToExactlyForAuthorities)
{
    const auto office = demo();
    ASSERT_FALSE(office.departments.empty());
    for (const auto& department : office.departments) {
        EXPECT_EQ(department.remedy.has_value(), department.kind == forms::DepartmentKind::Authority)
            << department.name;
        EXPECT_TRUE(forms::isCreditCode(department.uscc)) << department.name;
        EXPECT_FALSE(department.shortName.empty()) << department.name;
        EXPECT_FALSE(department.telephone.empty()) << department.name;
    }
    // 行政复议法 art. 24: the government of the same level; art. 27: taxes upwards, and 税收征收管理法 art. 88 first
    EXPECT_EQ(office.findDepartment("market")->remedy->reconsideration, "测试区人民政府");
    EXPECT_EQ(office.findDepartment("tax")->remedy,
              (forms::Remedy{"国家税务总局测试市税务局", "测试区人民法院", true}));
}

TEST(Office, FindsNoDepartmentForAnotherNameOrNone)
{
    const auto office = read(Good);
    EXPECT_EQ(office.departmentOf({"测试区交通运输局", "", ""}), nullptr);
    EXPECT_EQ(office.departmentOf({}), nullptr);
    EXPECT_EQ(office.departmentOf({"\u200b", "", ""}), nullptr);
    EXPECT_EQ(forms::Office().departmentOf({"测试区住建局", "", ""}), nullptr);
}

}  // namespace
