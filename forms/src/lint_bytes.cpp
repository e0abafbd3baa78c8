#include "bounded_json.h"
#include "json_lines.h"
#include "lint_parts.h"

#include <base/utf8.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace forms {

namespace {

using i18n::phrase;

constexpr std::string_view ByteOrderMark = "\xEF\xBB\xBF";

int lineAt(std::string_view bytes, std::size_t offset)
{
    return 1
           + static_cast<int>(
               std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

bool isUtf16(std::string_view bytes)
{
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")
           || bytes.starts_with(std::string_view("{\0", 2)) || bytes.starts_with(std::string_view("\0{", 2));
}

unsigned char byteAt(std::string_view bytes, std::size_t place)
{
    return place < bytes.size() ? static_cast<unsigned char>(bytes[place]) : 0;
}

/// How many bytes the character of GB 18030 at that place has; 0 = it is none.
std::size_t lengthInGbk(std::string_view bytes, std::size_t place)
{
    const auto first = byteAt(bytes, place);
    const auto second = byteAt(bytes, place + 1);
    if (first < 0x80)
        return 1;
    if (first == 0x80 || first == 0xFF)
        return 0;
    if (second >= 0x40 && second != 0x7F && second != 0xFF)
        return 2;
    const auto third = byteAt(bytes, place + 2);
    const auto fourth = byteAt(bytes, place + 3);
    const bool four = second >= 0x30 && second <= 0x39 && third >= 0x81 && third != 0xFF && fourth >= 0x30
                      && fourth <= 0x39;
    return four ? 4 : 0;
}

bool isGbk(std::string_view bytes)
{
    for (std::size_t place = 0; place < bytes.size();) {
        const auto length = lengthInGbk(bytes, place);
        if (length == 0)
            return false;
        place += length;
    }
    return true;
}

void tellEncoding(std::string_view bytes, LintFindings& findings)
{
    const auto strange = std::find_if(
        bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    const int line = lineAt(bytes, static_cast<std::size_t>(strange - bytes.begin()));
    auto text = isUtf16(bytes) ? phrase("The text is UTF-16: save it as UTF-8.")
                : isGbk(bytes) ? phrase("The text is GBK (GB 18030): save it as UTF-8.")
                               : phrase("The text is not UTF-8.");
    findings.add(LintLevel::Error, "", std::move(text), line);
}

/// Signs of Chinese writing that take the place of those of JSON when an input method is on.
struct Stray {
    std::string_view sign;
    std::string_view meant;
};

constexpr std::array<Stray, 17> Strays{{{"“", "\""},
                                        {"”", "\""},
                                        {"„", "\""},
                                        {"＂", "\""},
                                        {"‘", "\""},
                                        {"’", "\""},
                                        {"：", ":"},
                                        {"，", ","},
                                        {"、", ","},
                                        {"；", ","},
                                        {"｛", "{"},
                                        {"｝", "}"},
                                        {"［", "["},
                                        {"］", "]"},
                                        {"【", "["},
                                        {"】", "]"},
                                        {"\u3000", " "}}};

const Stray* strayAt(std::string_view text, std::size_t place)
{
    const auto found = std::find_if(Strays.begin(), Strays.end(), [&](const Stray& stray) {
        return text.substr(place, stray.sign.size()) == stray.sign;
    });
    return found == Strays.end() ? nullptr : &*found;
}

/// Walks the text as far as a parser came, and remembers what stood outside of quotes, where JSON has signs alone.
class Breakage
{
  public:
    Breakage(std::string_view text, int line)
        : m_text(text)
        , m_line(line)
    {
        for (; m_place < m_text.size() && m_at <= m_line && !m_found; ++m_place)
            step(m_text[m_place]);
    }

    [[nodiscard]] int line() const { return m_found ? m_at : m_line; }

    [[nodiscard]] i18n::Phrase words() const
    {
        return m_found.value_or(m_place == m_text.size() && m_open ? phrase(
                                    "The text ends before its JSON does: a bracket or a quote is open.")
                                                                   : phrase("The text is not valid JSON."));
    }

  private:
    void step(char c)
    {
        if (m_quoted)
            stepInQuotes(c);
        else
            stepOutside(c);
        m_open = m_quoted || m_depth > 0;
    }

    void stepInQuotes(char c)
    {
        if (c == '\\')
            ++m_place;
        else if (c == '"')
            m_quoted = false;
        else if (c == '\n')
            endOfLineInQuotes();
        else if (const auto* stray = strayAt(m_text, m_place); stray && stray->meant == "\"")
            m_lastQuote = stray;
    }

    /// A quote that was closed by a sign that closes none.
    void endOfLineInQuotes()
    {
        if (m_lastQuote)
            tell(*m_lastQuote);
        else
            ++m_at;
    }

    void stepOutside(char c)
    {
        if (c == '"') {
            m_quoted = true;
            m_lastQuote = nullptr;
        } else if (c == '\n') {
            ++m_at;
            return;
        } else if (c == '{' || c == '[') {
            ++m_depth;
        } else if (c == '}' || c == ']') {
            --m_depth;
            if (m_lastSign == ',')
                m_found = phrase("There is a comma before a closing bracket: JSON has none there.");
        } else if (c == '/') {
            m_found = phrase("JSON has no comments: take them out.");
        } else if (const auto* stray = strayAt(m_text, m_place)) {
            tell(*stray);
        }
        if (c != ' ' && c != '\t' && c != '\r')
            m_lastSign = c;
    }

    void tell(const Stray& stray)
    {
        m_found = phrase("{sign} is a sign of Chinese writing where JSON needs {meant}.",
                         {{"sign", std::string(stray.sign)}, {"meant", std::string(stray.meant)}});
    }

    std::string_view m_text;
    int m_line;  ///< where a parser stopped
    std::size_t m_place = 0;
    int m_at = 1;
    int m_depth = 0;
    bool m_quoted = false;
    bool m_open = false;
    char m_lastSign = 0;
    const Stray* m_lastQuote = nullptr;
    std::optional<i18n::Phrase> m_found;
};

}  // namespace

bool lintBytes(std::string_view bytes, LintFindings& findings)
{
    if (isUtf16(bytes) || !base::isUtf8(bytes)) {
        tellEncoding(bytes, findings);
        return true;
    }
    if (bytes.starts_with(ByteOrderMark))
        findings.add(LintLevel::Warning,
                     "",
                     phrase("The text begins with a byte order mark: save it as UTF-8 without one."),
                     1);
    if (const auto bounded = checkBounds(bytes, MaxJsonBytes); !bounded) {
        findings.add(LintLevel::Error, "", i18n::phraseOf(bounded.error()), 1);
        return true;
    }
    const int brokenAt = JsonLines(bytes).brokenAt();
    if (brokenAt == 0)
        return false;
    const Breakage breakage(bytes, brokenAt);
    findings.add(LintLevel::Error, "", breakage.words(), breakage.line());
    return true;
}

}  // namespace forms
