#pragma once

#include <workbench/lane.h>
#include <workbench/page_reader.h>
#include <workbench/stage.h>
#include <workbench/window_settings.h>

#include <api/post_sessions.h>
#include <i18n/language.h>
#include <kit/page_canvas.h>

#include <atomic>
#include <cstdint>
#include <string_view>
#include <vector>

namespace workbench {

/// What every page of the window works with. Made once by main, before any window, and outlives them all. UI thread,
/// but for what the lanes do on theirs.
class Bench
{
  public:
    Bench(const Surroundings& surroundings, WindowSettings& settings, i18n::Language language);

    [[nodiscard]] const base::Clock& clock() const { return m_surroundings.clock; }

    [[nodiscard]] const Surroundings& surroundings() const { return m_surroundings; }

    [[nodiscard]] WindowSettings& settings() { return m_settings; }

    // Threads.
    [[nodiscard]] Lane& counter() { return m_counter; }  ///< short steps in the store

    [[nodiscard]] Lane& search() { return m_search; }  ///< matters as they are typed; holds the index

    [[nodiscard]] Lane& guides() { return m_guides; }  ///< imports and updates, which last a minute

    [[nodiscard]] Lane& scanner() { return m_scanner; }  ///< batches, looking for devices

    [[nodiscard]] Lane& line() { return m_line; }  ///< outbox and inbox

    [[nodiscard]] Lane& review() { return m_review; }  ///< whatever a reviewer asks of the back office

    [[nodiscard]] kit::UiTasks& pixels() { return m_pixels; }  ///< decodes pages

    // Words.
    [[nodiscard]] i18n::Language language() const { return m_language; }

    void setLanguage(i18n::Language language) { m_language = language; }

    [[nodiscard]] wxString say(std::string_view id, std::vector<base::Argument> arguments = {}) const;
    [[nodiscard]] wxString say(const i18n::Phrase& phrase) const;
    [[nodiscard]] wxString sayCount(std::string_view one, std::string_view other, std::uint64_t count) const;

    /// "2026-11-22 10:42" by the hall's clock.
    [[nodiscard]] static std::string timeText(base::Timestamp time);

    // Who is here.
    [[nodiscard]] const api::Identity& user() const { return m_user; }

    void setUser(api::Identity user) { m_user = std::move(user); }

    [[nodiscard]] bool online() const { return m_online; }

    void setOnline(bool online) { m_online = online; }

    [[nodiscard]] base::Date today() const { return base::hallDate(clock().now()); }

    /// A kept page of this workstation, for a canvas or a thumbnail.
    [[nodiscard]] kit::PageSource pageSource(const forms::Page& page);

    // The window; set by it while it lives.
    [[nodiscard]] Stage& stage() { return *m_stage; }

    void setStage(Stage* stage) { m_stage = stage; }

    /// That window dies; another one may have taken its place before.
    void leaveStage(const Stage* stage) { m_stage = m_stage == stage ? nullptr : m_stage; }

    /// The error in the attention bar, in the user's language. Cancelled is no error: nothing is shown. With a key
    /// it is outdated as soon as somebody hushes that key.
    void tell(const base::Error& error);
    void tell(const base::Error& error, const std::string& key);
    void tell(widgets::Tone tone, const std::string& key, const wxString& text);

    /// What was said under that key, or below it, is over. Also while there is no window any more.
    void hush(const std::string& key);

  private:
    const Surroundings& m_surroundings;
    WindowSettings& m_settings;
    i18n::Language m_language;
    api::Identity m_user;
    std::atomic<bool> m_online = false;
    Stage* m_stage = nullptr;
    PageReader m_reader;
    Lane m_counter;
    Lane m_search;
    Lane m_guides;
    Lane m_scanner;
    Lane m_line;
    Lane m_review;
    kit::UiTasks m_pixels{2};
};

/// The turn that was edited into the page.
[[nodiscard]] kit::Rotation rotationOf(const forms::Page& page);

}  // namespace workbench
