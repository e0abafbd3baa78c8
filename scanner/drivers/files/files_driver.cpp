#include "files_driver.h"

#include <scanner/image_header.h>

#include <base/durable_file.h>
#include <base/encoding.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace drivers {

using scanner::EndReason;
using scanner::ScanFault;

namespace {

using Paths = std::vector<std::filesystem::path>;

tl::unexpected<base::Error> broken(ScanFault fault)
{
    return tl::unexpected<base::Error>(scanner::errorOf(fault));
}

base::Result<Paths> filesAt(const std::filesystem::path& path)
{
    std::error_code error;
    if (std::filesystem::is_regular_file(path, error))
        return Paths{path};
    Paths files;
    for (std::filesystem::directory_iterator it(path, error), end; !error && it != end; it.increment(error)) {
        std::error_code ignored;
        if (it->is_regular_file(ignored) && !it->path().filename().string().starts_with('.'))
            files.push_back(it->path());
    }
    if (error)
        return broken(error == std::errc::permission_denied ? ScanFault::AccessDenied : ScanFault::NotThere);
    std::sort(files.begin(), files.end());
    return files;
}

class PileOfFiles final : public OpenDevice
{
  public:
    explicit PileOfFiles(Paths files)
        : m_files(std::move(files))
    {}

    base::Result<scanner::Abilities> abilities() override { return scanner::Abilities{}; }

    base::Status set(const scanner::ScanRequest& request) override
    {
        m_limit = request.pageLimit;
        return {};
    }

    Outcome scan(scanner::BatchSpool& spool, const Progress& progress, std::stop_token stop) override
    {
        if (m_files.empty())
            return tl::unexpected(ScanFault::NoDocs);
        std::uint64_t bytes = 0;
        progress(bytes);
        for (std::size_t i = 0; i < m_files.size(); ++i) {
            if (stop.stop_requested())
                return EndReason::Cancelled;
            if (m_limit && i == *m_limit)
                return EndReason::Finished;
            const auto image = base::readFile(m_files[i]);
            if (!image)
                return tl::unexpected(ScanFault::NotAnImage);
            if (const auto taken = take(*image, m_files[i], spool); !taken)
                return tl::unexpected(taken.error());
            progress(bytes += image->size());
        }
        return EndReason::FeederEmpty;
    }

  private:
    static tl::expected<void, ScanFault> take(const std::string& image,
                                              const std::filesystem::path& file,
                                              scanner::BatchSpool& spool)
    {
        const auto header = scanner::readImageHeader(image, file.filename().string());
        if (!header)
            return tl::unexpected(ScanFault::NotAnImage);
        const scanner::PageFacts facts{
            header->type, header->width, header->height, header->dpi, scanner::Side::Front, {}};
        auto written = spool.begin();
        if (written)
            written = spool.write(base::asBytes(image));
        if (written)
            written = spool.commit(facts);
        return written ? tl::expected<void, ScanFault>()
                       : tl::unexpected(scanner::writeFault(written.error()));
    }

    Paths m_files;
    std::optional<std::uint32_t> m_limit;
};

class FilesDriver final : public ScanDriver
{
  public:
    std::string_view name() const override { return "files"; }

    base::Result<std::vector<scanner::Device>> devices() override { return std::vector<scanner::Device>{}; }

    base::Result<std::unique_ptr<OpenDevice>> open(const std::string& device) override
    {
        auto files = filesAt(device);
        if (!files)
            return passOn(files);
        return std::make_unique<PileOfFiles>(std::move(*files));
    }
};

}  // namespace

base::Result<std::unique_ptr<ScanDriver>> makeFilesDriver()
{
    return std::make_unique<FilesDriver>();
}

}  // namespace drivers
