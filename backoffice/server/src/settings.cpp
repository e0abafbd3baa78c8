#include <base/durable_file.h>
#include <server/settings.h>

#include <nlohmann/json.hpp>

#include <limits>

namespace server {

namespace {

constexpr auto Format = "onewindow-config/1";

/// Reads optional whole numbers above zero; what is not there keeps its value.
class LimitReader
{
  public:
    explicit LimitReader(const nlohmann::json& limits)
        : m_limits(limits)
    {}

    template <class Number>
    void read(const char* name, Number& value)
    {
        if (const auto number = find(name))
            value = static_cast<Number>(*number);
    }

    template <class Rep, class Period>
    void read(const char* name, std::chrono::duration<Rep, Period>& value)
    {
        if (const auto number = find(name))
            value = std::chrono::duration<Rep, Period>(static_cast<Rep>(*number));
    }

    [[nodiscard]] const std::string& wrong() const { return m_wrong; }

  private:
    std::optional<std::int64_t> find(const char* name)
    {
        const auto member = m_limits.find(name);
        if (member == m_limits.end())
            return std::nullopt;
        if (!member->is_number_integer() || *member < 1 || *member > std::numeric_limits<std::int32_t>::max())
        {
            m_wrong = name;
            return std::nullopt;
        }
        return member->get<std::int64_t>();
    }

    const nlohmann::json& m_limits;
    std::string m_wrong;
};

tl::unexpected<base::Error> wrongMember(const std::string& member)
{
    return base::fail(base::ErrorCode::BadInput,
                      "config.json: the member {member} is missing or has no sensible value.",
                      {{"member", member}});
}

}  // namespace

base::Result<Settings> readSettings(const std::filesystem::path& file)
{
    const auto bytes = base::readFile(file, std::size_t{1} << 20);
    if (!bytes)
        return base::passOn(bytes);
    const auto json = nlohmann::json::parse(*bytes, nullptr, false);
    if (!json.is_object() || json.value("format", nlohmann::json()) != Format)
        return wrongMember("format");
    Settings settings;
    for (const auto& [name, target] : {std::pair{"division", &settings.division},
                                       std::pair{"hall", &settings.hall},
                                       std::pair{"server", &settings.server}})
    {
        const auto member = json.find(name);
        if (member == json.end() || !member->is_string() || member->get_ref<const std::string&>().empty())
            return wrongMember(name);
        *target = member->get<std::string>();
    }
    for (const auto& [name, target] : {std::pair{"telephone", &settings.telephone},
                                       std::pair{"complaintTelephone", &settings.complaintTelephone}})
    {
        const auto member = json.find(name);
        if (member != json.end() && !member->is_string())
            return wrongMember(name);
        if (member != json.end())
            *target = member->get<std::string>();
    }
    const auto member = json.find("limits");
    const auto none = nlohmann::json::object();
    if (member != json.end() && !member->is_object())
        return wrongMember("limits");
    LimitReader reader(member == json.end() ? none : *member);
    auto& limits = settings.limits;
    reader.read("connections", limits.connections);
    reader.read("waiters", limits.waiters);
    reader.read("headerMilliseconds", limits.header);
    reader.read("bodyMilliseconds", limits.body);
    reader.read("keepAliveMilliseconds", limits.keepAlive);
    reader.read("slowestBytesPerSecond", limits.slowestBytes);
    reader.read("pageBytes", limits.pageBytes);
    reader.read("openUploads", limits.openUploads);
    reader.read("loginFailures", limits.loginFailures);
    reader.read("loginFailuresOfAddress", limits.loginFailuresOfAddress);
    reader.read("loginWindowSeconds", limits.loginWindow);
    reader.read("sessionHours", limits.session);
    reader.read("uploadHours", limits.upload);
    reader.read("sweepSeconds", limits.sweep);
    if (!reader.wrong().empty())
        return wrongMember(reader.wrong());
    return settings;
}

base::Status writeSettings(const std::filesystem::path& file, const Settings& settings)
{
    const nlohmann::ordered_json json{{"format", Format},
                                      {"division", settings.division},
                                      {"hall", settings.hall},
                                      {"telephone", settings.telephone},
                                      {"complaintTelephone", settings.complaintTelephone},
                                      {"server", settings.server},
                                      {"limits", nlohmann::ordered_json::object()}};
    return base::writeDurably(file, json.dump(2) + "\n");
}

}  // namespace server
