"""The parts of a bundle (一件事) in the reviewer's place, by keyboard alone: seen with state and day, settled one by one."""
import json
import sys

from window_case import *  # noqa: F403

LIST = "Parts of this matter"
CHILDREN = json.loads((hall.GUIDES / "sdqg-gh.guide.json").read_text())["children"]
DEPARTMENTS = {child["id"]: child["department"] for child in CHILDREN}


def states(station, case):
    return {part["id"]: part["state"] for part in station.ask("review", "show", case).json["children"]}


def parts_list(app):
    return next((n for n in walk(app) if n.name == LIST and n.getRole() in LISTS), None)


def await_story(app, text):
    """A line of what happened, however it is wrapped."""
    words = "".join(text.split())
    wait_until(lambda: any(words in "".join(said.split()) for said in texts(app)), f"the story does not tell {text!r}")


def open_case(app):
    focus_list(app, "Work list")
    press_key("Down")
    await_text(app, "revision 1")


def choose_part(app, child):
    """Down the list until that department's line is chosen, Enter."""
    focus_list(app, LIST)
    press_key("Home")
    for _ in list(DEPARTMENTS).index(child) * [None]:
        press_key("Down")
    press_key("Return")
    return await_node(app, "What became of this part", pyatspi.ROLE_COMBO_BOX)


def settle(app, child, option, note):
    box = choose_part(app, child)
    if chosen_of(box) != option:
        press_key("Down")
        wait_until(lambda: chosen_of(box) == option, f"{option} was not chosen")
    field = tab_to(app, "Note or reason")
    if note:
        type_keys(note)
        wait_until(lambda: text_of(field) == note, "the note did not arrive")
        screenshot("parts_refusal")
    press_key("Return")
    await_silence(app, "What became of this part")


def main():
    with hall.Hall() as place:
        place.feed([])
        case = place.clerk.sent_bundle()
        reviewing = place.workstation("reviewer")
        with Window(place, "approver-window") as window:
            app = window.app
            window.login("approver")
            with told("a case that has no parts shows none"):
                open_case(app)
                assert parts_list(app) is None
            with told("the parts of an accepted bundle are seen with state and day"):
                reviewing.ask("review", "act", case, "accept")
                reviewing.ask("review", "act", case, "examine")
                press_key("F5")
                wait_until(lambda: parts_list(app), "the parts are not shown")
                due = {part["id"]: part["due"] for part in reviewing.ask("review", "show", case).json["children"]}
                for child, department in DEPARTMENTS.items():
                    line = await_text(app, department + ",")
                    assert "Part under way" in line and due[child] in line, line
                await_text(app, "Open: " + "、".join(DEPARTMENTS.values()))
                screenshot("parts_running")
            with told("parts are settled by keyboard"):
                settle(app, "sdqg-water", "The part is done", "")
                await_text(app, "Part done")
                settle(app, "sdqg-gas", "Refuse the part", "未通过安检")
                await_text(app, "Part refused")
                assert states(reviewing, case) == {"sdqg-water": "done", "sdqg-power": "running",
                                                   "sdqg-gas": "refused", "sdqg-tv": "running"}
                await_story(app, "审批人员: the part of 测试燃气公司 is refused")
                screenshot("parts_settled")
            with told("the case is approved when none is open"):
                for child in ("sdqg-power", "sdqg-tv"):
                    settle(app, child, "The part is done", "")
                    wait_until(lambda: states(reviewing, case)[child] == "done", f"{child} is not done")
                await_silence(app, "Open: ")
                press_key("F12")
                await_text(app, "is now: Approved")
                screenshot("parts_approved")
    sys.exit(0)


main()
