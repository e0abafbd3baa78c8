#include "interrupt.h"

#include <pthread.h>

namespace cli {

Interrupt::Interrupt()
{
    sigemptyset(&m_signals);
    sigaddset(&m_signals, SIGINT);
    sigaddset(&m_signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
    m_waiter = std::jthread([this](std::stop_token over) {
        int signal = 0;
        while (!over.stop_requested())
            if (sigwait(&m_signals, &signal) == 0)
                m_stop.request_stop();
    });
}

Interrupt::~Interrupt()
{
    m_waiter.request_stop();
    pthread_kill(m_waiter.native_handle(), SIGTERM);  // wakes the waiter, nobody else
}

}  // namespace cli
