#pragma once

#include <base/result.h>

#include <desk/matter_sheet.h>
#include <forms/guide_lint.h>
#include <forms/matter_index.h>
#include <offline/catalogue_import.h>
#include <offline/catalogue_update.h>
#include <offline/matter_use_store.h>
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
    std::vector<offline::LeftOutGuide> leftOut = {};  ///< of a catalogue file: their format is newer
};

/// The sentence for each: a person looks for the matter and must know why it is not there.
[[nodiscard]] std::vector<i18n::Phrase> leftOutPhrases(const std::vector<offline::LeftOutGuide>& guides);

inline constexpr std::size_t FewFound = 3;

struct FoundMatter {
    forms::MatterEntry matter;
    offline::Favourite favourite = offline::Favourite::No;
};

/// Sections, each without what stands in one before.
struct OfferedMatters {
    std::vector<FoundMatter> favourites;
    std::vector<FoundMatter> recent;
    std::vector<FoundMatter> mostUsed;
    std::vector<FoundMatter> others;  ///< in the catalogue's order
};

/// The knowledge of the counter: finding, showing, importing and updating guides. Used by one thread.
class GuideDesk
{
  public:
    explicit GuideDesk(offline::Workplace& workplace);

    [[nodiscard]] base::Result<std::vector<offline::GuideRow>> list() const;

    /// Best match first, ranked by what whoever is logged in uses. The index is built at the first search and again after
    /// the guides or the day changed, here or elsewhere: a second for a province.
    [[nodiscard]] base::Result<std::vector<FoundMatter>> search(std::string_view text, std::size_t limit);

    /// What search() would find with one slip of the typist mended, and only that: slower, for after it, and worth asking
    /// where it found fewer than FewFound.
    [[nodiscard]] base::Result<std::vector<FoundMatter>> searchNearly(std::string_view text,
                                                                      std::size_t limit);

    /// What is offered before a letter is typed, with at most `limit` others; matters that are no longer in force are
    /// left out.
    [[nodiscard]] base::Result<OfferedMatters> offered(std::size_t limit);

    /// Marks a matter for whoever is logged in, or takes the mark away; says what it is now.
    [[nodiscard]] base::Result<offline::Favourite> turnFavourite(std::string_view matter);
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
    /// arguments; the old one stays. A catalogue of a province takes a minute: `control` says how far it is and stops it.
    [[nodiscard]] base::Result<GuideImport> import(const std::filesystem::path& file,
                                                   const offline::ImportControl& control = {});

    [[nodiscard]] base::Result<offline::CatalogueUpdate> update(offline::BackOfficeClient& backOffice,
                                                                const offline::ImportControl& control = {});

    // Releases of the catalogue. Going back and forth is written into the audit log under the name of who is logged in.
    [[nodiscard]] base::Result<std::vector<offline::CatalogueRow>> releases() const;  ///< newest first
    [[nodiscard]] base::Result<offline::CatalogueRow> rollBack();
    [[nodiscard]] base::Result<offline::CatalogueRow> choose(int release);

    /// The release as an *.owc file for a place without a line; nothing: the active one.
    [[nodiscard]] base::Result<offline::CatalogueRow> exportCatalogue(
        std::optional<int> release, const std::filesystem::path& file) const;
    [[nodiscard]] base::Result<forms::CatalogueAge> age() const;

    /// Who the offices of the division are; an empty document (release 0) where none has come yet.
    [[nodiscard]] base::Result<forms::Office> office() const;

    /// The year whose calendar of working days is wanted by now: what a supervisor is warned of (forms::calendarLacks).
    /// Nothing where there is no catalogue at all.
    [[nodiscard]] base::Result<std::optional<int>> calendarLacks() const;

  private:
    [[nodiscard]] base::Result<offline::CatalogueRow> recorded(base::Result<offline::CatalogueRow> row);
    [[nodiscard]] base::Result<GuideImport> importCatalogue(const std::filesystem::path& file,
                                                            const offline::ImportControl& control);

    /// Brings index and use up to what the database holds now.
    [[nodiscard]] base::Status lookAgain();
    [[nodiscard]] base::Status buildIndex(base::Date today);
    [[nodiscard]] base::Status readUse();
    [[nodiscard]] std::string user() const;  ///< empty when nobody is logged in
    [[nodiscard]] FoundMatter found(const forms::MatterEntry& matter) const;
    [[nodiscard]] std::vector<FoundMatter> inForce(const std::vector<std::string>& codes) const;

    offline::Workplace& m_workplace;
    std::unique_ptr<forms::MatterIndex> m_index;
    std::string m_indexOf;  ///< stamp of the guides and day the index was made of
    std::string m_seen;     ///< mark of the database and day when they were last looked at
    std::vector<offline::MatterUse> m_use;
    forms::MatterRanking m_ranking;
};

}  // namespace desk
