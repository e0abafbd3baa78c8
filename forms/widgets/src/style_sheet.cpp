#include "style_sheet.h"

#include <base/error.h>

#include <vector>

namespace widgets {
namespace {

std::string css(const wxColour& colour)
{
    return colour.GetAsString(wxC2S_HTML_SYNTAX).utf8_string();
}

/// Places are written <name>, since CSS has braces of its own.
std::string fill(std::string text, const std::vector<base::Argument>& places)
{
    for (const auto& place : places) {
        const std::string token = "<" + place.name + ">";
        for (auto at = text.find(token); at != std::string::npos; at = text.find(token, at)) {
            text.replace(at, token.size(), place.value);
        }
    }
    return text;
}

constexpr const char* Sheet = R"(
button { min-height: 1.45em; padding: 0.2em 0.85em; }
entry { min-height: 1.75em; padding: 0 0.5em; }
combobox button { padding: 0 0.5em; min-height: 1.75em; }
button.ow-primary, button.ow-danger { background: <accent>; border-color: <accent>; color: <onAccent>;
    text-shadow: none; box-shadow: none; }
button.ow-primary:hover { background: <accentHover>; }
button.ow-primary label, button.ow-danger label { color: <onAccent>; }
button.ow-danger { background: <danger>; border-color: <danger>; }
button.ow-danger:hover { background: <dangerHover>; }
button.ow-primary:disabled, button.ow-danger:disabled { background: <line>; border-color: <line>; color: <muted>; }
button.ow-primary:disabled label, button.ow-danger:disabled label { color: <muted>; }
button.ow-quiet { background: none; border-color: transparent; box-shadow: none; padding: 0.1em 0.45em; }
button.ow-quiet:hover { background: <hover>; }
button.ow-segment { background: <panel>; border: 1px solid <frame>; border-radius: 0; box-shadow: none; text-shadow: none;
    padding: 0.05em 0.7em; min-width: 1.4em; }
button.ow-segment:not(:first-child) { border-left-width: 0; }
button.ow-segment label { color: <text>; }
button.ow-segment:hover { background: <hover>; }
button.ow-segment:checked { background: <accent>; border-color: <accent>; }
button.ow-segment:disabled { background: <ground>; }
button.ow-segment:checked:disabled { background: <muted>; border-color: <muted>; }
button.ow-segment:checked.ow-tone-ok { background: <ok>; border-color: <ok>; }
button.ow-segment:checked.ow-tone-danger { background: <danger>; border-color: <danger>; }
button.ow-segment:checked label { color: <onAccent>; }
button.ow-segment:disabled label { color: <muted>; }
button.ow-segment:checked:disabled label { color: <onAccent>; }
button.ow-nav { background: <nav>; border: none; border-radius: 0.45em; box-shadow: none; text-shadow: none;
    padding: 0.3em 0.1em; font-size: 88%; }
button.ow-nav label { color: <navText>; }
button.ow-nav:hover { background: <navHover>; }
button.ow-nav:checked { background: <navChosen>; }
button.ow-nav:checked label { color: <onAccent>; }
button.ow-tab { background: <tab>; border: none; border-radius: 0.4em 0.4em 0 0; box-shadow: none; text-shadow: none;
    padding: 0.3em 1em; }
button.ow-tab label { color: <muted>; }
button.ow-tab:checked { background: <panel>; }
button.ow-tab:checked label { color: <text>; font-weight: bold; }
button.ow-primary:focus, button.ow-danger:focus, button.ow-segment:focus, button.ow-nav:focus, button.ow-tab:focus,
button.ow-quiet:focus { outline: 2px solid <focus>; outline-offset: -3px; }
button.ow-nav:focus { outline-color: <navText>; }
button.ow-primary:focus, button.ow-danger:focus, button.ow-segment:checked:focus { outline-color: <onAccent>; }
.ow-badge { border-radius: 1em; padding: 0.08em 0.75em; font-size: 88%; background: <softNeutral>; color: <inkNeutral>; }
.ow-badge.ow-tone-info { background: <softInfo>; color: <inkInfo>; }
.ow-badge.ow-tone-ok { background: <softOk>; color: <inkOk>; }
.ow-badge.ow-tone-warn { background: <softWarn>; color: <inkWarn>; }
.ow-badge.ow-tone-danger { background: <softDanger>; color: <inkDanger>; }
.ow-list treeview.view:selected { background: <selection>; color: <text>; }
.ow-cards treeview.view:selected { background: <panel>; }
entry.ow-locked, .ow-locked textview text { background: <ground>; color: <muted>; }
entry.ow-field.ow-tone-danger, .ow-field.ow-tone-danger button { border-color: <danger>; }
entry.ow-field.ow-tone-warn, .ow-field.ow-tone-warn button { border-color: <stripWarn>; }
)";

}  // namespace

std::string styleSheet(const Theme& theme)
{
    return fill(Sheet,
                {{"accent", css(theme.accent)},
                 {"accentHover", css(blend(theme.accent, *wxWHITE, 0.12))},
                 {"onAccent", css(theme.onAccent)},
                 {"danger", css(theme.danger)},
                 {"dangerHover", css(blend(theme.danger, *wxWHITE, 0.12))},
                 {"ok", css(theme.ok)},
                 {"panel", css(theme.panel)},
                 {"text", css(theme.text)},
                 {"muted", css(theme.muted)},
                 {"line", css(theme.line)},
                 {"ground", css(theme.ground)},
                 {"selection", css(theme.selection)},
                 {"frame", css(blend(theme.panel, theme.text, 0.25))},
                 {"hover", css(blend(theme.panel, theme.accent, 0.1))},
                 {"tab", css(blend(theme.ground, theme.text, 0.06))},
                 {"focus", css(theme.accent)},
                 {"nav", css(theme.nav)},
                 {"navText", css(theme.navText)},
                 {"navHover", css(blend(theme.nav, theme.navChosen, 0.6))},
                 {"navChosen", css(theme.navChosen)},
                 {"softNeutral", css(theme.soft(Tone::Neutral))},
                 {"inkNeutral", css(theme.ink(Tone::Neutral))},
                 {"softInfo", css(theme.soft(Tone::Info))},
                 {"inkInfo", css(theme.ink(Tone::Info))},
                 {"softOk", css(theme.soft(Tone::Ok))},
                 {"inkOk", css(theme.ink(Tone::Ok))},
                 {"softWarn", css(theme.soft(Tone::Warn))},
                 {"inkWarn", css(theme.ink(Tone::Warn))},
                 {"stripWarn", css(theme.strip(Tone::Warn))},
                 {"softDanger", css(theme.soft(Tone::Danger))},
                 {"inkDanger", css(theme.ink(Tone::Danger))}});
}

std::string styleClass(Look look)
{
    switch (look) {
    case Look::Primary: return "ow-primary";
    case Look::Danger: return "ow-danger";
    case Look::Quiet: return "ow-quiet";
    case Look::Segment: return "ow-segment";
    case Look::Nav: return "ow-nav";
    case Look::Tab: return "ow-tab";
    case Look::Badge: return "ow-badge";
    case Look::List: return "ow-list";
    case Look::Cards: return "ow-cards";
    case Look::Field: return "ow-field";
    }
    return {};
}

std::string styleClass(Tone tone)
{
    switch (tone) {
    case Tone::Neutral: return "ow-tone-neutral";
    case Tone::Info: return "ow-tone-info";
    case Tone::Ok: return "ow-tone-ok";
    case Tone::Warn: return "ow-tone-warn";
    case Tone::Danger: return "ow-tone-danger";
    }
    return {};
}

}  // namespace widgets
