#pragma once

#include <base/clock.h>
#include <base/date.h>
#include <base/digest.h>
#include <base/result.h>

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace forms {

inline constexpr int MaxNesting = 64;

/// Parses foreign bytes: error BadInput above `limit` bytes, deeper than MaxNesting, for broken UTF-8 and for
/// what is no JSON. `what` names the thing in the sentence ("manifest").
[[nodiscard]] base::Result<nlohmann::json> parseJson(std::string_view bytes,
                                                     std::string_view what,
                                                     std::size_t limit);

/// Compact JSON, members in the order of their names; broken UTF-8 becomes U+FFFD.
[[nodiscard]] std::string writeJson(const nlohmann::json& value);

/// Reads the members of one JSON object. The first member that is missing or not what it must be is remembered
/// and reading goes on with empty values, so that a codec reads like a list and asks status() once at its end.
/// Members nobody asks for are tolerated; null counts as absent. Borrows the JSON. `what` is the format's name in
/// the sentence; the path of the member is told, never its value.
class JsonReader
{
  public:
    JsonReader(const nlohmann::json& object, std::string_view what);

    [[nodiscard]] bool has(std::string_view name) const;
    [[nodiscard]] const nlohmann::json* find(std::string_view name) const;

    [[nodiscard]] std::string text(std::string_view name);    ///< must be there
    [[nodiscard]] std::string textOr(std::string_view name);  ///< absent = empty
    [[nodiscard]] std::int64_t integer(std::string_view name, std::int64_t least, std::int64_t most);
    [[nodiscard]] double number(std::string_view name);
    [[nodiscard]] bool flagOr(std::string_view name, bool otherwise);
    [[nodiscard]] base::Digest digest(std::string_view name);
    [[nodiscard]] base::Timestamp time(std::string_view name);
    [[nodiscard]] base::Date date(std::string_view name);
    [[nodiscard]] std::vector<std::string> texts(std::string_view name);              ///< absent = none
    [[nodiscard]] std::map<std::string, std::string> textMap(std::string_view name);  ///< absent = none

    /// A text that `parse` understands: an id, an enum's token.
    template <class Value>
    [[nodiscard]] Value parsed(std::string_view name, std::optional<Value> (*parse)(std::string_view))
    {
        const auto value = parse(text(name));
        if (!value)
            reject(name);
        return value.value_or(Value{});
    }

    template <class Id>
    [[nodiscard]] Id id(std::string_view name)
    {
        return parsed<Id>(name, &Id::parse);
    }

    /// An array of texts that `parse` understands; absent = none.
    template <class Value>
    [[nodiscard]] std::vector<Value> parsedList(std::string_view name,
                                                std::optional<Value> (*parse)(std::string_view))
    {
        std::vector<Value> values;
        for (const auto& text : texts(name)) {
            const auto value = parse(text);
            if (!value)
                reject(name);
            else
                values.push_back(*value);
        }
        return values;
    }

    /// Each object of an array; absent = none.
    void each(std::string_view name, const std::function<void(JsonReader&)>& read);

    /// The object that is a member; where it must be and is not, an empty one.
    [[nodiscard]] JsonReader object(std::string_view name);

    /// Remembers that this member is not what it must be; `name` empty = the object itself.
    void reject(std::string_view name);

    [[nodiscard]] base::Status status() const;

  private:
    struct Trouble;
    JsonReader(const nlohmann::json& object, std::string path, std::shared_ptr<Trouble> trouble);

    [[nodiscard]] const nlohmann::json* need(std::string_view name);

    const nlohmann::json* m_object;
    std::string m_path;
    std::shared_ptr<Trouble> m_trouble;  ///< shared by the readers of one document, which live on one stack
};

}  // namespace forms
