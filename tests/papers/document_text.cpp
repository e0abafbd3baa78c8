#include "document_text.h"

#include <i18n/isolate.h>

#include <algorithm>

namespace {

using namespace papers;

void add(std::vector<std::string>& texts, const std::string& text)
{
    texts.push_back(i18n::withoutIsolates(text));
}

void addTexts(std::vector<std::string>& texts, const Block& block)
{
    if (const auto* grid = std::get_if<FieldGrid>(&block)) {
        for (const auto& field : grid->fields) {
            add(texts, field.label);
            add(texts, field.value);
        }
    } else if (const auto* table = std::get_if<RuledTable>(&block)) {
        for (const auto& row : table->rows)
            for (const auto& cell : row)
                add(texts, cell);
    } else if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
        add(texts, paragraph->text);
    } else if (const auto* closing = std::get_if<Closing>(&block)) {
        for (const auto& signature : closing->signatures)
            add(texts, signature);
        add(texts, closing->unit);
        add(texts, closing->date);
    }
}

}  // namespace

std::vector<std::string> textsOf(const NoticePart& part)
{
    std::vector<std::string> texts;
    for (const auto& block : part.blocks)
        addTexts(texts, block);
    return texts;
}

std::vector<std::string> textsOf(const NoticeDocument& document)
{
    std::vector<std::string> texts;
    for (const auto& part : document.parts) {
        const auto more = textsOf(part);
        texts.insert(texts.end(), more.begin(), more.end());
    }
    return texts;
}

std::string wholeText(const NoticeDocument& document)
{
    auto whole = document.heading + "\n" + document.title + "\n" + document.reference + "\n"
                 + i18n::withoutIsolates(document.numberLine) + "\n";
    for (const auto& text : textsOf(document))
        whole += text + "\n";
    for (const auto& line : document.footer)
        whole += i18n::withoutIsolates(line) + "\n";
    return whole;
}

std::string packed(std::string text)
{
    text.erase(
        std::remove_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == ' ' || c == '\f'; }),
        text.end());
    return text;
}
