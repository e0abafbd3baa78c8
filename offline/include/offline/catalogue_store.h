#pragma once

#include <offline/database.h>

#include <base/date.h>
#include <base/digest.h>

#include <forms/catalogue.h>
#include <forms/catalogue_file.h>
#include <forms/guide.h>
#include <forms/jws.h>
#include <forms/matter_index.h>
#include <forms/office.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace offline {

/// A guide as lists show it.
struct GuideRow {
    std::string code;
    std::string version;
    base::Digest sha256;
    base::Date effectiveFrom;
    std::string name;
    std::string department;
    std::string level;  ///< of the department
    int release = 0;    ///< the active release it belongs to; 0 = imported by hand
};

/// A catalogue release that is kept here.
struct CatalogueRow {
    int release = 0;
    std::string division;
    base::Timestamp issued;
    base::Timestamp activated;  ///< the epoch: it never was
    base::Timestamp
        confirmed;  ///< last known to be the newest: the back office said so, or when it was issued
    forms::AgeLimits limits;
    bool active = false;
    bool held = false;  ///< somebody went back behind it: an update does not activate it again
};

/// A guide of a release whose format is newer than this program reads: its matter is not offered here until a newer
/// version of the program has read it.
struct LeftOutGuide {
    std::string code;
    std::string version;
    std::string format;  ///< "onewindow-guide/3"

    bool operator==(const LeftOutGuide&) const = default;
};

/// A guide of a release, and what the release's index says of it.
struct GuideToKeep {
    forms::CatalogueEntry entry;
    std::string bytes;
};

/// The guides of every version ever seen (none is deleted: a case keeps its own) and the catalogue releases; one is
/// active. With a release comes the office document it names. All of this is public text and lies in clear. Releases are
/// in release_store.cpp, guides in catalogue_store.cpp, office documents in office_store.cpp.
class CatalogueStore
{
  public:
    CatalogueStore(Database& database, const base::Clock& clock);

    /// Reads, checks and keeps one guide imported by hand; kept again = the same. Errors as forms::readGuide.
    [[nodiscard]] base::Result<GuideRow> importGuide(std::string_view bytes);

    /// Guides of that release whose bytes are not here yet: what `guide update` has to fetch.
    [[nodiscard]] base::Result<std::vector<forms::CatalogueEntry>> missing(
        const forms::Catalogue& catalogue) const;

    /// Keeps a guide of a release before it is activated; error Damaged when its bytes are not `entry.sha256`.
    [[nodiscard]] base::Status keepGuide(const forms::CatalogueEntry& entry, std::string_view bytes);

    /// The same for several in one transaction: all or none. One that is here already costs nothing more than a look. One
    /// of a newer format is kept unread (leftOut()); every other that does not read is error BadInput.
    [[nodiscard]] base::Status keepGuides(const std::vector<GuideToKeep>& guides);

    /// Guides of that release that were left out, by their codes.
    [[nodiscard]] base::Result<std::vector<LeftOutGuide>> leftOut(int release) const;

    /// Reads again what was left out: this program may be newer than the one that kept it. What reads now is in force as
    /// if it had been read when it came.
    [[nodiscard]] base::Status takeUpLeftOut();

    /// Keeps a release and makes it the active one in one step: its signature verifies with a pinned key, it is of the
    /// division of the active one and no older than the newest that is known here, every guide is here with its digest
    /// and reads, and so is the office document it names. A release held back is kept and stays so (see `held`). Anything else: an error, and the active one
    /// stays. Conflict: an older release, or other bytes under a number that is known.
    [[nodiscard]] base::Result<forms::Catalogue> activate(std::string_view jws, const forms::KeyFinder& keys);

    /// The release, its office document and all its guides as an *.owc file, piece by piece; error NotFound.
    [[nodiscard]] base::Status exportCatalogue(int release, forms::CatalogueWriter::Sink sink) const;

    /// Back to the newest release before the active one that was ever active here, as by choose(); error NotFound when
    /// there is none.
    [[nodiscard]] base::Result<CatalogueRow> rollBack();

    /// Makes any release that is kept here the active one. Those newer than it are held back until somebody chooses
    /// them, or until one comes that is newer than all of them. Error NotFound.
    [[nodiscard]] base::Result<CatalogueRow> choose(int release);

    /// The back office said now that this is its newest release.
    [[nodiscard]] base::Status confirm(int release);

    [[nodiscard]] base::Result<std::vector<CatalogueRow>> releases() const;  ///< newest first
    [[nodiscard]] base::Result<std::optional<CatalogueRow>> newest() const;

    [[nodiscard]] base::Result<std::optional<CatalogueRow>> active() const;

    [[nodiscard]] base::Result<std::string> activeJws() const;       ///< empty when there is none
    [[nodiscard]] base::Result<std::string> jws(int release) const;  ///< empty when there is none

    /// How old the active release is on that day; see forms::ageOf.
    [[nodiscard]] base::Result<forms::CatalogueAge> age(base::Date today) const;

    /// The holiday calendar of the active release; an empty one when there is none.
    [[nodiscard]] base::Result<forms::Calendar> calendar() const;

    /// Keeps an office document before the release that names it is activated: its signature verifies with a pinned key,
    /// its payload has that digest (error Conflict) and reads.
    [[nodiscard]] base::Status keepOffice(std::string_view jws,
                                          const base::Digest& document,
                                          const forms::KeyFinder& keys);

    /// The office document in force, that of the active release: an empty one (release 0) where that names none, or where
    /// a program that knew of none brought the release and the next update has to fetch it.
    [[nodiscard]] base::Result<forms::Office> office() const;

    /// The digest of what office() gives; nothing for an empty one. Sealed cases name it.
    [[nodiscard]] base::Result<std::optional<base::Digest>> officeDigest() const;

    /// The digest of the document that this release names and that is not here.
    [[nodiscard]] base::Result<std::optional<base::Digest>> missingOffice(int release) const;

    [[nodiscard]] base::Result<std::string> officeJws(
        const base::Digest& document) const;  ///< empty when it is not here

    /// Another text whenever guides came or another release became active, in whichever process: for those who keep
    /// what they made of the guides.
    [[nodiscard]] base::Result<std::string> stamp() const;

    /// Of each matter the version in force on that day: of the active release and those imported by hand, the latest
    /// `effective.from` not after it.
    [[nodiscard]] base::Result<std::vector<GuideRow>> guides(base::Date today) const;
    [[nodiscard]] base::Result<std::vector<forms::MatterEntry>> matters(base::Date today) const;

    /// The version in force of one matter; error NotFound.
    [[nodiscard]] base::Result<std::shared_ptr<const forms::Guide>> current(std::string_view code,
                                                                            base::Date today) const;

    /// Any version, by digest; error NotFound. Read once per store and shared: a guide never changes.
    [[nodiscard]] base::Result<std::shared_ptr<const forms::Guide>> guide(const base::Digest& sha256) const;
    [[nodiscard]] base::Result<std::string> guideBytes(const base::Digest& sha256) const;

  private:
    [[nodiscard]] base::Result<std::optional<base::Digest>> officeNamedBy(int release) const;

    Database& m_database;
    const base::Clock& m_clock;
    mutable std::vector<std::shared_ptr<const forms::Guide>> m_read;
    mutable std::optional<std::pair<int, forms::Calendar>>
        m_calendar;  ///< of that release, which never changes
    mutable std::optional<std::pair<base::Digest, forms::Office>> m_office;
    mutable std::optional<std::pair<int, std::optional<base::Digest>>>
        m_namedByIndex;  ///< of a release whose row does not say it
};

}  // namespace offline
