#include "sheet_text.h"

#include <desk/material_line.h>

namespace cli {

namespace {

std::string_view nameOf(forms::PointVerdict verdict)
{
    switch (verdict) {
    case forms::PointVerdict::Pass: return "pass";
    case forms::PointVerdict::Fail: return "fail";
    case forms::PointVerdict::Open: return "open";
    }
    return {};
}

std::string_view signOf(forms::PointVerdict verdict)
{
    switch (verdict) {
    case forms::PointVerdict::Pass: return "+";
    case forms::PointVerdict::Fail: return "-";
    case forms::PointVerdict::Open: return "?";
    }
    return {};
}

nlohmann::json valueJson(const desk::SheetValue& value)
{
    return {{"id", value.id}, {"label", value.label}, {"value", value.value}, {"changed", value.changed}};
}

nlohmann::json valuesJson(const std::vector<desk::SheetValue>& values)
{
    auto json = nlohmann::json::array();
    for (const auto& value : values)
        json.push_back(valueJson(value));
    return json;
}

std::string valuesText(const std::vector<desk::SheetValue>& values)
{
    std::string text;
    for (const auto& value : values)
        text += std::string(value.changed ? "±   " : "    ") + value.label + "\t"
                + (value.value.empty() ? "—" : value.value) + "\n";
    return text;
}

nlohmann::json pointJson(const desk::PointSheet& point)
{
    return {{"id", point.id},
            {"text", point.text},
            {"verdict", nameOf(point.verdict)},
            {"by", point.by},
            {"note", point.note},
            {"changed", point.changed}};
}

nlohmann::json materialJson(const desk::MaterialSheet& material)
{
    nlohmann::json json{{"material", material.material},
                        {"party", material.party},
                        {"name", material.name},
                        {"facts", valuesJson(material.facts)},
                        {"points", nlohmann::json::array()},
                        {"pages", nlohmann::json::array()},
                        {"changed", material.changed}};
    if (material.proof)
        json["proof"] = {{"by", material.proof->by}, {"reference", material.proof->reference}};
    if (material.deferredUntil)
        json["due"] = base::formatDate(*material.deferredUntil);
    for (const auto& point : material.points)
        json["points"].push_back(pointJson(point));
    for (const auto page : material.pages)
        json["pages"].push_back(page.toString());
    return json;
}

std::string materialText(const desk::MaterialSheet& material, const Context& context)
{
    auto text = std::string(material.changed ? "± " : "- ") + material.material + "\t" + material.name;
    if (material.proof)
        text += "\t" + context.say(desk::proofTitle(material.proof->by)) + " " + material.proof->reference;
    if (material.deferredUntil)
        text +=
            "\t" + context.say("put off to {date}", {{"date", base::formatDate(*material.deferredUntil)}});
    text += "\n" + valuesText(material.facts);
    for (const auto& point : material.points)
        text += std::string(point.changed ? "±   " : "    ") + std::string(signOf(point.verdict)) + " "
                + point.text + (point.note.empty() ? "" : "\t" + point.note) + "\n";
    for (const auto page : material.pages)
        text += "    " + page.toString() + "\n";
    return text;
}

}  // namespace

void addSheet(Report& report, const desk::CaseSheet& sheet, const Context& context)
{
    report.json["answers"] = valuesJson(sheet.answers);
    if (!sheet.answers.empty())
        report.text += context.say("Situation") + "\n" + valuesText(sheet.answers);
    report.json["forms"] = nlohmann::json::object();
    for (const auto& form : sheet.forms) {
        report.json["forms"][form.form] = valuesJson(form.values);
        report.text += form.name + "\n" + valuesText(form.values);
    }
    report.json["people"] = nlohmann::json::array();
    for (const auto& person : sheet.people)
        report.json["people"].push_back({{"key", person.key},
                                         {"role", person.role},
                                         {"name", person.name},
                                         {"idType", person.idType},
                                         {"idNumber", person.idNumber},
                                         {"phone", person.phone}});
    report.json["materials"] = nlohmann::json::array();
    for (const auto& material : sheet.materials) {
        report.json["materials"].push_back(materialJson(material));
        report.text += materialText(material, context);
    }
}

}  // namespace cli
