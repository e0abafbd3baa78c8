#include "json_lines.h"

#include "bounded_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <vector>

namespace forms {

namespace {

/// Bytes that remember how far they were read: the parser tells no places itself.
class Reading
{
  public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    Reading(const char* at, const char** furthest)
        : m_at(at)
        , m_furthest(furthest)
    {}

    reference operator*() const { return *m_at; }

    Reading& operator++()
    {
        ++m_at;
        *m_furthest = std::max(*m_furthest, m_at);
        return *this;
    }

    Reading operator++(int)
    {
        auto before = *this;
        ++*this;
        return before;
    }

    bool operator==(const Reading& other) const { return m_at == other.m_at; }

    bool operator!=(const Reading& other) const { return m_at != other.m_at; }

  private:
    const char* m_at;
    const char** m_furthest;
};

}  // namespace

/// Hears of every value as the parser meets it, and writes down its pointer and line.
class JsonLines::Walk : public nlohmann::json_sax<nlohmann::json>
{
  public:
    Walk(JsonLines& lines, std::string_view json)
        : m_lines(lines)
        , m_counted(json.data())
        , m_furthest(json.data())
    {}

    const char** furthest() { return &m_furthest; }

    bool null() override { return value(); }

    bool boolean(bool) override { return value(); }

    bool number_integer(number_integer_t) override { return number(); }

    bool number_unsigned(number_unsigned_t) override { return number(); }

    bool number_float(number_float_t, const string_t&) override { return number(); }

    bool string(string_t&) override { return value(); }

    bool binary(binary_t&) override { return value(); }

    bool start_object(std::size_t) override { return open(Object); }

    bool key(string_t& name) override
    {
        m_levels.back().token = escapePointerToken(name);
        m_lines.m_lines[pointer()] = lineAt(m_furthest);
        return true;
    }

    bool end_object() override { return close(); }

    bool start_array(std::size_t) override { return open(Array); }

    bool end_array() override { return close(); }

    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override
    {
        // The parser may have read one sign beyond what it stumbled over.
        m_lines.m_brokenAt = lineAt(lastRead());
        return false;
    }

  private:
    static constexpr int Object = -1;
    static constexpr int Array = 0;

    struct Level {
        int next;  ///< index of the next element, or Object
        std::string token;
    };

    bool value() { return place(lineAt(m_furthest)); }

    /// The parser has read the sign after a number, which may be the line's end.
    bool number() { return place(lineAt(lastRead())); }

    [[nodiscard]] const char* lastRead() const { return m_furthest > m_counted ? m_furthest - 1 : m_counted; }

    bool place(int line)
    {
        if (m_levels.empty()) {
            m_lines.m_lines[""] = line;
        } else if (auto& level = m_levels.back(); level.next != Object) {
            level.token = std::to_string(level.next++);
            m_lines.m_lines[pointer()] = line;
        }
        return true;
    }

    bool open(int next)
    {
        value();
        m_levels.push_back({next, {}});
        return true;
    }

    bool close()
    {
        m_levels.pop_back();
        return true;
    }

    [[nodiscard]] std::string pointer() const
    {
        std::string text;
        for (const auto& level : m_levels)
            text += "/" + level.token;
        return text;
    }

    int lineAt(const char* place)
    {
        if (place > m_counted) {
            m_line += static_cast<int>(std::count(m_counted, place, '\n'));
            m_counted = place;
        }
        return m_line;
    }

    JsonLines& m_lines;
    std::vector<Level> m_levels;
    const char* m_counted;
    const char* m_furthest;
    int m_line = 1;
};

JsonLines::JsonLines(std::string_view json)
{
    Walk walk(*this, json);
    const char* end = json.data() + json.size();
    nlohmann::json::sax_parse(Reading(json.data(), walk.furthest()), Reading(end, walk.furthest()), &walk);
}

int JsonLines::lineOf(std::string_view pointer) const
{
    for (;;) {
        if (const auto found = m_lines.find(pointer); found != m_lines.end())
            return found->second;
        if (pointer.empty())
            return 1;
        pointer = pointer.substr(0, pointer.rfind('/'));
    }
}

}  // namespace forms
