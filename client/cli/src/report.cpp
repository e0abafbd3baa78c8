#include "report.h"

#include <i18n/phrase.h>

#include <iostream>

namespace cli {

void print(const Report& report, Format format)
{
    if (format == Format::Json)
        std::cout << report.json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    else if (!report.text.empty())
        std::cout << report.text << (report.text.back() == '\n' ? "" : "\n");
    std::cout.flush();
    for (const auto& note : report.notes)
        std::cerr << "onewindow-cli: " << note << '\n';
}

void print(const base::Error& error, Format format, i18n::Language language)
{
    const auto sentence = i18n::translate(i18n::phraseOf(error), language);
    if (format == Format::Json) {
        nlohmann::json body{{"code", base::nameOf(error.code)}, {"message", sentence}};
        for (const auto& argument : error.arguments)
            body["arguments"][argument.name] = argument.value;
        print(Report{{{"error", body}}, {}, 0}, Format::Json);
    }
    std::cerr << "onewindow-cli: " << sentence << '\n';
}

}  // namespace cli
