"""What a matter asks for is told without a case. Another release of the guides comes from the back office while a case lies open: nothing in it changes, the difference is
told in words, and one click checks the case with the new version; a roll-back in Devices lasts; a second case of the same
applicant is told."""
import sys

from window_case import *  # noqa: F403

STAY = "居住证"


def new_version(guide):
    guide["materials"] = [entry for entry in guide["materials"] if entry["id"] != "m-hzty"]
    added = dict(next(entry for entry in guide["materials"] if entry["id"] == "m-jhz"), id="m-stay", name=STAY)
    guide["materials"].append(added)
    guide["limits"]["promised"] = {"n": 3, "unit": "workday"}


def of_window(place, window, *arguments):
    station = hall.Workstation(place, window.folder.name)
    return station.ask(*arguments).json


def update_in_devices(app, release):
    press_key("Alt+6")
    await_node(app, "Update the guides")
    press_key("F6")
    await_text(app, f"Release {release} of the guides is in force.")
    press_key("Alt+1")


def text_area(app, name):
    node = await_node(app, name, pyatspi.ROLE_TEXT)
    return text_of(node)


def open_case(place, window):
    return of_window(place, window, "case", "list")[0]["case"]


def who_only_asks_is_told_without_a_case(place, window):
    app = window.app
    type_text(app, "Find a matter", "hukou")
    wait_until(lambda: "户口登记条例第10条" in text_area(app, "About this matter"), "nothing is said of the chosen matter")
    assert "Not asked yet, and the list may grow" in text_area(app, "About this matter")
    assert "镇(乡、街道)级 · 测试市公安局测试区分局" in " ".join(texts(app)), "the level is not told"
    screenshot("guides_about")
    press_key("F9")
    await_node(app, "Print")
    screenshot("guides_list")
    press_key("Escape")
    focus(find_editable(app, "Find a matter"))
    press_key("Control+a")
    press_key("Delete")
    assert of_window(place, window, "case", "list") == []


def the_difference_is_told(place, window):
    app = window.app
    begin_case(app)
    fill_applicant(app)
    await_text(app, "14/14")
    time.sleep(1)  # as long as typing takes to be on disk
    case = open_case(place, window)
    of_window(place, window, "case", "attach", case, "m-hzty", *sorted((place.papers / "case").glob("*consent*")))
    before = of_window(place, window, "case", "show", case)
    assert place.office.publish_version("hk-qy", "2026.9", new_version) == 2
    update_in_devices(app, 2)
    await_text(app, "Version 2026.9 of the guide of")
    screenshot("guides_attention")
    after = of_window(place, window, "case", "show", case)
    for kept in ("guide", "answers", "forms", "materials", "pages"):
        assert after[kept] == before[kept], kept
    press(app, "Show the difference")
    said = text_area(app, "What is different")
    screenshot("guides_difference")
    assert f"New material: {STAY}" in said, said
    assert f"No longer asked for: {NAMES['m-hzty']}" in said, said
    assert "The promised limit is now 3 working day(s)" in said, said
    assert "Its pages stay with the case." in text_area(app, "What of this case does not apply any more")


def one_click_checks_anew(place, window):
    app = window.app
    case = open_case(place, window)
    before = of_window(place, window, "case", "show", case)
    press(app, "Check with the new version")
    await_text(app, "The case was checked with version 2026.9")
    await_text(app, "guide 2026.9")
    screenshot("guides_adopted")
    after = of_window(place, window, "case", "show", case)
    assert after["guide"]["version"] == "2026.9"
    assert after["forms"] == before["forms"] and after["pages"] == before["pages"]
    await_text(app, STAY)


def a_second_case_is_told(place, window):
    app = window.app
    press_key("Control+n")
    begin_second(app)
    fill_applicant(app)
    await_text(app, "The same applicant has applied already")
    screenshot("guides_duplicate")


def begin_second(app):
    type_text(app, "Find a matter", "hkqy")
    focus(find_editable(app, "Find a matter"))
    time.sleep(1)
    press_key("Return")
    await_node(app, "户口迁移 2", pyatspi.ROLE_TOGGLE_BUTTON)


def a_roll_back_lasts(place, window):
    app = window.app
    press_key("Alt+6")
    await_node(app, "Update the guides")
    before = "Back to the release of the guides before"
    press_key("F10")
    await_node(app, before, pyatspi.ROLE_MENU_ITEM)
    choose_in_menu(app, before)
    await_text(app, "Release 1 of the guides is in force.")
    press_key("F6")
    await_text(app, "which is held back here by hand")
    screenshot("guides_held")
    held = {row["release"]: (row["active"], row["held"]) for row in of_window(place, window, "guide", "releases")}
    assert held == {1: (True, False), 2: (False, True)}, held


def main():
    with hall.Hall() as place:
        place.feed([])
        with Window(place, "clerk-window") as window:
            window.login("clerk")
            for title, part in (("who only asks is told without a case", who_only_asks_is_told_without_a_case),
                                ("an update touches nothing and its difference is told", the_difference_is_told),
                                ("one click checks the case with the new version", one_click_checks_anew),
                                ("a second case of the same applicant is told", a_second_case_is_told),
                                ("a roll back lasts", a_roll_back_lasts)):
                with told(title):
                    part(place, window)
    sys.exit(0)


main()
