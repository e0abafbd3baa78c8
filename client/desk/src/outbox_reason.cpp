#include <desk/outbox_reason.h>

#include <array>

namespace desk {

namespace {

using base::ErrorCode;
using i18n::messageId;

struct Word {
    ErrorCode code;
    std::string_view title;
};

constexpr std::array Words{
    Word{ErrorCode::Network, messageId("There was no line to the back office.")},
    Word{ErrorCode::NotOurServer, messageId("Somebody else answered in the place of the back office.")},
    Word{ErrorCode::LoginNeeded, messageId("The login had ended.")},
    Word{ErrorCode::BadInput, messageId("The answer could not be understood.")},
    Word{ErrorCode::Refused, messageId("The back office refused without saying why.")},
    Word{ErrorCode::Damaged, messageId("A kept page is damaged.")},
};

}  // namespace

i18n::Phrase outboxReason(const std::string& reason)
{
    for (const auto& word : Words)
        if (reason == base::nameOf(word.code))
            return i18n::phrase(std::string(word.title));
    // The back office's own sentence says more than the token before it.
    const auto sentence = reason.find('\n');
    return i18n::phrase(sentence == std::string::npos ? reason : reason.substr(sentence + 1));
}

}  // namespace desk
