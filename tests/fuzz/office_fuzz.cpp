#include <forms/guide.h>
#include <forms/office.h>

#include <cstdint>
#include <cstdlib>

/// What is read is written and read again the same, and can be asked about.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto office = forms::officeFromJson(bytes);
    if (!office)
        return 0;
    const auto again = forms::officeFromJson(forms::officeToJson(*office));
    if (!again || *again != *office)
        std::abort();
    for (const auto& department : office->departments)
        if (office->findDepartment(department.id) == nullptr
            || office->departmentOf({department.name, department.uscc, {}}) == nullptr)
            std::abort();
    return 0;
}
