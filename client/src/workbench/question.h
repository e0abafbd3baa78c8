#pragma once

#include <base/date.h>
#include <desk/review_words.h>

#include <wx/string.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

class wxWindow;

namespace workbench {

class Bench;

/// Small window-modal questions. `done` is called when the person said yes, never when she took it back. UI thread.

struct TextQuestion {
    wxString title;
    wxString text;   ///< why it is asked
    wxString label;  ///< of the field
    wxString yes;    ///< the button's word
    std::string begin;
    bool needed = true;                  ///< yes stays grey while the field is empty
    std::vector<std::string> phrases{};  ///< usual answers to choose from
};

void ask(wxWindow* parent, Bench& bench, const TextQuestion& question, std::function<void(std::string)> done);

struct DateQuestion {
    wxString title;
    wxString text;
    wxString label;
    wxString yes;
    base::Date begin;
    std::optional<base::Date>
        earliest{};  ///< yes stays grey before it and after `latest`, and the question says so
    std::optional<base::Date> latest{};
};

void ask(wxWindow* parent, Bench& bench, const DateQuestion& question, std::function<void(base::Date)> done);

struct ChoiceQuestion {
    wxString title;
    wxString text;
    wxString label;
    wxString yes;
    std::vector<wxString> choices;          ///< none: only the text is asked for, and it is needed
    wxString textLabel;                     ///< of a second field for text; empty = none
    std::optional<desk::WordsFor> words{};  ///< usual words for that field
};

void ask(wxWindow* parent,
         Bench& bench,
         const ChoiceQuestion& question,
         std::function<void(std::size_t choice, std::string text)> done);

}  // namespace workbench
