#include <scanner/worker_message.h>

#include "bounded_json.h"
#include "page_json.h"

#include <scanner/frame.h>
#include <scanner/spool.h>

namespace scanner::worker {

using nlohmann::json;

namespace {

constexpr std::size_t LongestList = 10'000;
constexpr std::uint32_t LargestDpi = 100'000;

json toJson(const Greeting& greeting)
{
    return {{"answer", "hello"}, {"protocol", greeting.protocol}, {"drivers", greeting.drivers}};
}

json toJson(const Listed& listed)
{
    json devices = json::array();
    for (const auto& device : listed.devices)
        devices.push_back({{"id", device.id.toString()},
                           {"vendor", device.vendor},
                           {"model", device.model},
                           {"kind", device.kind}});
    return {{"answer", "list"}, {"devices", std::move(devices)}};
}

json toJson(const Opened&)
{
    return {{"answer", "open"}};
}

json toJson(const Able& able)
{
    const auto& abilities = able.abilities;
    json object{{"answer", "options"},
                {"sources", json::array()},
                {"modes", json::array()},
                {"resolutions", json::array()},
                {"range", abilities.anyBetween},
                {"width", abilities.width.value},
                {"height", abilities.height.value}};
    for (const auto source : abilities.sources)
        object["sources"].push_back(nameOf(source));
    for (const auto mode : abilities.modes)
        object["modes"].push_back(nameOf(mode));
    for (const auto dpi : abilities.resolutions)
        object["resolutions"].push_back(dpi.value);
    return object;
}

json toJson(const Accepted&)
{
    return {{"answer", "set"}};
}

json toJson(const Closed&)
{
    return {{"answer", "close"}};
}

json toJson(const Denied& denied)
{
    return {{"answer", "denied"}, {"fault", nameOf(denied.fault)}};
}

json toJson(const Progress& progress)
{
    return {{"event", "progress"}, {"bytes", progress.bytes}};
}

json toJson(const PageDone& done)
{
    auto object = scanner::toJson(done.page);
    object["event"] = "page";
    return object;
}

json toJson(const Fault& fault)
{
    return {{"event", "fault"}, {"status", nameOf(fault.status)}};
}

json toJson(const End& end)
{
    json object{{"event", "end"}, {"why", nameOf(end.end.why)}, {"pages", end.end.pages}};
    if (end.end.fault)
        object["status"] = nameOf(*end.end.fault);
    return object;
}

std::optional<Message> greetingFrom(const json& object)
{
    const auto protocol = countAt(object, "protocol", ProtocolVersion, ProtocolVersion);
    if (!protocol)
        return std::nullopt;
    Greeting greeting;
    for (const auto& driver : object.value("drivers", json::array())) {
        if (driver.is_string())
            greeting.drivers.push_back(driver.get<std::string>());
    }
    return greeting;
}

std::optional<Message> listedFrom(const json& object)
{
    const auto devices = object.find("devices");
    if (devices == object.end() || !devices->is_array() || devices->size() > LongestList)
        return std::nullopt;
    Listed listed;
    for (const auto& one : *devices) {
        auto id = one.is_object() ? DeviceId::parse(textAt(one, "id").value_or("")) : std::nullopt;
        if (!id)
            return std::nullopt;
        listed.devices.push_back({std::move(*id),
                                  textAt(one, "vendor").value_or(""),
                                  textAt(one, "model").value_or(""),
                                  textAt(one, "kind").value_or("")});
    }
    return listed;
}

template <class Value, class Parse>
bool readNames(const json& object, const char* member, Parse parse, std::vector<Value>& values)
{
    const auto names = object.find(member);
    if (names == object.end() || !names->is_array() || names->size() > LongestList)
        return false;
    for (const auto& name : *names) {
        const auto value = name.is_string() ? parse(name.get_ref<const std::string&>()) : std::nullopt;
        if (!value)
            return false;
        values.push_back(*value);
    }
    return true;
}

std::optional<Message> ableFrom(const json& object)
{
    Able able;
    const auto resolutions = object.find("resolutions");
    if (!readNames(object, "sources", parsePaperSource, able.abilities.sources)
        || !readNames(object, "modes", parseColourMode, able.abilities.modes) || resolutions == object.end()
        || !resolutions->is_array() || resolutions->size() > LongestList)
        return std::nullopt;
    for (const auto& dpi : *resolutions) {
        if (!dpi.is_number_unsigned() || dpi.get<std::uint64_t>() > LargestDpi)
            return std::nullopt;
        able.abilities.resolutions.push_back({dpi.get<int>()});
    }
    const auto range = object.find("range");
    able.abilities.anyBetween = range != object.end() && range->is_boolean() && range->get<bool>();
    able.abilities.width.value = numberAt(object, "width").value_or(0);
    able.abilities.height.value = numberAt(object, "height").value_or(0);
    return able;
}

std::optional<ScanFault> faultAt(const json& object, const char* member)
{
    return parseScanFault(textAt(object, member).value_or(""));
}

std::optional<Message> endFrom(const json& object)
{
    const auto why = parseEndReason(textAt(object, "why").value_or(""));
    const auto pages = countAt(object, "pages", 0, LastPageNumber);
    const auto fault = faultAt(object, "status");
    if (!why || !pages || (*why == EndReason::Faulted) != fault.has_value())
        return std::nullopt;
    return End{{*why, *pages, fault}};
}

std::optional<Message> answerFrom(const json& object, const std::string& answer)
{
    if (answer == "hello")
        return greetingFrom(object);
    if (answer == "list")
        return listedFrom(object);
    if (answer == "open")
        return Opened{};
    if (answer == "options")
        return ableFrom(object);
    if (answer == "set")
        return Accepted{};
    if (answer == "close")
        return Closed{};
    if (answer != "denied")
        return std::nullopt;
    const auto fault = faultAt(object, "fault");
    return fault ? std::optional<Message>(Denied{*fault}) : std::nullopt;
}

std::optional<Message> eventFrom(const json& object, const std::string& event)
{
    if (event == "progress") {
        const auto bytes = countAt(object, "bytes");
        return bytes ? std::optional<Message>(Progress{*bytes}) : std::nullopt;
    }
    if (event == "page") {
        auto page = pageFrom(object);
        return page ? std::optional<Message>(PageDone{std::move(*page)}) : std::nullopt;
    }
    if (event == "fault") {
        const auto status = faultAt(object, "status");
        return status ? std::optional<Message>(Fault{*status}) : std::nullopt;
    }
    return event == "end" ? endFrom(object) : std::nullopt;
}

std::optional<Message> messageFrom(const json& object)
{
    if (!object.is_object())
        return std::nullopt;
    if (const auto event = textAt(object, "event"))
        return eventFrom(object, *event);
    if (const auto answer = textAt(object, "answer"))
        return answerFrom(object, *answer);
    return std::nullopt;
}

}  // namespace

std::string encode(const Message& message)
{
    return std::visit([](const auto& one) { return print(toJson(one)); }, message);
}

base::Result<Message> decodeMessage(std::string_view text)
{
    const auto object = parseBounded(text, LongestFrame);
    auto message = object ? messageFrom(*object) : std::nullopt;
    if (!message)
        return base::fail(base::ErrorCode::BadInput,
                          "The scan worker said something that cannot be understood.");
    return std::move(*message);
}

}  // namespace scanner::worker
