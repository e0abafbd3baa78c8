#include "case_text.h"
#include "verbs.h"

#include <base/durable_file.h>
#include <base/encoding.h>
#include <base/sealed_file.h>
#include <scanner/spool.h>

#include <fmt/format.h>

#include <iostream>

namespace cli {

namespace {

struct Options {
    std::string device;
    std::string source = "flatbed";
    std::string mode = "color";
    std::string out;
    std::string caseText;
    std::string material;
    std::string instead;
    int dpi = 300;
    std::uint32_t pages = 0;
};

using Shared = std::shared_ptr<Options>;

base::Result<scanner::ScanRequest> requestOf(const Options& o)
{
    const auto device = scanner::DeviceId::parse(o.device);
    if (!device)
        return base::fail(base::ErrorCode::BadArgument,
                          "“{device}” is no device like sane:test:0.",
                          {{"device", o.device}});
    scanner::ScanRequest request;
    request.device = *device;
    request.source = *scanner::parsePaperSource(o.source);
    request.mode = *scanner::parseColourMode(o.mode);
    request.dpi = base::Dpi{o.dpi};
    if (o.pages > 0)
        request.pageLimit = o.pages;
    return request;
}

void addDeviceOptions(CLI::App& sub, const Shared& o)
{
    sub.add_option("--device", o->device, "<driver>:<name>, see “scan devices”")->required();
    sub.add_option("--source", o->source)->check(CLI::IsMember({"flatbed", "adf", "adf-duplex"}));
    sub.add_option("--dpi", o->dpi)->check(CLI::Range(50, 1200));
    sub.add_option("--mode", o->mode)->check(CLI::IsMember({"color", "gray", "lineart"}));
    sub.add_option("--pages", o->pages, "At most so many sides");
}

base::Result<Report> devices(Context& context)
{
    const auto found = context.scanSource()->devices(context.stop());
    if (!found)
        return base::passOn(found);
    Report report{nlohmann::json::array(), {}, 0};
    for (const auto& device : *found) {
        report.json.push_back({{"device", device.id.toString()},
                               {"vendor", device.vendor},
                               {"model", device.model},
                               {"kind", device.kind}});
        report.text += device.id.toString() + "\t" + device.vendor + " " + device.model + "\n";
    }
    if (found->empty())
        report.text = context.say("No scanner was found. Check that it is switched on and connected.");
    return report;
}

/// Pages of a scan without a case, written in clear where the user said.
class FilePages final : public scanner::ScanSink
{
  public:
    FilePages(std::filesystem::path out, const scanner::Spool& spool)
        : m_out(std::move(out))
        , m_spool(spool)
    {}

    void progress(std::uint64_t) override {}

    void page(const scanner::ScannedPage& page) override
    {
        if (!m_status)
            return;
        const auto image = base::readSealedFile(page.file, m_spool.key);
        const auto name =
            fmt::format("{:04}.{}", page.number, page.type == scanner::ImageType::Jpeg ? "jpg" : "tif");
        m_status = image ? base::writeDurably(m_out / name, *image) : base::passOn(image);
        if (!m_status)
            return;
        std::ignore = scanner::removeFromSpool(m_spool.folder, page.number);
        m_json.push_back({{"file", (m_out / name).string()},
                          {"sha256", page.sha256.toString()},
                          {"dpi", page.dpi.value},
                          {"width", page.width},
                          {"height", page.height},
                          {"side", scanner::nameOf(page.side)}});
    }

    void fault(scanner::ScanFault) override {}

    void end(const scanner::BatchEnd& end) override { m_end = end; }

    [[nodiscard]] base::Result<nlohmann::json> result() const
    {
        if (!m_status)
            return base::passOn(m_status);
        if (m_end.fault)
            return tl::unexpected(scanner::errorOf(*m_end.fault));
        return m_json;
    }

