#include <workbench/guide_update.h>

namespace workbench {

offline::ImportControl importControl(const kit::TaskControl& control)
{
    const auto progress = [&control](std::uint64_t done, std::uint64_t size) {
        if (size > 0)
            control.progress(static_cast<float>(done) / static_cast<float>(size));
    };
    return {progress, control.stopToken()};
}

base::Result<offline::CatalogueUpdate> updateGuides(Desks& desks, const kit::TaskControl& control)
{
    const auto session = desks.workplace.sessions().current();
    if (!session)
        return base::passOn(session);
    auto line = desks.signIn.openLine();
    if (!line)
        return base::passOn(line);
    offline::BackOfficeClient backOffice(**line);
    backOffice.useToken(session->token);
    return desks.guides.update(backOffice, importControl(control));
}

void tellLeftOut(Bench& bench, const std::vector<offline::LeftOutGuide>& guides)
{
    constexpr auto Key = "left-out";
    wxString text;
    for (const auto& phrase : desk::leftOutPhrases(guides))
        text += (text.empty() ? wxString() : wxString("\n")) + bench.say(phrase);
    if (text.empty())
        bench.hush(Key);
    else
        bench.tell(widgets::Tone::Warn, Key, text);
}

}  // namespace workbench
