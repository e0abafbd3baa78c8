#include <desk/test_scan.h>

#include <base/durable_file.h>
#include <base/sealed_file.h>

#include <optional>
#include <system_error>

namespace desk {

namespace {

constexpr std::size_t LargestPage = std::size_t{256} << 20;

class OnePage final : public scanner::ScanSink
{
  public:
    explicit OnePage(const std::function<void(std::uint64_t)>& progress)
        : m_progress(progress)
    {}

    void progress(std::uint64_t bytes) override
    {
        if (m_progress)
            m_progress(bytes);
    }

    void page(const scanner::ScannedPage& page) override
    {
        if (!m_page)
            m_page = page;
    }

    void fault(scanner::ScanFault) override {}

    void end(const scanner::BatchEnd& end) override { m_end = end; }

    /// The page, or why there is none.
    [[nodiscard]] base::Result<scanner::ScannedPage> outcome() const
    {
        if (m_page)
            return *m_page;
        if (m_end.fault)
            return tl::unexpected(scanner::errorOf(*m_end.fault));
        if (m_end.why == scanner::EndReason::Cancelled)
            return base::fail(base::ErrorCode::Cancelled, "The test scan was cancelled.");
        return tl::unexpected(scanner::errorOf(scanner::ScanFault::NoDocs));
    }

  private:
    const std::function<void(std::uint64_t)>& m_progress;
    std::optional<scanner::ScannedPage> m_page;
    scanner::BatchEnd m_end;
};

base::Result<TestPage> readPage(const scanner::ScannedPage& page, const base::Key& key)
{
    auto image = base::readSealedFile(page.file, key, LargestPage);
    if (!image)
        return base::passOn(image);
    return TestPage{std::move(*image), page.width, page.height, page.dpi};
}

/// Nothing in it can be read any more, so that a failure here costs disk space alone.
void clear(const std::filesystem::path& folder)
{
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
}

}  // namespace

base::Result<TestPage> testScan(scanner::ScanSource& source,
                                scanner::ScanRequest request,
                                const std::filesystem::path& folder,
                                const std::function<void(std::uint64_t)>& progress,
                                std::stop_token stop)
{
    clear(folder);
    if (auto made = base::makeFolder(folder); !made)
        return base::passOn(made);
    const auto key = base::Key::random();
    request.pageLimit = 1;
    OnePage sink(progress);
    source.acquire(request, {folder, key, 1}, sink, std::move(stop));
    const auto page = sink.outcome();
    auto shown = page ? readPage(*page, key) : base::passOn(page);
    clear(folder);
    return shown;
}

}  // namespace desk
