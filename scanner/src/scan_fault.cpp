#include <scanner/scan_fault.h>

#include <algorithm>
#include <array>
#include <string>

namespace scanner {

namespace {

/// Marks a message id for translation.
constexpr std::string_view messageId(std::string_view id)
{
    return id;
}

struct Row {
    ScanFault fault;
    std::string_view name;
    std::string_view sentence;
    std::string_view action;
};

constexpr std::array<Row, 19> Rows{{
    {ScanFault::NoDocs,
     "no-docs",
     messageId("There is no paper in the scanner's feeder."),
     messageId("Put the pages into the feeder and scan again.")},
    {ScanFault::Jammed,
     "jammed",
     messageId("A page is stuck in the scanner's feeder. The pages scanned before it are saved."),
     messageId("Take the stuck page out, put it back on the pile and continue.")},
    {ScanFault::CoverOpen,
     "cover-open",
     messageId("The scanner's cover is open. The pages scanned so far are saved."),
     messageId("Close the cover and continue.")},
    {ScanFault::Busy,
     "busy",
     messageId("The scanner is used by another program or another computer."),
     messageId("Wait until it is free, then scan again.")},
    {ScanFault::Disconnected,
     "disconnected",
     messageId("The connection to the scanner broke. The pages scanned so far are saved."),
     messageId("Check the cable and the power of the scanner, then continue.")},
    {ScanFault::AccessDenied,
     "access-denied",
     messageId("This user may not use the scanner."),
     messageId("Ask the administrator for access to the scanner.")},
    {ScanFault::NotThere,
     "not-there",
     messageId("The scanner was not found."),
     messageId("Switch the scanner on, check its cable, then scan again.")},
    {ScanFault::BadSetting,
     "bad-setting",
     messageId("The scanner refuses these settings."),
     messageId("Choose another resolution, colour mode or paper source.")},
    {ScanFault::Unsupported,
     "unsupported",
     messageId("The scanner cannot scan in this way."),
     messageId("Choose another paper source or colour mode.")},
    {ScanFault::OutOfMemory,
     "out-of-memory",
     messageId("The scanner has not enough memory for this page."),
     messageId("Choose a lower resolution and scan the page again.")},
    {ScanFault::WrongData,
     "wrong-data",
     messageId("The scanner sent a page that cannot be used. The pages scanned before it are saved."),
     messageId("Scan this page again.")},
    {ScanFault::NotAnImage,
     "not-an-image",
     messageId("One of the files is not a JPEG or TIFF image of one page. The pages before it are saved."),
     messageId("Save the page as JPEG or TIFF and take it in again.")},
    {ScanFault::WarmingUp,
     "warming-up",
     messageId("The scanner's lamp is still warming up."),
     messageId("Wait a minute, then scan again.")},
    {ScanFault::Locked,
     "locked",
     messageId("The scanner is locked for transport."),
     messageId("Open the transport lock on the scanner, then scan again.")},
    {ScanFault::Hung,
     "hung",
     messageId(
         "The scanner did not answer any more and its driver was restarted. The pages scanned so far are saved."),
     messageId("Switch the scanner off and on, then continue.")},
    {ScanFault::Crashed,
     "crashed",
     messageId("The scanner's driver failed and was restarted. The pages scanned so far are saved."),
     messageId("Continue with the page that was being scanned.")},
    {ScanFault::NoWorker,
     "no-worker",
     messageId("The program that talks to scanners could not be started."),
     messageId("Ask the administrator to install OneWindow again.")},
    {ScanFault::DiskFull,
     "disk-full",
     messageId("The disk is full, so the page could not be saved. The pages scanned before it are saved."),
     messageId("Free some space on the disk, then continue with this page.")},
    {ScanFault::SpoolFailed,
     "spool-failed",
     messageId("The page could not be written to the disk. The pages scanned before it are saved."),
     messageId("Ask the administrator to check the disk, then continue with this page.")},
}};

const Row& rowOf(ScanFault fault)
{
    return *std::find_if(Rows.begin(), Rows.end(), [fault](const Row& row) { return row.fault == fault; });
}

}  // namespace

std::string_view nameOf(ScanFault fault)
{
    return rowOf(fault).name;
}

std::optional<ScanFault> parseScanFault(std::string_view name)
{
    const auto row = std::find_if(Rows.begin(), Rows.end(), [name](const Row& r) { return r.name == name; });
    return row == Rows.end() ? std::nullopt : std::optional(row->fault);
}

const std::vector<ScanFault>& allScanFaults()
{
    static const std::vector<ScanFault> all = [] {
        std::vector<ScanFault> faults;
        for (const auto& row : Rows)
            faults.push_back(row.fault);
        return faults;
    }();
    return all;
}

std::string_view sentenceOf(ScanFault fault)
{
    return rowOf(fault).sentence;
}

std::string_view actionOf(ScanFault fault)
{
    return rowOf(fault).action;
}

base::Error errorOf(ScanFault fault)
{
    const auto code = fault == ScanFault::DiskFull ? base::ErrorCode::NoSpace : base::ErrorCode::Device;
    return {code, std::string(sentenceOf(fault)), {}};
}

std::optional<ScanFault> faultOf(const base::Error& error)
{
    if (error.code != base::ErrorCode::Device && error.code != base::ErrorCode::NoSpace)
        return std::nullopt;
    const auto row =
        std::find_if(Rows.begin(), Rows.end(), [&](const Row& r) { return r.sentence == error.message; });
    return row == Rows.end() ? std::nullopt : std::optional(row->fault);
}

}  // namespace scanner
