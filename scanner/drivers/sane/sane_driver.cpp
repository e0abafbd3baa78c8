#include "sane_driver.h"

#include "sane_device.h"
#include "sane_status.h"

#include <sane/sane.h>

namespace drivers {

namespace {

std::string textOf(const char* text)
{
    return text == nullptr ? std::string() : std::string(text);
}

class SaneDriver final : public ScanDriver
{
  public:
    SaneDriver() = default;

    ~SaneDriver() override { sane_exit(); }

    SaneDriver(const SaneDriver&) = delete;
    SaneDriver& operator=(const SaneDriver&) = delete;

    std::string_view name() const override { return "sane"; }

    base::Result<std::vector<scanner::Device>> devices() override
    {
        const SANE_Device** list = nullptr;
        if (const auto status = sane_get_devices(&list, SANE_FALSE); status != SANE_STATUS_GOOD)
            return saneError(faultOfStatus(status));
        std::vector<scanner::Device> devices;
        for (; list != nullptr && *list != nullptr; ++list) {
            const auto& one = **list;
            auto id = scanner::DeviceId::parse("sane:" + textOf(one.name));
            if (id)
                devices.push_back({std::move(*id), textOf(one.vendor), textOf(one.model), textOf(one.type)});
        }
        return devices;
    }

    base::Result<std::unique_ptr<OpenDevice>> open(const std::string& device) override
    {
        return SaneDevice::open(device);
    }
};

}  // namespace

base::Result<std::unique_ptr<ScanDriver>> makeSaneDriver()
{
    if (const auto status = sane_init(nullptr, nullptr); status != SANE_STATUS_GOOD)
        return saneError(faultOfStatus(status));
    return std::make_unique<SaneDriver>();
}

}  // namespace drivers
