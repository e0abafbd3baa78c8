#pragma once

#include <drivers/scan_driver.h>

namespace drivers {

/// Image files as if they came out of a scanner: the device's name is the path of one JPEG or TIFF file, or of a
/// folder whose visible files are taken in the order of their names, up to the page limit. Bytes are kept as they
/// are; source, resolution, mode and area of a request mean nothing here. A file of more than 64 MiB, or one
/// that is no such image, ends the batch with NotAnImage.
[[nodiscard]] base::Result<std::unique_ptr<ScanDriver>> makeFilesDriver();

}  // namespace drivers
