#pragma once

#include <base/clock.h>
#include <base/units.h>

#include <chrono>
#include <deque>
#include <optional>

namespace desk {

/// How fast bytes go out, measured while they do: the average over the last half minute, so that one slow second does
/// not make the time left jump. A value; one for everything that is sent, since one sender goes at a time.
class SendPace
{
  public:
    /// `sent` is a sum that only grows while the same things are sent; a smaller one begins anew.
    void observe(base::Timestamp now, base::ByteCount sent);

    /// How long `left` will take at this pace, to the full second and at least one; nothing before two seconds were
    /// watched, when nothing got on, or when nothing is left.
    [[nodiscard]] std::optional<std::chrono::seconds> timeFor(base::ByteCount left) const;

  private:
    struct Moment {
        base::Timestamp at;
        base::ByteCount sent;
    };

    std::deque<Moment> m_moments;  ///< oldest first
};

}  // namespace desk
