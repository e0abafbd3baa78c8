#pragma once

#include <base/result.h>

#include <desk/matter_sheet.h>
#include <forms/guide_lint.h>
#include <forms/matter_index.h>
#include <offline/catalogue_update.h>
#include <offline/workplace.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace desk {

struct GuideImport {
    std::string file;
    offline::GuideRow guide;  ///< of a single guide
    int guides = 1;           ///< how many came with a catalogue file
    std::vector<forms::LintFinding> warnings;
};

/// The knowledge of the counter: finding, showing, importing and updating guides. Used by one thread.
class GuideDesk
{
  public:
    explicit GuideDesk(offline::Workplace& workplace);

    [[nodiscard]] base::Result<std::vector<offline::GuideRow>> list() const;

    /// Best match first. The index is built at the first search and again after the guides changed, here or elsewhere.
    [[nodiscard]] base::Result<std::vector<forms::MatterEntry>> search(std::string_view text,
                                                                       std::size_t limit);
    [[nodiscard]] base::Result<std::shared_ptr<const forms::Guide>> show(std::string_view matter) const;

    /// What a clerk should know of the matter in that situation; dates count from `received`, else from now.
    [[nodiscard]] base::Result<std::vector<SheetSection>> about(const forms::Guide& guide,
                                                                const forms::Answers& answers,
                                                                std::optional<base::Timestamp> received,
                                                                i18n::Language language) const;

    /// The list of materials of that situation for the applicant to take along, a PDF. Error LoginNeeded: the paper
    /// names the hall.
    [[nodiscard]] base::Result<std::string> handOut(const forms::Guide& guide,
                                                    const forms::Answers& answers) const;

    /// A guide file or an *.owc catalogue. A guide with a lint error is refused with all of them in the error's
    /// arguments; the old one stays.
    [[nodiscard]] base::Result<GuideImport> import(const std::filesystem::path& file);

    [[nodiscard]] base::Result<offline::CatalogueUpdate> update(offline::BackOfficeClient& backOffice,
                                                                std::stop_token stop = {});

    // Releases of the catalogue. Going back and forth is written into the audit log under the name of who is logged in.
    [[nodiscard]] base::Result<std::vector<offline::CatalogueRow>> releases() const;  ///< newest first
    [[nodiscard]] base::Result<offline::CatalogueRow> rollBack();
    [[nodiscard]] base::Result<offline::CatalogueRow> choose(int release);

    /// The release as an *.owc file for a place without a line; nothing: the active one.
    [[nodiscard]] base::Result<offline::CatalogueRow> exportCatalogue(
        std::optional<int> release, const std::filesystem::path& file) const;
    [[nodiscard]] base::Result<forms::CatalogueAge> age() const;

  private:
    [[nodiscard]] base::Result<offline::CatalogueRow> recorded(base::Result<offline::CatalogueRow> row);

    offline::Workplace& m_workplace;
    std::unique_ptr<forms::MatterIndex> m_index;
    std::string m_indexOf;  ///< stamp of the guides and day the index was made of
};

}  // namespace desk
