"""One case by hand: the clerk from login to receipt with five scanned pages, the reviewer to a request for correction, the
clerk's rescan of exactly that page, acceptance. What the window shows is checked against what the back office stored."""
import sys

from window_case import *  # noqa: F403

def stored_state(station, number=0):
    return station.ask("review", "list").json[number]["state"]


def stored_pages(station, case):
    pages = station.ask("review", "show", case).json["pages"]
    return [page["sha256"] for page in pages]


def clerk_hands_in(app, place):
    begin_case(app)
    fill_applicant(app)
    await_text(app, "14/14")
    screenshot("story_form")
    for material in MATERIALS:
        choose_material(app, material)
        scan_one(app, place, hall.MATERIALS[material])
    screenshot("story_material")
    wait_until(lambda: not any("lacking, " in t for t in texts(app)), "something is still lacking: "
               + str([t for t in texts(app) if "lacking" in t]))
    press_key("F12")
    await_text(app, "is sealed and on its way")
    await_node(app, "Submitted")


def reviewer_requests_correction(app):
    focus_list(app, "Work list")
    press_key("Down")
    await_node(app, "1 / 5")
    press_key("F3")
    await_node(app, "Release")
    press_key("F2")
    press_key("Insert")
    press_key("Down", 3)
    press_key("Return")
    await_node(app, "Set the mark")
    type_text(app, "What is wrong", "门牌看不清")
    screenshot("story_mark")
    press(app, "Set the mark")
    await_text(app, "1 point failed")
    screenshot("story_review")
    press_key("F9")
    await_text(app, "Nothing can be added later")
    screenshot("story_correction")
    button = [n for n in walk(app) if n.name == "Request a correction" and n.getRole() == pyatspi.ROLE_PUSH_BUTTON]
    assert button, [t for t in texts(app) if t]
    click(button[-1])
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
    time.sleep(3)  # as long as a person looks at the new page
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
