#include "driver_host.h"

#include <drivers/registry.h>
#include <drivers/run_batch.h>

#include <utility>
#include <variant>

namespace worker {

using scanner::ScanFault;
using namespace scanner::worker;

DriverHost::DriverHost(ParentLine& parent)
    : m_parent(parent)
{}

void DriverHost::give(Request order)
{
    const std::lock_guard lock(m_mutex);
    if (std::holds_alternative<Cancel>(order))
        m_cancel.request_stop();
    m_orders.push_back(std::move(order));
    m_changed.notify_one();
}

Request DriverHost::nextOrder()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_orders.empty(); });
    auto order = std::move(m_orders.front());
    m_orders.pop_front();
    return order;
}

std::stop_token DriverHost::cancelToken()
{
    const std::lock_guard lock(m_mutex);
    return m_cancel.get_token();
}

void DriverHost::run()
{
    while (!m_isClosed)
        std::visit([this](const auto& order) { obey(order); }, nextOrder());
}

void DriverHost::deny(const base::Error& error)
{
    m_parent.say(Denied{scanner::faultOf(error).value_or(ScanFault::Unsupported)});
}

base::Result<drivers::ScanDriver*> DriverHost::driver(const std::string& name)
{
    auto& slot = m_drivers[name];
    if (!slot) {
        auto made = drivers::makeDriver(name);
        if (!made)
            return tl::unexpected<base::Error>(scanner::errorOf(ScanFault::NotThere));
        if (!*made)
            return passOn(*made);
        slot = std::move(**made);
    }
    return slot.get();
}

base::Result<std::unique_ptr<drivers::OpenDevice>> DriverHost::open(const scanner::DeviceId& id)
{
    const auto found = driver(id.driver);
    if (!found)
        return passOn(found);
    return (*found)->open(id.name);
}

void DriverHost::obey(const Hello&)
{
    m_parent.say(Greeting{ProtocolVersion, drivers::driverNames()});
}

/// A driver that cannot list hides no other's devices; only when none can is it a fault.
void DriverHost::obey(const List&)
{
    Listed listed;
    std::optional<base::Error> failure;
    bool anyWorked = false;
    for (const auto& name : drivers::driverNames()) {
        const auto found = driver(name);
        const auto devices = found ? (*found)->devices() : passOn(found);
        if (!devices) {
            failure = devices.error();
            continue;
        }
        anyWorked = true;
        listed.devices.insert(listed.devices.end(), devices->begin(), devices->end());
    }
    if (anyWorked)
        m_parent.say(listed);
    else
        deny(failure.value_or(scanner::errorOf(ScanFault::Unsupported)));
}

void DriverHost::obey(const Open& order)
{
    m_device.reset();
    auto opened = open(order.device);
    if (!opened)
        return deny(opened.error());
    m_device = std::move(*opened);
    m_parent.say(Opened{});
}

void DriverHost::obey(const Options&)
{
    const auto abilities =
        m_device ? m_device->abilities() : tl::unexpected<base::Error>(scanner::errorOf(ScanFault::NotThere));
    if (!abilities)
        return deny(abilities.error());
    m_parent.say(Able{*abilities});
}

void DriverHost::obey(const Set& order)
{
    const auto set = m_device
                         ? m_device->set(order.request)
                         : base::Status(tl::unexpected<base::Error>(scanner::errorOf(ScanFault::NotThere)));
    if (!set)
        return deny(set.error());
    m_parent.say(Accepted{});
}

void DriverHost::obey(const Start& order)
{
    if (!m_device)
        return deny(scanner::errorOf(ScanFault::NotThere));
    drivers::runBatch(*m_device, {order.folder, order.key, order.firstNumber}, m_parent, cancelToken());
}

void DriverHost::obey(const Cancel&)
{
    // It has stopped what ran when it came; the next batch is not meant.
    const std::lock_guard lock(m_mutex);
    m_cancel = std::stop_source();
}

void DriverHost::obey(const Close&)
{
    m_device.reset();
    m_drivers.clear();
    m_parent.say(Closed{});
    m_isClosed = true;
}

}  // namespace worker
