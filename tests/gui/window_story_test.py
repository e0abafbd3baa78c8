"""One case by hand: the clerk from login to receipt with five scanned pages, the reviewer to a request for correction, the
clerk's rescan of exactly that page, acceptance. The clerk and the reviewer use the keyboard alone. What the window shows is
checked against what the back office stored."""
import sys

from window_case import *  # noqa: F403


def stored_state(station, number=0):
    return station.ask("review", "list").json[number]["state"]


def stored_pages(station, case):
    pages = station.ask("review", "show", case).json["pages"]
    return [page["sha256"] for page in pages]


def tab_to_list(app, name):
    """A list has the focus when the keys that go through it are its own."""
    for _ in range(60):
        now = focused(app)
        if now is not None and now.name == name and now.getRole() in LISTS:
            return
        before = said(now)
        press_key("Tab")
        wait_until(lambda: said(focused(app)) != before, f"Tab does not go on from {before}")
    raise AssertionError(f"the list {name!r} cannot be reached by Tab")


def clerk_hands_in(app, place):
    begin_case(app)
    type_situation(app)
    type_form(app)
    await_text(app, "14/14")
    screenshot("story_form")
    for material in MATERIALS:
        choose_material(app, material)
        scan_one(app, place, hall.MATERIALS[material])
    screenshot("story_material")
    press_key("F12")  # at once, as soon as the last page is seen
    await_text(app, "is sealed and on its way")
    await_node(app, "Submitted")


def reviewer_requests_correction(app):
    tab_to_list(app, "Work list")
    press_key("Down")
    await_node(app, "1 / 5")
    press_key("F3")
    await_node(app, "Release")
    press_key("F2")
    press_key("Insert")
    press_key("Down", 3)
    press_key("Return")
    await_node(app, "Set the mark")
    field = tab_to(app, "What is wrong")
    type_keys("门牌看不清")
    wait_until(lambda: text_of(field) == "门牌看不清", "the words did not arrive")
    screenshot("story_mark")
    tab_to(app, "Set the mark")
    press_key("Return")
    await_text(app, "1 point failed")
    screenshot("story_review")
    press_key("F9")
    await_text(app, "Nothing can be added later")
    screenshot("story_correction")
    tab_to(app, "Request a correction")
    press_key("Return")
    await_text(app, "is now: Correction requested")


def clerk_rescans(app, place):
    switch_to(app)
    press_key("Alt+4")
    await_node(app, "Fetch now")
    press_key("F5")
    await_text(app, "门牌看不清")
    screenshot("story_inbox")
    place.feed([place.papers / "trouble" / "skewed.jpg"])
    press_key("F7")
    await_node(app, "Accept and seal")
    assert not says(app, "is sealed and on its way"), "it is said to be on its way although it came back"
    await_text(app, "1 page was kept")
    screenshot("story_rescan")
    press_key("F12")
    await_text(app, "is sealed and on its way")


def main():
    with hall.Hall() as place:
        place.feed([])
        with Window(place, "clerk-window") as clerk:
            with told("the clerk hands a case in"):
                clerk.login("clerk")
                clerk_hands_in(clerk.app, place)
            reviewing = place.workstation("reviewer")
            with told("the back office has it with five pages"):
                wait_until(lambda: stored_state(reviewing) == "submitted", "it was not submitted")
                case = reviewing.ask("review", "list").json[0]["case"]
                before = stored_pages(reviewing, case)
                assert len(before) == 5, before
            with Window(place, "reviewer-window") as reviewer:
                with told("the reviewer asks for a correction"):
                    reviewer.login("reviewer")
                    reviewer_requests_correction(reviewer.app)
                    assert stored_state(reviewing) == "correction-requested"
                with told("the clerk scans exactly that page again"):
                    clerk_rescans(clerk.app, place)
                    wait_until(lambda: stored_state(reviewing) == "submitted", "revision 2 did not arrive")
                    after = stored_pages(reviewing, case)
                    assert len(after) == 5 and len(set(after) & set(before)) == 4, (before, after)
                with told("the reviewer accepts"):
                    switch_to(reviewer.app)
                    press_key("F5")
                    await_text(reviewer.app, "revision 2")
                    screenshot("story_revision")
                    press_key("F12")
                    await_text(reviewer.app, "is now: Accepted")
                    assert stored_state(reviewing) == "accepted"
    sys.exit(0)


main()
