"""What is done with pages, by keyboard, checked against the store: move, turn, discard and undo, another material, scan again,
files, exemption, deferral; and several open cases."""
from window_case import *  # noqa: F403


def stored(window):
    return window.ask("case", "show", window.first).json


def entry(window, material):
    return next((m for m in stored(window)["materials"] if m["id"] == material), {"pages": []})


def pages(window, material="m-hkb"):
    """Of a material, in order, without what was discarded; the list of all pages agrees."""
    listed = {p["page"]: p for p in window.ask("case", "pages", window.first).json}
    here = [page for page in entry(window, material)["pages"] if not listed[page]["discarded"]]
    assert all(listed[page]["material"] == material for page in here), listed
    return here


def turned(window, page):
    image = next(p for p in stored(window)["pages"] if p["id"] == page)
    return sum(int(edit["value"]) for edit in image.get("edits", []) if edit["kind"] == "rotate") % 360


def awaits(window, expected, what, material="m-hkb"):
    wait_until(lambda: pages(window, material) == expected, lambda: f"{what}: {pages(window, material)} instead of {expected}")


def scanned(place, window):
    app = window.app
    choose_material(app, "m-hkb")
    place.feed(papers(place, "*", 3))
    press_key("F6")
    await_text(app, "Page 3")
    wait_until(lambda: len(pages(window)) == 3, "three pages are not kept")


def moved(window):
    first, second, third = pages(window)
    focus_list(window.app, "Pages")
    press_key("Home")
    await_text(window.app, "1 / 3")
    press_key("Alt+Down", 2)  # quicker than the store
    awaits(window, [second, third, first], "moved down twice")
    press_key("Alt+Up")
    awaits(window, [second, first, third], "moved up once")


def turned_over(window):
    page = pages(window)[1]
    press_key("Ctrl+R")
    wait_until(lambda: turned(window, page) == 90, "not turned right")
    press_key("Ctrl+E", 2)
    wait_until(lambda: turned(window, page) == 270, "not turned left twice")


def discarded(window):
    before = pages(window)
    focus_list(window.app, "Pages")
    press_key("Delete")
    awaits(window, [before[0], before[2]], "discarded")
    await_text(window.app, "The page was discarded")
    press_key("Ctrl+Z")
    awaits(window, before, "brought back")
    await_silence(window.app, "The page was discarded")


def replaced(place, window):
    before = pages(window)
    choose_material(window.app, "m-hkb")
    focus_list(window.app, "Pages")
    press_key("Home")
    await_text(window.app, "1 / 3")
    place.feed([place.papers / "trouble" / "skewed.jpg"])
    press_key("F2")
    wait_until(lambda: len(pages(window)) == 3 and pages(window)[0] not in before and pages(window)[1:] == before[1:],
               "the first page was not scanned again")


def moved_elsewhere(window):
    before = pages(window)
    focus_list(window.app, "Pages")
    press_key("End")
    await_text(window.app, "3 / 3")
    press_key("Ctrl+M")
    await_node(window.app, "To the material")
    press_key("Down")  # the second material of the list
    press_key("Return")
    awaits(window, before[:2], "moved away")
    wait_until(lambda: pages(window, "m-id") == [before[2]], "it did not arrive at the other material")


def filed(place, window):
    choose_material(window.app, "m-hzty")
    press_key("F4")
    wait_until(lambda: dialogs(window.app), "no window to choose a file")
    type_keys(str(papers(place, "*consent*")[0]))
    press_key("Return")
    wait_until(lambda: len(pages(window, "m-hzty")) == 1, "the file is not kept")
    await_text(window.app, "Page 1")


def exempted(window):
    choose_material(window.app, "m-jhz")
    press_key("F5")
    await_node(window.app, "Proved by")
    press_key("Down", 2)
    press_key("Tab")
    await_focus(window.app, "Number of the licence or query")
    type_keys("Q-7")
    press_key("Return")
    wait_until(lambda: entry(window, "m-jhz").get("proof", {}).get("reference") == "Q-7", "it is not exempt")
    await_text(window.app, "proof: ")


def deferred(window):
    asked = next(q["text"] for q in GUIDE["questions"] if q["id"] == "child")
    choose(window.app, asked, "是")
    await_text(window.app, NAMES["m-csz"])
    choose_material(window.app, "m-csz")
    press_key("F7")
    await_node(window.app, "To be handed in by")
    press_key("Return")
    wait_until(lambda: entry(window, "m-csz").get("due"), "it is not deferred")
    await_text(window.app, "promised by")


def dialogs(app):
    return [app.getChildAtIndex(i) for i in range(app.childCount)
            if app.getChildAtIndex(i).getRole() in (pyatspi.ROLE_DIALOG, pyatspi.ROLE_FILE_CHOOSER)
            and showing(app.getChildAtIndex(i))]


def cases_side_by_side(window):
    app = window.app
    press_key("Ctrl+N")
    await_focus(app, "Find a matter")
    type_keys("hkqy")
    press_key("Return")
    await_node(app, "户口迁移 2", pyatspi.ROLE_TOGGLE_BUTTON)
    press_key("Ctrl+Shift+Tab")
    checked = lambda name: find(app, name, pyatspi.ROLE_TOGGLE_BUTTON).getState().contains(pyatspi.STATE_CHECKED)
    wait_until(lambda: checked(CASE), "Ctrl+Shift+Tab does not lead to the first case")
    press_key("Ctrl+Tab")
    wait_until(lambda: checked("户口迁移 2"), "Ctrl+Tab does not lead back")
    press_key("Ctrl+W")
    wait_until(lambda: find(app, "户口迁移 2", pyatspi.ROLE_TOGGLE_BUTTON) is None, "the case was not put aside")
    assert find(app, CASE, pyatspi.ROLE_TOGGLE_BUTTON), "the first case went as well"


def cancelled(place, window):
    choose_material(window.app, "m-sqb")
    place.feed(papers(place, "*", 5), pages_per_minute=20)
    press_key("F6")
    await_text(window.app, "Page 1")
    press_key("Escape")
    wait_until(lambda: not scan_workers(window.process.pid), "Escape does not stop the scan")
    await_text(window.app, "kept.")
    kept = len(pages(window, "m-sqb"))
    assert 1 <= kept < 5, f"{kept} pages were kept"


def main():
    with hall.Hall() as place:
        place.feed([])
        with Window(place, "window") as window:
            window.login("clerk")
            begin_case(window.app)
            fill_applicant(window.app)
            window.first = window.case()
            steps = [("pages are scanned", scanned, place), ("pages are moved", moved), ("a page is turned", turned_over),
                     ("a page is discarded and brought back", discarded), ("a page is scanned again", replaced, place),
                     ("a page goes to another material", moved_elsewhere), ("a file becomes a page", filed, place),
                     ("a material is exempted", exempted), ("a material is deferred", deferred),
                     ("a scan is stopped", cancelled, place), ("several cases lie open", cases_side_by_side)]
            for title, step, *hall_itself in steps:
                with told(title):
                    step(*hall_itself, window)


main()
