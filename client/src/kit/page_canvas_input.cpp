// What mouse and keyboard do on the page canvas.
#include <kit/page_canvas.h>

#include <widgets/layout_kit.h>

#include <algorithm>
#include <cmath>

namespace kit {
namespace {

constexpr double ZoomStep = 1.25;
constexpr double DraftStep = 1;  // percent of the page
constexpr double SmallestDraft = 0.5;

wxRect2DDouble rectBetween(const wxPoint& a, const wxPoint& b)
{
    return wxRect2DDouble(std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y));
}

}  // namespace

void PageCanvas::bindMouse()
{
    Bind(wxEVT_MOUSEWHEEL, &PageCanvas::wheel, this);
    Bind(wxEVT_LEFT_DOWN, &PageCanvas::pressed, this);
    Bind(wxEVT_MIDDLE_DOWN, &PageCanvas::pressed, this);
    Bind(wxEVT_MOTION, &PageCanvas::moved, this);
    Bind(wxEVT_LEFT_UP, &PageCanvas::released, this);
    Bind(wxEVT_MIDDLE_UP, &PageCanvas::released, this);
    Bind(wxEVT_MOUSE_CAPTURE_LOST, [this](wxMouseCaptureLostEvent&) { m_pressedAt.reset(); });
}

void PageCanvas::bindKeys()
{
    Bind(wxEVT_KEY_DOWN, &PageCanvas::key, this);
    Bind(wxEVT_SET_FOCUS, [this](wxFocusEvent& event) {
        Refresh();
        event.Skip();
    });
    Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        Refresh();
        event.Skip();
    });
}

void PageCanvas::wheel(wxMouseEvent& event)
{
    const double notches = static_cast<double>(event.GetWheelRotation()) / event.GetWheelDelta();
    if (event.ControlDown()) {
        const wxSize room = GetClientSize();
        const wxPoint2DDouble shift(event.GetX() - room.x / 2.0, event.GetY() - room.y / 2.0);
        // Bringing the pointer to the middle and back makes the zoom turn around it.
        m_geometry.centre -= shift;
        zoomBy(std::pow(ZoomStep, notches));
        pan(shift.m_x, shift.m_y);
        return;
    }
    const double step = widgets::LayoutKit(*this).ems(4) * notches;
    const bool isAcross = event.ShiftDown() || event.GetWheelAxis() == wxMOUSE_WHEEL_HORIZONTAL;
    pan(isAcross ? step : 0, isAcross ? 0 : step);
}

void PageCanvas::pressed(wxMouseEvent& event)
{
    SetFocus();
    m_pressedAt = event.GetPosition();
    m_last = event.GetPosition();
    if (!HasCapture()) {
        CaptureMouse();
    }
}

void PageCanvas::moved(wxMouseEvent& event)
{
    if (!m_pressedAt) {
        event.Skip();
        return;
    }
    const wxPoint now = event.GetPosition();
    if (m_tool == CanvasTool::Mark && event.LeftIsDown()) {
        m_draft = m_geometry.toPage(rectBetween(*m_pressedAt, now));
        Refresh();
    } else {
        pan(now.x - m_last.x, now.y - m_last.y);
    }
    m_last = now;
}

void PageCanvas::released(wxMouseEvent& event)
{
    if (HasCapture()) {
        ReleaseMouse();
    }
    const auto from = std::exchange(m_pressedAt, std::nullopt);
    if (m_draft) {
        if (m_draft->width >= SmallestDraft && m_draft->height >= SmallestDraft) {
            finishDraft();
        } else {
            m_draft.reset();
            Refresh();
        }
        return;
    }
    const int still = widgets::LayoutKit(*this).smallGap();
    if (!from || std::abs(from->x - event.GetX()) > still || std::abs(from->y - event.GetY()) > still) {
        return;
    }
    const wxPoint2DDouble at(event.GetX(), event.GetY());
    const auto hit = std::find_if(m_marks.rbegin(), m_marks.rend(), [&](const PageMark& mark) {
        return m_geometry.toCanvas(mark.box).Contains(at);
    });
    m_chosen = hit == m_marks.rend() ? std::string() : hit->id;
    Refresh();
    if (onMarkChosen) {
        onMarkChosen(m_chosen);
    }
}

void PageCanvas::key(wxKeyEvent& event)
{
    const int code = event.GetKeyCode();
    if (keyOfDraft(code, event.ShiftDown())) {
        return;
    }
    const double step = widgets::LayoutKit(*this).ems(3);
    switch (code) {
    case WXK_LEFT: pan(step, 0); return;
    case WXK_RIGHT: pan(-step, 0); return;
    case WXK_UP: pan(0, step); return;
    case WXK_DOWN: pan(0, -step); return;
    case '+':
    case '=':
    case WXK_NUMPAD_ADD: zoomBy(ZoomStep); return;
    case '-':
    case WXK_NUMPAD_SUBTRACT: zoomBy(1 / ZoomStep); return;
    case '0': fit(PageGeometry::Fit::Page); return;
    case 'W': fit(PageGeometry::Fit::Width); return;
    case 'R': event.ShiftDown() ? rotateLeft() : rotateRight(); return;
    case WXK_PAGEUP:
    case WXK_PAGEDOWN:
        if (onTurn) {
            onTurn(code == WXK_PAGEUP ? -1 : 1);
        }
        return;
    case WXK_TAB:
        Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
        return;
    default: event.Skip();
    }
}

/// Drawing a box without a mouse. True: the key was used for it.
bool PageCanvas::keyOfDraft(int code, bool sizes)
{
    if (m_tool != CanvasTool::Mark) {
        return false;
    }
    if (code == WXK_INSERT && !m_draft) {
        m_draft = forms::PercentBox{30, 40, 40, 10};
        Refresh();
        return true;
    }
    if (!m_draft) {
        return false;
    }
    auto& box = *m_draft;
    double& across = sizes ? box.width : box.x;
    double& down = sizes ? box.height : box.y;
    switch (code) {
    case WXK_LEFT: across -= DraftStep; break;
    case WXK_RIGHT: across += DraftStep; break;
    case WXK_UP: down -= DraftStep; break;
    case WXK_DOWN: down += DraftStep; break;
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER: finishDraft(); return true;
    case WXK_ESCAPE: m_draft.reset(); break;
    default: return false;
    }
    if (m_draft) {
        box.x = std::clamp(box.x, 0.0, 99.0);
        box.y = std::clamp(box.y, 0.0, 99.0);
        box.width = std::clamp(box.width, 1.0, 100 - box.x);
        box.height = std::clamp(box.height, 1.0, 100 - box.y);
    }
    Refresh();
    return true;
}

}  // namespace kit
