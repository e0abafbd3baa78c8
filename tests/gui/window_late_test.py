"""A material that was put off (容缺), by keyboard: a day is agreed, the case is accepted, F11 takes in what was put off as the next
revision, the paper is scanned and arrives."""
import datetime
import subprocess

from window_case import *  # noqa: F403

LATE = "m-csz"


def entry(window, case):
    materials = window.ask("case", "show", case).json["materials"]
    return next((m for m in materials if m["id"] == LATE), {})



def yes(app):
    """The button of the question, not the one at the foot of the page."""
    return find(find(app, "Defer a material"), "Defer", pyatspi.ROLE_PUSH_BUTTON)


def is_open(node):
    return node.getState().contains(pyatspi.STATE_SENSITIVE)


def surface_of(node):
    """The colour of a field where nothing is written, as the screen has it."""
    place = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    spot = f"1x1+{place.x + place.width - 12}+{place.y + place.height // 2}"
    shot = subprocess.run(["import", "-window", "root", "-crop", spot, "-depth", "8", "rgb:-"], check=True, capture_output=True)
    return tuple(shot.stdout)


def name_field(app):
    return next(n for n in walk(app) if n.name == "姓名" and n.getRole() == pyatspi.ROLE_TEXT)


def a_day_is_agreed(window, case):
    app = window.app
    open_newest_case(app)
    window.white = surface_of(name_field(app))
    choose_material(app, LATE)
    press_key("F7")
    field = await_focus(app, "To be handed in by")
    usual = datetime.date.fromisoformat(text_of(field))
    latest = datetime.date.fromisoformat(await_text(app, "at the latest")[:10])
    assert usual == latest, f"{usual} is offered, and the promise of the matter ends on {latest}"
    assert not unnamed(app), unnamed(app)
    screenshot("late_question")
    for day, taken in ((latest + datetime.timedelta(days=1), False), (datetime.date(2020, 1, 1), False), (latest, True)):
        press_key("Ctrl+A")
        type_keys(day.isoformat())
        wait_until(lambda: text_of(field) == day.isoformat(), f"{day} did not arrive")
        wait_until(lambda: is_open(yes(app)) == taken, f"{day} is judged wrong")
    press_key("Alt+Down")
    await_node(app, None, pyatspi.ROLE_CALENDAR)
    screenshot("late_calendar")
    press_key("Left")
    press_key("Return")
    before = latest - datetime.timedelta(days=1)
    wait_until(lambda: text_of(field) == before.isoformat(), f"{text_of(field)} instead of the day before the latest")
    press_key("Return")
    wait_until(lambda: entry(window, case).get("due") == before.isoformat(), "it is not deferred")
    await_text(app, "promised by")
    screenshot("late_deferred")


def it_is_handed_in(window, case):
    signed = sorted((window.hall.papers / "case").glob("*consent*"))[0]
    window.ask("case", "notice", case, "deferral-commitment", "--out", window.hall.folder / "commitment.pdf")
    window.ask("case", "attach", case, "deferral-commitment", signed)
    press_key("F12")
    await_text(window.app, "is sealed and on its way")
    await_node(window.app, "Submitted")
    screenshot("late_sealed")
    click(find(window.app, "Form 14/14", pyatspi.ROLE_TOGGLE_BUTTON))
    field = wait_until(lambda: name_field(window.app), "the form is not shown")
    wait_until(lambda: sum(surface_of(field)) < sum(window.white), "a field that is locked looks as if it were open")
    assert not field.getState().contains(pyatspi.STATE_EDITABLE)
    field.queryText().addSelection(0, 2)
    assert text_of(field) == hall.APPLICANT["name"] and field.queryText().getNSelections() == 1, "it cannot be copied from"
    screenshot("late_locked")
    assert find(window.app, "Take in what was put off") is None, "it is offered before the case is accepted"


def what_was_put_off_is_taken_in(window, place, station, case):
    app = window.app
    station.ask("review", "act", case, "accept")
    press_key("Alt+4")
    await_node(app, "Fetch now")
    press_key("F5")
    wait_until(lambda: window.ask("case", "show", case).json["state"] == "accepted", "the acceptance did not come")
    screenshot("late_inbox")
    press_key("Alt+1")
    await_node(app, "Accepted")
    await_node(app, "Take in what was put off", pyatspi.ROLE_PUSH_BUTTON)
    await_silence(app, "is sealed and on its way")
    screenshot("late_offer")
    press_key("F11")
    await_node(app, "Accept and seal", pyatspi.ROLE_PUSH_BUTTON)
    screenshot("late_reopened")
    click(find(app, "Form 14/14", pyatspi.ROLE_TOGGLE_BUTTON))
    field = wait_until(lambda: name_field(app), "the form is not shown")
    assert not field.getState().contains(pyatspi.STATE_EDITABLE), "after acceptance the form may be changed"
    assert window.ask("case", "show", case).json["revision"] == 2
    choose_material(app, LATE)
    scan_one(app, place, hall.MATERIALS["m-hkb"])
    wait_until(lambda: entry(window, case).get("pages"), "the page is not kept")
    await_text(app, "0 deferred")
    screenshot("late_scanned")
    press_key("F12")
    await_text(app, "is sealed and on its way")
    screenshot("late_sent")


def arrived(station, case):
    shown = station.ask("review", "show", case).json
    return shown["revision"] == 2 and any(page["material"] == LATE for page in shown["pages"])


def main():
    with hall.Hall() as place:
        place.feed([])
        clerk = place.clerk
        case = clerk.new_case()
        clerk.attach_all(case)
        clerk.ask("case", "answer", case, "child=yes")
        station = place.workstation("reviewer")
        with Window(place, "clerk") as window:
            window.login("clerk")
            with told("a day is agreed until which a material is put off"):
                a_day_is_agreed(window, case)
            with told("the case is handed in without it"):
                it_is_handed_in(window, case)
                wait_until(lambda: station.ask("review", "list").json, "it did not arrive")
            with told("after acceptance it is taken in at F11 and arrives"):
                what_was_put_off_is_taken_in(window, place, station, case)
                wait_until(lambda: arrived(station, case), "revision 2 did not arrive")
                assert station.ask("review", "show", case).json["state"] == "accepted"
                await_node(window.app, "Accepted")
                screenshot("late_done")


main()
