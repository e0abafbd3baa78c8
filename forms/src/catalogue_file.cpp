#include <forms/catalogue_file.h>

#include <forms/guide.h>
#include <forms/jws.h>
#include <forms/office.h>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <set>

namespace forms {

namespace {

constexpr std::string_view JwsName = "catalogue.jws";
constexpr std::string_view OfficeName = "office.jws";
constexpr std::string_view GuideFolder = "guides/";
constexpr std::string_view GuideEnding = ".json";
constexpr std::size_t MaxEntries = 200'000;
constexpr std::size_t Piece = 64 * 1024;
constexpr std::size_t MaxHeaderBytes = 4096;
constexpr std::size_t MaxOfficeJws = MaxOfficeJson / 3 * 4 + MaxHeaderBytes;

enum class EntryKind { Index, Office, Guide };

std::size_t limitOf(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Index: return MaxJwsBytes;
    case EntryKind::Office: return MaxOfficeJws;
    case EntryKind::Guide: return MaxGuideBytes;
    }
    return 0;
}

using Reader = std::unique_ptr<archive, decltype(&archive_read_free)>;
using Writer = std::unique_ptr<archive, decltype(&archive_write_free)>;
using Entry = std::unique_ptr<archive_entry, decltype(&archive_entry_free)>;

tl::unexpected<base::Error> notACatalogue()
{
    return base::fail(base::ErrorCode::BadInput, "The file is no catalogue file, or only a part of one.");
}

std::optional<base::Digest> digestOfName(std::string_view name)
{
    if (name.size() != GuideFolder.size() + 64 + GuideEnding.size() || !name.starts_with(GuideFolder)
        || !name.ends_with(GuideEnding))
        return std::nullopt;
    return base::Digest::parse(name.substr(GuideFolder.size(), 64));
}

/// A tar ends in two blocks of zeros; without them the rest was lost on the way.
base::Result<bool> isWhole(const CatalogueBytes& bytes)
{
    constexpr std::size_t Block = 512;
    std::array<char, 2 * Block> end{};
    if (bytes.size < end.size() || bytes.size % Block != 0)
        return false;
    for (std::size_t filled = 0; filled < end.size();) {
        const auto got =
            bytes.read(bytes.size - end.size() + filled, end.data() + filled, end.size() - filled);
        if (!got)
            return base::passOn(got);
        if (*got == 0)
            return false;
        filled += *got;
    }
    return std::ranges::all_of(end, [](char byte) { return byte == '\0'; });
}

/// Nothing that differs from one writing to the next: the same catalogue is the same file.
bool addEntry(archive* writer, const std::string& name, std::string_view bytes)
{
    const Entry entry(archive_entry_new(), &archive_entry_free);
    if (!entry)
        return false;
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_size(entry.get(), static_cast<std::int64_t>(bytes.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_mtime(entry.get(), 0, 0);
    return archive_write_header(writer, entry.get()) == ARCHIVE_OK
           && archive_write_data(writer, bytes.data(), bytes.size()) == static_cast<la_ssize_t>(bytes.size());
}

tl::unexpected<base::Error> notWritten()
{
    return base::fail(base::ErrorCode::Failed, "The catalogue file could not be written.");
}

}  // namespace

CatalogueBytes CatalogueBytes::of(std::string_view bytes)
{
    return {bytes.size(),
            [bytes](std::uint64_t from, char* to, std::size_t count) -> base::Result<std::size_t> {
                const auto piece = bytes.substr(std::min<std::size_t>(from, bytes.size()), count);
                std::memcpy(to, piece.data(), piece.size());
                return piece.size();
            }};
}

struct CatalogueReader::State {
    explicit State(CatalogueBytes from)
        : bytes(std::move(from))
    {}

    base::Status rewind();
    base::Status findIndex();
    base::Result<bool> step();  ///< to the next entry with content; false at the end
    bool nameIsKnown(std::string_view name);
    base::Result<std::string> content();
    base::Status takeOffice();

    static la_ssize_t read(archive*, void* self, const void** piece);
    static la_int64_t skip(archive*, void* self, la_int64_t count);

    CatalogueBytes bytes;
    Reader reader{nullptr, &archive_read_free};
    archive_entry* entry = nullptr;  ///< the reader's
    EntryKind kind = EntryKind::Index;
    base::Digest guide;  ///< of a guide's name
    std::size_t entries = 0;
    bool sawIndex = false;
    bool ended = false;
    std::uint64_t place = 0;
    std::optional<base::Error> readError;
    std::array<char, Piece> buffer{};
    std::string jws;
    std::string officeJws;
    std::set<base::Digest> seen;
};

la_ssize_t CatalogueReader::State::read(archive*, void* self, const void** piece)
{
    auto& state = *static_cast<State*>(self);
    const auto got = state.bytes.read(state.place, state.buffer.data(), state.buffer.size());
    if (!got) {
        state.readError = got.error();
        return ARCHIVE_FATAL;
    }
    state.place += *got;
    *piece = state.buffer.data();
    return static_cast<la_ssize_t>(*got);
}

la_int64_t CatalogueReader::State::skip(archive*, void* self, la_int64_t count)
{
    auto& state = *static_cast<State*>(self);
    const auto left = static_cast<la_int64_t>(state.bytes.size - std::min(state.place, state.bytes.size));
    const auto skipped = std::clamp<la_int64_t>(count, 0, left);
    state.place += static_cast<std::uint64_t>(skipped);
    return skipped;
}

base::Status CatalogueReader::State::rewind()
{
    place = 0;
    entries = 0;
    sawIndex = false;
    ended = false;
    reader.reset(archive_read_new());
    const bool opened =
        reader && archive_read_support_format_tar(reader.get()) == ARCHIVE_OK
        && archive_read_open2(reader.get(), this, nullptr, &State::read, &State::skip, nullptr) == ARCHIVE_OK;
    if (readError)
        return tl::unexpected(*readError);
    if (!opened)
        return notACatalogue();
    return {};
}

base::Result<bool> CatalogueReader::State::step()
{
    while (!ended) {
        const int status = archive_read_next_header(reader.get(), &entry);
        if (status == ARCHIVE_EOF) {
            ended = true;
            break;
        }
        if (readError)
            return tl::unexpected(*readError);
        if (status != ARCHIVE_OK || ++entries > MaxEntries)
            return notACatalogue();
        const char* path = archive_entry_pathname(entry);
        const std::string_view name = path ? path : "";
        if (archive_entry_filetype(entry) == AE_IFDIR && name == GuideFolder)
            continue;
        if (archive_entry_filetype(entry) != AE_IFREG || !nameIsKnown(name))
            return base::fail(base::ErrorCode::BadInput,
                              "The catalogue file holds an entry its format does not know.");
        return true;
    }
    return false;
}

bool CatalogueReader::State::nameIsKnown(std::string_view name)
{
    if (name == JwsName || name == OfficeName) {
        kind = name == JwsName ? EntryKind::Index : EntryKind::Office;
        return true;
    }
    const auto digest = digestOfName(name);
    kind = EntryKind::Guide;
    guide = digest.value_or(base::Digest());
    return digest.has_value();
}

base::Result<std::string> CatalogueReader::State::content()
{
    const auto size = archive_entry_size(entry);
    if (size < 0 || static_cast<std::uint64_t>(size) > limitOf(kind)) {
        if (kind == EntryKind::Guide)
            return base::fail(base::ErrorCode::BadInput,
                              "A guide in the catalogue file is larger than 4 MiB.");
        return notACatalogue();
    }
    std::string content(static_cast<std::size_t>(size), '\0');
    for (std::size_t filled = 0; filled < content.size();) {
        const auto got = archive_read_data(reader.get(), content.data() + filled, content.size() - filled);
        if (readError)
            return tl::unexpected(*readError);
        if (got <= 0)
            return notACatalogue();
        filled += static_cast<std::size_t>(got);
    }
    return content;
}

base::Status CatalogueReader::State::findIndex()
{
    if (auto begun = rewind(); !begun)
        return begun;
    do {
        const auto more = step();
        if (!more)
            return base::passOn(more);
        if (!*more)
            return notACatalogue();
    } while (kind != EntryKind::Index);
    auto index = content();
    if (!index)
        return base::passOn(index);
    jws = std::move(*index);
    if (jws.empty())
        return notACatalogue();
    return {};
}

base::Status CatalogueReader::State::takeOffice()
{
    auto document = content();
    if (!document)
        return base::passOn(document);
    if (document->empty() || !officeJws.empty())
        return notACatalogue();
    officeJws = std::move(*document);
    return {};
}

CatalogueReader::CatalogueReader(std::unique_ptr<State> state)
    : m_state(std::move(state))
{}

CatalogueReader::~CatalogueReader() = default;
CatalogueReader::CatalogueReader(CatalogueReader&&) noexcept = default;
CatalogueReader& CatalogueReader::operator=(CatalogueReader&&) noexcept = default;

base::Result<CatalogueReader> CatalogueReader::open(CatalogueBytes bytes)
{
    const auto whole = isWhole(bytes);
    if (!whole)
        return base::passOn(whole);
    if (!*whole)
        return notACatalogue();
    auto state = std::make_unique<State>(std::move(bytes));
    if (auto begun = state->findIndex(); !begun)
        return base::passOn(begun);
    if (auto begun = state->rewind(); !begun)
        return base::passOn(begun);
    return CatalogueReader(std::move(state));
}

const std::string& CatalogueReader::jws() const
{
    return m_state->jws;
}

const std::string& CatalogueReader::officeJws() const
{
    return m_state->officeJws;
}

std::uint64_t CatalogueReader::passed() const
{
    return m_state->place;
}

std::uint64_t CatalogueReader::size() const
{
    return m_state->bytes.size;
}

base::Result<std::optional<CatalogueGuide>> CatalogueReader::next()
{
    auto& state = *m_state;
    for (;;) {
        const auto more = state.step();
        if (!more)
            return base::passOn(more);
        if (!*more)
            return std::optional<CatalogueGuide>();
        if (state.kind == EntryKind::Guide)
            break;
        if (state.kind == EntryKind::Index && std::exchange(state.sawIndex, true))
            return notACatalogue();
        if (state.kind == EntryKind::Office)
            if (auto taken = state.takeOffice(); !taken)
                return base::passOn(taken);
    }
    auto bytes = state.content();
    if (!bytes)
        return base::passOn(bytes);
    if (base::Digest::of(*bytes) != state.guide || !state.seen.insert(state.guide).second)
        return base::fail(base::ErrorCode::BadInput,
                          "A guide in the catalogue file is not the one its name says.");
    return std::optional(CatalogueGuide{state.guide, std::move(*bytes)});
}

struct CatalogueWriter::State {
    static la_ssize_t write(archive*, void* self, const void* bytes, std::size_t size)
    {
        const auto* state = static_cast<State*>(self);
        return state->sink({static_cast<const char*>(bytes), size}) ? static_cast<la_ssize_t>(size) : -1;
    }

    Sink sink;
    Writer writer{archive_write_new(), &archive_write_free};  // first to go: it may still write
};

CatalogueWriter::CatalogueWriter(std::unique_ptr<State> state)
    : m_state(std::move(state))
{}

CatalogueWriter::~CatalogueWriter() = default;
CatalogueWriter::CatalogueWriter(CatalogueWriter&&) noexcept = default;
CatalogueWriter& CatalogueWriter::operator=(CatalogueWriter&&) noexcept = default;

base::Result<CatalogueWriter> CatalogueWriter::open(Sink sink,
                                                    std::string_view jws,
                                                    std::string_view officeJws)
{
    auto state = std::make_unique<State>();
    state->sink = std::move(sink);
    auto* writer = state->writer.get();
    if (writer == nullptr || archive_write_set_format_ustar(writer) != ARCHIVE_OK
        || archive_write_open(writer, state.get(), nullptr, &State::write, nullptr) != ARCHIVE_OK
        || !addEntry(writer, std::string(JwsName), jws)
        || (!officeJws.empty() && !addEntry(writer, std::string(OfficeName), officeJws)))
        return notWritten();
    return CatalogueWriter(std::move(state));
}

base::Status CatalogueWriter::add(std::string_view guide)
{
    const auto name =
        std::string(GuideFolder) + base::Digest::of(guide).toString() + std::string(GuideEnding);
    if (!addEntry(m_state->writer.get(), name, guide))
        return notWritten();
    return {};
}

base::Status CatalogueWriter::finish()
{
    if (archive_write_close(m_state->writer.get()) != ARCHIVE_OK)
        return notWritten();
    return {};
}

}  // namespace forms
