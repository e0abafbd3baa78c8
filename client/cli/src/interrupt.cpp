#include "interrupt.h"

#include <pthread.h>

#include <ctime>

namespace cli {

Interrupt::Interrupt()
{
    sigemptyset(&m_signals);
    sigaddset(&m_signals, SIGINT);
    sigaddset(&m_signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
    m_waiter = std::jthread([this](std::stop_token over) {
        constexpr timespec Glance{0, 200'000'000};
        while (!over.stop_requested())
            if (sigtimedwait(&m_signals, nullptr, &Glance) > 0)
                m_stop.request_stop();
    });
}

Interrupt::~Interrupt() = default;

}  // namespace cli
