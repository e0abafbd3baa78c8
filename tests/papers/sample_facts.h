#pragma once

#include <papers/notice_facts.h>

namespace samples {

/// A case of the synthetic people that has something for every kind of notice.
[[nodiscard]] papers::NoticeFacts facts();

}  // namespace samples
