#pragma once

#include <offline/back_office_client.h>
#include <offline/outbox_store.h>
#include <offline/page_store.h>

#include <cstddef>
#include <functional>
#include <stop_token>
#include <string_view>
#include <vector>

namespace offline {

/// A step over the line: nothing, or why it went no further.
using LineStep = tl::expected<void, Refusal>;

inline constexpr std::string_view PaperType = "application/pdf";

/// An error of ours as a refusal nobody over there gave.
[[nodiscard]] tl::unexpected<Refusal> ownRefusal(base::Error error);
[[nodiscard]] tl::unexpected<Refusal> refusalOf(api::ProblemCode code, std::string message);

/// Brings bytes to the back office over tus: it is asked what it lacks before anything is sent, and for the offset before
/// anything is sent again. Used by one thread.
class PageSending
{
  public:
    /// How far `page` came; bytes of it that are there.
    using Progress = std::function<void(const OutboxPage& page, std::uint64_t sent)>;
    /// An upload was begun that is not whole yet: whoever keeps it can go on with it later.
    using Begun = std::function<base::Status(const OutboxPage& page)>;

    PageSending(BackOfficeClient& backOffice, PageStore& pages, std::stop_token stop);

    /// Marks which of the pages the back office has (OutboxPage::there).
    [[nodiscard]] LineStep ask(std::vector<OutboxPage>& pages);

    /// Sends one that it lacks, and marks it.
    [[nodiscard]] LineStep send(OutboxPage& page, const Progress& progress = {}, const Begun& begun = {});

  private:
    [[nodiscard]] LineStep sendBytes(OutboxPage& page,
                                     const std::string& image,
                                     const Progress& progress,
                                     const Begun& begun);
    [[nodiscard]] Answer<UploadProgress> begin(OutboxPage& page, const std::string& image, const Begun& begun);
    [[nodiscard]] Answer<UploadProgress> resume(OutboxPage& page, const std::string& image, const Begun& begun);
    [[nodiscard]] Answer<UploadProgress> afterCut(const OutboxPage& page, const Refusal& refusal);

    BackOfficeClient& m_backOffice;
    PageStore& m_pages;
    std::stop_token m_stop;
};

}  // namespace offline
