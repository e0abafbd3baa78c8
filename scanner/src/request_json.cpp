#include <scanner/worker_message.h>

#include "bounded_json.h"

#include <scanner/frame.h>
#include <scanner/spool.h>

#include <base/encoding.h>

namespace scanner::worker {

using nlohmann::json;

namespace {

constexpr double LargestArea = 10'000;  // mm
constexpr std::uint32_t LargestDpi = 100'000;

json toJson(const Hello&)
{
    return {{"op", "hello"}, {"protocol", ProtocolVersion}};
}

json toJson(const List&)
{
    return {{"op", "list"}};
}

json toJson(const Open& open)
{
    return {{"op", "open"}, {"device", open.device.toString()}};
}

json toJson(const Options&)
{
    return {{"op", "options"}};
}

json toJson(const Set& set)
{
    json object{{"op", "set"},
                {"device", set.request.device.toString()},
                {"source", nameOf(set.request.source)},
                {"dpi", set.request.dpi.value},
                {"mode", nameOf(set.request.mode)},
                {"width", set.request.width.value},
                {"height", set.request.height.value}};
    if (set.request.pageLimit)
        object["pages"] = *set.request.pageLimit;
    return object;
}

json toJson(const Start& start)
{
    auto key = start.key.toString();
    json object{{"op", "start"},
                {"spool", start.folder.string()},
                {"key", base::toHex(key)},
                {"first", start.firstNumber}};
    base::wipe(key);
    return object;
}

json toJson(const Cancel&)
{
    return {{"op", "cancel"}};
}

json toJson(const Close&)
{
    return {{"op", "close"}};
}

std::optional<Request> openFrom(const json& object)
{
    const auto text = textAt(object, "device");
    auto device = text ? DeviceId::parse(*text) : std::nullopt;
    return device ? std::optional<Request>(Open{std::move(*device)}) : std::nullopt;
}

bool isLength(std::optional<double> length)
{
    return length && *length > 0 && *length <= LargestArea;
}

std::optional<Request> setFrom(const json& object)
{
    const auto device = DeviceId::parse(textAt(object, "device").value_or(""));
    const auto source = parsePaperSource(textAt(object, "source").value_or(""));
    const auto mode = parseColourMode(textAt(object, "mode").value_or(""));
    const auto dpi = countAt(object, "dpi", 1, LargestDpi);
    const auto width = numberAt(object, "width");
    const auto height = numberAt(object, "height");
    if (!device || !source || !mode || !dpi || !isLength(width) || !isLength(height))
        return std::nullopt;
    ScanRequest request{*device, *source, {static_cast<int>(*dpi)}, *mode, {}, {*width}, {*height}};
    if (object.contains("pages")) {
        request.pageLimit = countAt(object, "pages", 1, LastPageNumber);
        if (!request.pageLimit)
            return std::nullopt;
    }
    return Set{std::move(request)};
}

std::optional<Request> startFrom(const json& object)
{
    const auto folder = textAt(object, "spool");
    auto hex = textAt(object, "key").value_or("");
    auto bytes = base::fromHex(hex).value_or("");
    const auto key = base::Key::fromBytes(bytes);
    base::wipe(hex);
    base::wipe(bytes);
    const auto first = countAt(object, "first", 1, LastPageNumber);
    if (!folder || folder->empty() || !key || !first)
        return std::nullopt;
    return Start{*folder, *key, *first};
}

std::optional<Request> requestFrom(const json& object)
{
    const auto op = object.is_object() ? textAt(object, "op").value_or("") : std::string();
    if (op == "hello")
        return countAt(object, "protocol", ProtocolVersion, ProtocolVersion) ? std::optional<Request>(Hello{})
                                                                             : std::nullopt;
    if (op == "list")
        return List{};
    if (op == "open")
        return openFrom(object);
    if (op == "options")
        return Options{};
    if (op == "set")
        return setFrom(object);
    if (op == "start")
        return startFrom(object);
    if (op == "cancel")
        return Cancel{};
    if (op == "close")
        return Close{};
    return std::nullopt;
}

}  // namespace

std::string encode(const Request& request)
{
    return std::visit([](const auto& one) { return print(toJson(one)); }, request);
}

base::Result<Request> decodeRequest(std::string_view text)
{
    const auto object = parseBounded(text, LongestFrame);
    auto request = object ? requestFrom(*object) : std::nullopt;
    if (!request)
        return base::fail(base::ErrorCode::BadInput,
                          "The scan worker got an order that it does not understand.");
    return std::move(*request);
}

}  // namespace scanner::worker
