#pragma once

#include <base/digest.h>
#include <base/result.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace forms {

/// Where the bytes of a catalogue file lie: a province's are too many to hold in memory. `read` puts up to `count`
/// bytes from that place on into `to` and says how many; 0 = the end.
struct CatalogueBytes {
    std::uint64_t size = 0;
    std::function<base::Result<std::size_t>(std::uint64_t from, char* to, std::size_t count)> read;

    /// Bytes that are in memory and outlive the reading.
    [[nodiscard]] static CatalogueBytes of(std::string_view bytes);
};

/// The bytes of one guide, with the digest its name promised and they have.
struct CatalogueGuide {
    base::Digest sha256;
    std::string bytes;
};

/// Reads an *.owc file: a tar of catalogue.jws, office.jws where the release names an office document, and
/// guides/<sha256>.json, in any order (carried by hand where there is no line). Holds the signed index, the office
/// document and one guide at a time. Error BadInput everywhere for a truncated or foreign
/// archive, an entry over 4 MiB, a guide that is not the one its name says, one that comes twice, or a name outside
/// the format; errors of `read` are passed on. One thread.
class CatalogueReader
{
  public:
    /// Finds the index, wherever in the file it is.
    [[nodiscard]] static base::Result<CatalogueReader> open(CatalogueBytes bytes);

    ~CatalogueReader();
    CatalogueReader(CatalogueReader&&) noexcept;
    CatalogueReader& operator=(CatalogueReader&&) noexcept;

    [[nodiscard]] const std::string& jws() const;  ///< not verified here

    /// The office document, not verified here; empty = none came so far, and after the last guide that there is none.
    [[nodiscard]] const std::string& officeJws() const;

    [[nodiscard]] std::uint64_t passed() const;  ///< bytes of the file that lie behind
    [[nodiscard]] std::uint64_t size() const;    ///< bytes of the file

    /// The next guide in the file's order; nothing after the last.
    [[nodiscard]] base::Result<std::optional<CatalogueGuide>> next();

  private:
    struct State;
    explicit CatalogueReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// Writes an *.owc file piece by piece; the same catalogue is the same bytes. One thread.
class CatalogueWriter
{
  public:
    /// Takes the next bytes of the file; false = they could not be written.
    using Sink = std::function<bool(std::string_view)>;

    /// The index comes first, then the office document unless it is empty. Error Failed here and below when the sink
    /// could not take the bytes.
    [[nodiscard]] static base::Result<CatalogueWriter> open(Sink sink,
                                                            std::string_view jws,
                                                            std::string_view officeJws = {});

    ~CatalogueWriter();
    CatalogueWriter(CatalogueWriter&&) noexcept;
    CatalogueWriter& operator=(CatalogueWriter&&) noexcept;

    [[nodiscard]] base::Status add(std::string_view guide);
    [[nodiscard]] base::Status finish();  ///< without it the file is truncated

  private:
    struct State;
    explicit CatalogueWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace forms
