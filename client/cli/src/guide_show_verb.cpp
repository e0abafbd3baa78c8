#include "case_text.h"
#include "part_text.h"
#include "verbs.h"

#include <base/durable_file.h>
#include <desk/answer_text.h>
#include <desk/guide_desk.h>
#include <forms/bundle.h>
#include <forms/completeness.h>

namespace cli {

namespace {

struct ShowOptions {
    std::string matter;
    std::vector<std::string> answers;
    std::string out;
};

std::string optionsText(const forms::Question& question)
{
    std::string text;
    for (const auto& option : question.options)
        text.append(text.empty() ? "" : ", ").append(option.value).append("=").append(option.text);
    return text;
}

base::Result<forms::Answers> answersOf(const forms::Guide& guide, const std::vector<std::string>& pairs)
{
    std::vector<desk::AnswerText> typed;
    for (const auto& pair : pairs) {
        const auto equals = pair.find('=');
        if (equals == std::string::npos || equals == 0)
            return base::fail(base::ErrorCode::BadArgument, "“{pair}” is not NAME=VALUE.", {{"pair", pair}});
        typed.push_back({pair.substr(0, equals), pair.substr(equals + 1)});
    }
    forms::Answers answers;
    if (auto read = desk::readAnswers(guide, typed, answers); !read)
        return base::passOn(read);
    return answers;
}

/// What the answers so far make of the matter: asked questions, materials, children, and the route that ends it.
nlohmann::json situationJson(const forms::Guide& guide,
                             const forms::Answers& answers,
                             const forms::Calendar& calendar,
                             base::Timestamp now)
{
    forms::Case nothing;
    nothing.answers = answers;
    const auto completeness = forms::check(guide, nothing, {base::hallDate(now), false});
    const auto visible = forms::visibleAnswers(guide, answers);
    nlohmann::json json{{"answers", nlohmann::json::parse(forms::answersToJson(visible))},
                        {"questions", completeness.visibleQuestions},
                        {"open", nlohmann::json::array()},
                        {"materials", nlohmann::json::array()}};
    for (const auto& id : completeness.visibleQuestions)
        if (!visible.contains(id))
            json["open"].push_back(id);
    if (!completeness.route.empty()) {
        json["route"] = completeness.route;
        json["verdict"] = forms::nameOf(completeness.verdict);
        return json;
    }
    for (const auto& material : guide.materials)
        if (material.when.holds(visible))
            json["materials"].push_back(material.id);
    json["children"] = childrenJson(forms::planChildren(guide, visible, now, calendar));
    return json;
}

std::string showText(const forms::Guide& guide, const std::vector<desk::SheetSection>& sections)
{
    auto text = guide.name() + " (" + guide.code + " " + guide.version + ")\n";
    for (const auto& question : guide.questions)
        text += "? " + question.id + "\t" + question.text + "\t" + optionsText(question) + "\n";
    for (const auto& material : guide.materials)
        text += "- " + material.id + "\t" + material.name + "\n";
    return text + "\n" + desk::plainText(sections);
}

base::Result<Report> showGuide(Context& context, const ShowOptions& o)
{
    const auto place = context.workplace();
    if (!place)
        return base::passOn(place);
    const desk::GuideDesk guides(**place);
    const auto guide = guides.show(o.matter);
    if (!guide)
        return base::passOn(guide);
    const auto bytes = (*place)->catalogue().guideBytes((*guide)->sha256);
    if (!bytes)
        return base::passOn(bytes);
    const auto answers = answersOf(**guide, o.answers);
    if (!answers)
        return base::passOn(answers);
    const auto sections = guides.about(**guide, *answers, {}, context.settings().language);
    if (!sections)
        return base::passOn(sections);
    Report report{nlohmann::json::parse(*bytes), showText(**guide, *sections), 0};
    if (!o.answers.empty()) {
        const auto calendar = (*place)->catalogue().calendar();
        if (!calendar)
            return base::passOn(calendar);
        report.json["situation"] = situationJson(**guide, *answers, *calendar, context.clock().now());
    }
    if (o.out.empty())
        return report;
    const auto pdf = guides.handOut(**guide, *answers);
    if (!pdf)
        return base::passOn(pdf);
    if (auto written = base::writeDurably(o.out, *pdf); !written)
        return base::passOn(written);
    report.text = context.say("The list of materials is in {file}.", {{"file", o.out}});
    return report;
}

}  // namespace

void addGuideShowVerb(CLI::App& guide, Command& command)
{
    auto o = std::make_shared<ShowOptions>();
    auto* show = guide.add_subcommand("show", "Questions, materials and everything else about a matter");
    show->add_option("MATTER", o->matter)->required();
    show->add_option("--answers", o->answers, "The situation, so far as it is known")->type_name("Q=VALUE");
    show->add_option("--out", o->out, "The list of materials of this situation as PDF")->type_name("FILE");
    show->callback([&command, o] { command.run = [o](Context& context) { return showGuide(context, *o); }; });
}

}  // namespace cli
