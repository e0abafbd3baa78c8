#include <i18n/language.h>

#include <i18n/mo_file.h>
#include <i18n/zh_CN.h>

#include <algorithm>

namespace i18n {

namespace {

/// What was compiled in is whole: the tests read every message. English needs none.
const MoFile& catalogueOf(Language language)
{
    static const MoFile chinese = MoFile::parse(zh_CN).value_or(MoFile());
    static const MoFile none;
    switch (language) {
    case Language::SimplifiedChinese: return chinese;
    case Language::English: return none;
    }
    return none;
}

/// "zh-Hans_CN.UTF-8@x" -> {"zh", "hans", "cn"}.
std::vector<std::string> subtags(std::string_view tag)
{
    std::vector<std::string> all(1);
    for (const char c : tag.substr(0, tag.find_first_of(".@"))) {
        if (c == '-' || c == '_')
            all.emplace_back();
        else
            all.back().push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c);
    }
    return all;
}

bool isTraditional(const std::vector<std::string>& tags)
{
    const auto has = [&tags](std::string_view tag) { return std::ranges::find(tags, tag) != tags.end(); };
    return has("hant") || (!has("hans") && (has("tw") || has("hk") || has("mo")));
}

}  // namespace

std::optional<Language> parseLanguage(std::string_view tag)
{
    const auto tags = subtags(tag);
    if (tags.front() == "en")
        return Language::English;
    if (tags.front() == "zh" && !isTraditional(tags))
        return Language::SimplifiedChinese;
    return std::nullopt;
}

std::string_view tagOf(Language language)
{
    switch (language) {
    case Language::SimplifiedChinese: return "zh_CN";
    case Language::English: return "en";
    }
    return "zh_CN";
}

std::vector<Language> allLanguages()
{
    return {Language::SimplifiedChinese, Language::English};
}

std::string translate(const Phrase& phrase, Language language)
{
    auto arguments = phrase.arguments;
    for (auto& argument : arguments)
        if (argument.isMessage)
            argument.value = translate(argument.value, language);
    return base::fillPlaces(translate(phrase.id, language), arguments);
}

std::string translate(std::string_view id, Language language)
{
    return std::string(catalogueOf(language).find(id).value_or(id));
}

std::string translatePlural(std::string_view one,
                            std::string_view other,
                            std::uint64_t count,
                            Language language,
                            std::vector<base::Argument> arguments)
{
    // Chinese has one form for every count; English, the language of the ids, has two.
    const auto text = catalogueOf(language).find(one).value_or(count == 1 ? one : other);
    arguments.push_back({"count", std::to_string(count)});
    return base::fillPlaces(text, arguments);
}

}  // namespace i18n