  private:
    std::filesystem::path m_out;
    const scanner::Spool& m_spool;
    base::Status m_status;
    nlohmann::json m_json = nlohmann::json::array();
    scanner::BatchEnd m_end;
};

base::Result<Report> scanPages(Context& context, const Options& o)
{
    const auto request = requestOf(o);
    if (!request)
        return base::passOn(request);
    const std::filesystem::path out = o.out;
    const scanner::Spool spool{out / (".spool-" + base::toHex(base::randomBytes(6))), base::Key::random(), 1};
    if (auto made = base::makeFolder(spool.folder); !made)
        return base::passOn(made);
    FilePages pages(out, spool);
    context.scanSource()->acquire(*request, spool, pages, context.stop());
    std::ignore = scanner::removeSpool(spool.folder);
    const auto result = pages.result();
    if (!result)
        return base::passOn(result);
    return Report{*result,
                  context.say("{count} pages are in {folder}.",
                              {{"count", std::to_string(result->size())}, {"folder", o.out}}),
                  0};
}

/// Says each page as it is kept, and what the scanner has to say.
class Teller final : public desk::ScanProgress
{
  public:
    explicit Teller(const Context& context)
        : m_context(context)
    {}

    void bytes(std::uint64_t) override {}

    void kept(const forms::Page& page) override
    {
        std::cerr << m_context.say("Page {number} is kept ({width}×{height}, {dpi} dpi).",
                                   {{"number", std::to_string(++m_count)},
                                    {"width", std::to_string(page.width)},
                                    {"height", std::to_string(page.height)},
                                    {"dpi", std::to_string(page.dpi.value)}})
                  << '\n';
    }

    void fault(scanner::ScanFault fault) override
    {
        std::cerr << m_context.say(scanner::sentenceOf(fault)) << ' '
                  << m_context.say(scanner::actionOf(fault)) << '\n';
    }

  private:
    const Context& m_context;
    int m_count = 0;
};

base::Result<Report> scanIntoCase(Context& context, const Options& o)
{
    const auto id = context.caseId(o.caseText);
    if (!id)
        return base::passOn(id);
    const auto request = requestOf(o);
    if (!request)
        return base::passOn(request);
    std::optional<base::PageId> instead;
    if (!o.instead.empty()) {
        instead = base::PageId::parse(o.instead);
        if (!instead)
            return base::fail(
                base::ErrorCode::BadArgument, "“{page}” is no id of a page.", {{"page", o.instead}});
    }
    auto intake = context.intake();
    Teller teller(context);
    const auto source = context.scanSource();
    const auto outcome =
        intake->scan(*id, placeOf(o.material), *source, *request, teller, context.stop(), instead);
    if (!outcome)
        return base::passOn(outcome);
    Report report;
    report.json = {{"case", id->toString()},
                   {"pages", nlohmann::json::array()},
                   {"end", scanner::nameOf(outcome->end.why)}};
    for (const auto page : outcome->pages)
        report.json["pages"].push_back(page.toString());
    report.text = context.say("{count} pages were kept.", {{"count", std::to_string(outcome->pages.size())}});
    if (outcome->end.fault) {
        report.json["fault"] = scanner::nameOf(*outcome->end.fault);
        report.exit = exit_code::Device;
    }
    return report;
}

}  // namespace

void addScanVerbs(CLI::App& program, Command& command)
{
    const auto o = std::make_shared<Options>();
    auto* scan = program.add_subcommand("scan", "Scanners, and scanning without a case");
    scan->require_subcommand(1);
    scan->add_subcommand("devices", "Scanners that can be found now")->callback([&command] {
        command.run = devices;
    });
    auto* pages = scan->add_subcommand("pages", "Scan into a folder, not encrypted");
    addDeviceOptions(*pages, o);
    pages->add_option("--out", o->out)->required()->type_name("DIR");
    pages->callback(
        [&command, o] { command.run = [o](Context& context) { return scanPages(context, *o); }; });
}

void addCaseScanVerb(CLI::App& cases, Command& command)
{
    const auto o = std::make_shared<Options>();
    auto* sub = cases.add_subcommand("scan", "Scan a batch into a material");
    sub->add_option("CASE", o->caseText)->required();
    sub->add_option("MATERIAL", o->material, "Not decided yet without");
    addDeviceOptions(*sub, o);
    sub->add_option("--instead", o->instead, "The first page takes this page's place")->type_name("PAGE");
    sub->callback(
        [&command, o] { command.run = [o](Context& context) { return scanIntoCase(context, *o); }; });
}

}  // namespace cli
