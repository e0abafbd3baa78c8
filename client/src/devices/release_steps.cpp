// Going back and forth between the releases of the guides that are kept here.
#include <devices/devices_page.h>

#include <workbench/action_line.h>
#include <workbench/question.h>

namespace devices {

void DevicesPage::rollBack()
{
    bench().counter().run(
        this,
        [](workbench::Desks& desks, std::stop_token) { return desks.guides.rollBack(); },
        [this](const base::Result<offline::CatalogueRow>& row) { inForce(row); });
}

void DevicesPage::chooseRelease()
{
    bench().counter().run(
        this,
        [](workbench::Desks& desks, std::stop_token) { return desks.guides.releases(); },
        [this](const base::Result<std::vector<offline::CatalogueRow>>& rows) {
            if (!rows)
                bench().tell(rows.error());
            else if (rows->empty())
                m_actions->setStatus(say("There is no catalogue release here."));
            else
                askRelease(*rows);
        });
}

void DevicesPage::askRelease(const std::vector<offline::CatalogueRow>& rows)
{
    std::vector<wxString> choices;
    for (const auto& row : rows) {
        const std::vector<base::Argument> named{{"release", std::to_string(row.release)},
                                                {"date", base::formatDate(base::hallDate(row.issued))}};
        choices.push_back(row.active ? say("Release {release} of {date}, in force", named)
                          : row.held ? say("Release {release} of {date}, held back", named)
                                     : say("Release {release} of {date}", named));
    }
    workbench::ChoiceQuestion question{
        say("Choose a release of the guides"),
        say("An update does not put a newer one in force again until the back office publishes another. Open cases "
            "keep their versions."),
        say("Release"),
        say("Put in force"),
        choices,
        {}};
    ask(this, bench(), question, [this, rows](std::size_t choice, const std::string&) {
        bench().counter().run(
            this,
            [release = rows.at(choice).release](workbench::Desks& desks, std::stop_token) {
                return desks.guides.choose(release);
            },
            [this](const base::Result<offline::CatalogueRow>& row) { inForce(row); });
    });
}

void DevicesPage::inForce(const base::Result<offline::CatalogueRow>& row)
{
    if (!row) {
        bench().tell(row.error());
        return;
    }
    m_actions->setStatus(
        say("Release {release} of the guides is in force.", {{"release", std::to_string(row->release)}}));
    showWorkstation();
    bench().stage().guidesChanged();
}

}  // namespace devices
