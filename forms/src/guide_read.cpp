#include "bounded_json.h"
#include "guide_json.h"
#include "schema.h"

#include <forms_data/guide_schema.h>

#include <charconv>

namespace forms {

namespace {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;
using i18n::phrase;

constexpr std::size_t MaxReported = 100;

const Schema& publishedSchema()
{
    static const Schema schema = Schema::compile(Json::parse(forms_data::guide_schema)).value();
    return schema;
}

/// Whether the value there is the unit that the first format does not have.
bool isUnitOfSecondFormat(const Json& json, const std::string& pointer)
{
    return pointer.ends_with("/unit") && json.at(Json::json_pointer(pointer)) == nameOf(TimeUnit::WorkHour);
}

void addViolation(const Violation& violation, const Json& json, GuideProblems& problems)
{
    if (violation.keyword == "enum" && isUnitOfSecondFormat(json, violation.pointer))
        problems.add(violation.pointer,
                     phrase("The unit work_hour at {path} needs the format onewindow-guide/2."));
    else if (violation.keyword == "required")
        problems.add(
            violation.pointer,
            phrase("The guide lacks the member {member} at {path}.", {{"member", violation.expected}}));
    else
        problems.add(
            violation.pointer,
            phrase("The guide has a value at {path} that its format does not allow ({rule}: {expected}).",
                   {{"rule", violation.keyword}, {"expected", violation.expected}}));
}

void readNames(const Json& json, Guide& guide)
{
    guide.code = textOf(json, "code");
    guide.version = textOf(json, "version");
    guide.effectiveFrom = base::parseDate(textOf(json.at("effective"), "from")).value_or(base::Date{});
    guide.effectiveUntil = base::parseDate(textOf(json.at("effective"), "until"));
    guide.mainName = textOf(json.at("name"), "main");
    guide.subName = textOf(json.at("name"), "sub");
    guide.itemName = textOf(json.at("name"), "item");
    guide.aliases = textsOf(json, "aliases");
    guide.initials = textsOf(json, "initials");
    const auto codes = json.value("codes", Json::object());
    guide.catalogCode = textOf(codes, "catalog");
    guide.taskCode = textOf(codes, "task");
    guide.itemCode = textOf(codes, "item");
    const auto type = json.value("type", Json::object());
    guide.type = {textOf(type, "code"), textOf(type, "name")};
    const auto level = json.value("level", Json::object());
    guide.level = {textOf(level, "code"), textOf(level, "name")};
}

void readService(const Json& json, Guide& guide)
{
    const auto& department = json.at("department");
    guide.department = {textOf(department, "name"), textOf(department, "uscc"), ""};
    for (const auto& joint : json.value("joint_departments", Json::array()))
        guide.jointDepartments.push_back(
            {textOf(joint, "name"), textOf(joint, "uscc"), textOf(joint, "role")});
    guide.serviceObjects = textsOf(json, "service_objects");
    guide.handling = textOf(json, "handling") == "immediate" ? Handling::Immediate : Handling::Committed;
    guide.decides = textOf(json, "decides") == "window" ? DecidedBy::Window : DecidedBy::Department;
    guide.visits = json.value("visits", 1);
    for (const auto& fee : json.value("fees", Json::array())) {
        const auto amount = fee.find("amount");
        guide.fees.push_back(
            {textOf(fee, "name"),
             amount != fee.end() && amount->is_number() ? std::optional(amount->get<double>()) : std::nullopt,
             textOf(fee, "unit"),
             textOf(fee, "note")});
    }
    guide.legalBasis = textsOf(json, "legal_basis");
    guide.conditions = textsOf(json, "conditions");
    guide.flow = textsOf(json, "flow");
    for (const auto& result : json.value("results", Json::array()))
        guide.results.push_back({textOf(result, "name"), textsOf(result, "delivery")});
    guide.offlineAcceptance = json.value("offline_acceptance", false);
}

template <class Read, class Item>
void readList(
    const Json& json, const char* member, Read read, std::vector<Item>& items, GuideProblems& problems)
{
    const auto found = json.find(member);
    if (found == json.end())
        return;
    for (std::size_t i = 0; i < found->size(); ++i)
        items.push_back(read((*found)[i], "/" + std::string(member) + "/" + std::to_string(i), problems));
}

void readLists(const Json& json, Guide& guide, GuideProblems& problems)
{
    guide.limits = readLimits(json.at("limits"));
    readList(json, "routes", readRoute, guide.routes, problems);
    readList(json, "questions", readQuestion, guide.questions, problems);
    readList(json, "materials", readMaterial, guide.materials, problems);
    readList(json, "children", readChild, guide.children, problems);
    for (const auto& party : json.value("parties", Json::array()))
        guide.parties.push_back({textOf(party, "role"),
                                 textOf(party, "form"),
                                 textOf(party, "name"),
                                 textOf(party, "number"),
                                 textsOf(party, "id_types")});
    for (const auto& item : json.value("local_sub_items", Json::array()))
        guide.localSubItems.push_back({textOf(item, "name"), textOf(item, "maps_to")});
    for (const auto& example : json.value("examples", Json::array()))
        guide.examples.push_back(readExample(example));
}

/// Forms keep the order in which their author wrote the members: it is the order of the columns. Nothing else is kept
/// of this second reading.
void readForms(std::string_view bytes, Guide& guide, GuideProblems& problems)
{
    const auto onlyForms = [](int depth, OrderedJson::parse_event_t event, const OrderedJson& parsed) {
        return depth != 1 || event != OrderedJson::parse_event_t::key || parsed == "forms";
    };
    const auto ordered = OrderedJson::parse(bytes, onlyForms);
    const auto& forms = ordered.at("forms");
    for (std::size_t i = 0; i < forms.size(); ++i) {
        const auto& json = forms[i];
        auto form = Form::make(json.at("id").get<std::string>(),
                               json.at("name").get<std::string>(),
                               json.at("schema").dump(),
                               json.at("ui").dump());
        if (form)
            guide.forms.push_back(std::move(*form));
        else
            problems.addInside("/forms/" + std::to_string(i), form.error());
    }
}

/// Empty where the format is none of a guide, or one that is read here.
std::string newerFormatIn(const Json& json)
{
    constexpr std::string_view Name = "onewindow-guide/";
    const auto format = json.is_object() ? textOf(json, "format") : std::string();
    if (!format.starts_with(Name))
        return {};
    int number = 0;
    const auto* const end = format.data() + format.size();
    const auto read = std::from_chars(format.data() + Name.size(), end, number);
    return read.ec == std::errc{} && read.ptr == end && number > NewestGuideFormat ? format : std::string();
}

}  // namespace

std::vector<std::string> textsOf(const Json& object, const char* member)
{
    const auto found = object.find(member);
    return found == object.end() ? std::vector<std::string>() : found->get<std::vector<std::string>>();
}

std::string textOf(const Json& object, const char* member)
{
    const auto found = object.find(member);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

GuideReading readGuideFully(std::string_view bytes)
{
    GuideReading reading;
    const auto json = parseBounded(bytes);
    if (!json) {
        reading.problems.addInside("", json.error());
        return reading;
    }
    if (const auto newer = newerFormatIn(*json); !newer.empty()) {
        reading.problems.add(
            "/format",
            phrase("The guide is of the format {format}, which is newer than this program reads.",
                   {{"format", newer}}));
        return reading;
    }
    for (const auto& violation : publishedSchema().validate(*json))
        if (reading.problems.all().size() < MaxReported)
            addViolation(violation, *json, reading.problems);
    if (!reading.problems.empty())
        return reading;
    try {
        readNames(*json, reading.guide);
        readService(*json, reading.guide);
        readLists(*json, reading.guide, reading.problems);
        readForms(bytes, reading.guide, reading.problems);
    } catch (const Json::exception&) {
        reading.problems.add("", phrase("The guide has a member of a kind its format does not allow."));
        return reading;
    }
    reading.guide.sha256 = base::Digest::of(bytes);
    checkReferences(reading.guide, reading.problems);
    return reading;
}

base::Result<Guide> readGuide(std::string_view bytes)
{
    auto reading = readGuideFully(bytes);
    if (reading.problems.empty())
        return std::move(reading.guide);
    const auto& text = reading.problems.all().front().text;
    return base::fail(base::ErrorCode::BadInput, std::string(text.id), text.arguments);
}

std::string newerFormatOf(std::string_view bytes)
{
    const auto json = parseBounded(bytes);
    return json ? newerFormatIn(*json) : std::string();
}

}  // namespace forms
