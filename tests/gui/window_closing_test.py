"""Closing the window in the middle of something loses nothing and leaves no process."""
import signal
import sqlite3

from window_case import *  # noqa: F403

STREET = "Example Road 9"


def address(window):
    case = window.ask("case", "show", window.case()).json
    return next(iter(case["forms"].values())).get("to", "")


def begin(window):
    window.login("clerk")
    begin_case(window.app)
    fill_applicant(window.app)
    await_text(window.app, "14/14")


def open_form(app):
    click(wait_until(lambda: next((n for n in walk(app) if n.name.endswith("/14")), None), "no form"))
    return wait_until(lambda: find_editable(app, "迁入地址"), "no field for the address")


def while_typing(place):
    with Window(place, "window") as window:
        begin(window)
        field = focus(open_form(window.app))
        field.queryEditableText().setTextContents("")
        type_keys(STREET)
        window.close()
        assert address(window) == STREET, f"the case has {address(window)!r}"


def while_a_note_is_typed(place):
    """What is typed into a note has no button to save it."""
    with Window(place, "window") as window:
        window.login("clerk")
        await_node(window.app, CASE, pyatspi.ROLE_TOGGLE_BUTTON)
        choose_material(window.app, "m-hkb")
        fail = wait_until(lambda: next((n for n in walk(window.app) if n.name == "Fail"), None), "no review point")
        click(fail)
        note = wait_until(lambda: next((n for n in walk(window.app) if n.name.startswith("What is wrong")
                                        and n.getState().contains(pyatspi.STATE_EDITABLE)), None), "no note")
        focus(note)
        type_keys("blurred")
        window.close()
        case = window.ask("case", "show", window.case()).json
        assert "blurred" in json.dumps(case["materials"]), case["materials"]


def while_nothing_can_be_saved(place):
    """Another program holds the store: the window stays, says so, and closes when it could save."""
    with Window(place, "window") as window:
        app = window.app
        window.login("clerk")
        await_node(app, CASE, pyatspi.ROLE_TOGGLE_BUTTON)
        field = focus(open_form(app))
        field.queryEditableText().setTextContents("")
        store = sqlite3.connect(window.folder / "onewindow.db", isolation_level=None)
        store.execute("BEGIN IMMEDIATE")
        type_keys(STREET)
        press_key("Alt+F4")
        await_text(app, "The window stays open")
        screenshot("closing_unsaved")
        store.execute("ROLLBACK")
        store.close()
        await_silence(app, "could not be saved")
        window.close()
        assert address(window) == STREET, f"the case has {address(window)!r}"


def while_scanning(place):
    with Window(place, "window") as window:
        window.login("clerk")
        await_node(window.app, CASE, pyatspi.ROLE_TOGGLE_BUTTON)
        choose_material(window.app, "m-jhz")
        place.feed(papers(place, "*", 5), pages_per_minute=20)
        press_key("F6")
        await_text(window.app, "Page 1")
        assert scan_workers(window.process.pid), "nothing is scanned"
        window.close()
        kept = [p for p in window.ask("case", "pages", window.case()).json if p["material"] == "m-jhz"]
        assert kept, "the page that was seen is gone"
        for each in kept:
            window.ask("case", "discard", window.case(), each["page"])


def while_uploading(place):
    with Window(place, "window") as window:
        window.login("clerk")
        await_node(window.app, CASE, pyatspi.ROLE_TOGGLE_BUTTON)
        case = window.case()
        for material, pattern in hall.MATERIALS.items():
            window.ask("case", "attach", case, material, *papers(place, pattern))
        window.ask("case", "point", case, "m-hkb", points_of("m-hkb")[0], "pass")
        press_key("Alt+2")
        await_node(window.app, "Find a case")
        place.office.process.send_signal(signal.SIGSTOP)
        try:
            window.ask("case", "seal", case)
            press_key("Alt+3")
            press_key("F5")
            await_text(window.app, "Sending")
            window.close()
        finally:
            place.office.process.send_signal(signal.SIGCONT)
    with Window(place, "window") as window:
        window.login("clerk")
        reviewer = place.workstation("reviewer")
        wait_until(lambda: [c["case"] for c in reviewer.ask("review", "list").json] == [case], "it did not arrive once")
        window.close()


def points_of(material):
    return [point["id"] for point in next(m for m in GUIDE["materials"] if m["id"] == material)["review_points"]]


def main():
    with hall.Hall() as place:
        place.feed([])
        with told("closing while somebody types saves the last letter"):
            while_typing(place)
        with told("closing while a note is typed saves it"):
            while_a_note_is_typed(place)
        with told("closing while nothing can be saved keeps the window"):
            while_nothing_can_be_saved(place)
        with told("closing while pages come keeps them"):
            while_scanning(place)
        with told("closing while a case is sent delivers it the next time, once"):
            while_uploading(place)


main()
