#include "parent_line.h"

#include <base/secret.h>

#include <unistd.h>

#include <cerrno>
#include <string>

namespace worker {

namespace {

/// Empty when the line is closed.
std::string readSome(int fd)
{
    std::string block(4096, '\0');
    ssize_t got = 0;
    do {
        got = ::read(fd, block.data(), block.size());
    } while (got < 0 && errno == EINTR);
    block.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return block;
}

}  // namespace

ParentLine::ParentLine(int in, int out)
    : m_in(in)
    , m_out(out)
{}

std::optional<scanner::worker::Request> ParentLine::nextOrder()
{
    while (true) {
        auto message = m_reader.next();
        if (!message)
            return std::nullopt;
        if (*message) {
            auto order = scanner::worker::decodeRequest(**message);
            base::wipe(**message);
            return order ? std::optional(std::move(*order)) : std::nullopt;
        }
        auto bytes = readSome(m_in);
        if (bytes.empty())
            return std::nullopt;
        m_reader.add(bytes);
        base::wipe(bytes);
    }
}

void ParentLine::say(const scanner::worker::Message& message)
{
    const auto frame = scanner::encodeFrame(scanner::worker::encode(message));
    if (!frame)
        ::_exit(1);
    const std::lock_guard lock(m_writing);
    for (std::size_t at = 0; at < frame->size();) {
        const auto written = ::write(m_out, frame->data() + at, frame->size() - at);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            ::_exit(1);
        at += static_cast<std::size_t>(written);
    }
}

void ParentLine::progress(std::uint64_t bytes)
{
    say(scanner::worker::Progress{bytes});
}

void ParentLine::page(const scanner::ScannedPage& page)
{
    say(scanner::worker::PageDone{page});
}

void ParentLine::fault(scanner::ScanFault fault)
{
    say(scanner::worker::Fault{fault});
}

void ParentLine::end(const scanner::BatchEnd& end)
{
    say(scanner::worker::End{end});
}

}  // namespace worker
