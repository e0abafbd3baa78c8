"""Water, power and gas follow a house: their guide takes its fields from the case of the house (`case:bdc-zy-clf.…`). By keyboard:
nothing is there yet, a case is chosen from those that are known here, taken back, and named by its number."""
from window_case import *  # noqa: F403

HOUSE = json.loads((pathlib.Path(os.environ["OW_SOURCE_DIR"]) / "forms/guides/bdc-zy-clf.guide.json").read_text())
UTILITIES = json.loads((pathlib.Path(os.environ["OW_SOURCE_DIR"]) / "forms/guides/sdqg-gh.guide.json").read_text())
TAKEN = {"location": "测试区示例路2号", "new_owner": "示例乙", "new_owner_id": "330399198711020245", "old_owner": "示例甲"}
STEP = "Take from a case of another matter"


def titles(schema):
    return {name: field["title"] for name, field in schema["properties"].items()}


TITLES = titles(UTILITIES["forms"][0]["schema"])


def house(window):
    case = window.ask("case", "new", "bdc-zy-clf").json["case"]
    window.ask("case", "fill", case, "location=测试区示例路2号", "buyer=示例乙", "buyer_id=330399198711020245", "seller=示例甲")
    return window.ask("case", "show", case).json["number"]


def begin(app, initials, tab):
    await_focus(app, "Find a matter")
    type_keys(initials)
    await_text(app, tab.split(" ")[0] + ", ")
    press_key("Return")
    return await_node(app, tab, pyatspi.ROLE_TOGGLE_BUTTON)


def expect_form(app, wanted):
    def shown():
        return {name: text_of(find_editable(app, TITLES[name])) for name in TAKEN}
    wait_until(lambda: shown() == wanted, lambda: f"{shown()} instead of {wanted}")


def stored(window, matter="sdqg-gh"):
    row = next(row for row in window.ask("case", "list").json if row["matter"] == matter)
    return window.ask("case", "show", row["case"]).json.get("forms", {}).get("application", {})


def empty(app):
    press_key("Ctrl+T")
    await_text(app, "is known here for this applicant")
    screenshot("take_nothing")
    button = find(app, "Take over", pyatspi.ROLE_PUSH_BUTTON)
    assert not button.getState().contains(pyatspi.STATE_SENSITIVE), "nothing can be taken over"
    await_focus(app, "Number of another case")
    press_key("Escape")
    wait_until(lambda: find(app, "Take over") is None, "Escape does not close it")


def chosen(window, newest):
    app = window.app
    press_key("Ctrl+T")
    await_text(app, "What is still empty here is taken over")
    box = await_node(app, "Case", pyatspi.ROLE_COMBO_BOX)
    offered = options_of(box)
    assert len(offered) == 2 and offered[0].startswith(newest), offered
    assert "示例乙" not in " ".join(offered) and "示*乙" in offered[0], offered
    assert not unnamed(app), unnamed(app)
    screenshot("take_choice")
    press_key("Return")
    expect_form(app, TAKEN)
    await_text(app, f"from case {newest}")
    await_text(app, "Ctrl+Z in the form takes it back")
    screenshot("take_taken")
    wait_until(lambda: {n: stored(window).get(n) for n in TAKEN} == TAKEN, "it is not stored")


def taken_back(window):
    app = window.app
    focus(find_editable(app, TITLES["phone"]))
    press_key("Ctrl+Z")
    expect_form(app, dict.fromkeys(TAKEN, ""))
    wait_until(lambda: not any(stored(window).get(n) for n in TAKEN), "it is still stored")


def named(window, number):
    app = window.app
    press_key("F10")
    await_node(app, STEP + "…", pyatspi.ROLE_MENU_ITEM)
    screenshot("take_menu")
    choose_in_menu(app, STEP + "…")
    await_text(app, "What is still empty here is taken over")
    press_key("Tab")
    field = await_focus(app, "Number of another case")
    type_keys(number)
    wait_until(lambda: text_of(field) == number, "the number did not arrive")
    press_key("Return")
    expect_form(app, TAKEN)
    press_key("Ctrl+T")
    await_text(app, "What is still empty here is taken over")
    press_key("Return")
    await_text(app, "That case has nothing that is still empty here.")
    screenshot("take_again")


def a_matter_that_takes_nothing(app):
    press_key("Ctrl+N")
    begin(app, "hkqy", "户口迁移 4")  # numbers of a day go through all matters
    press_key("F10")
    await_node(app, "Put the case aside", pyatspi.ROLE_MENU_ITEM)
    assert find(app, STEP + "…") is None, "the step is offered where the guide takes nothing"
    press_key("Escape")


def main():
    with hall.Hall() as place:
        place.feed([])
        with Window(place, "window") as window:
            window.login("clerk")
            begin(window.app, "sdqgdgh", "不动产登记与水电气有线电视联动过户 1")
            with told("nothing is known here yet"):
                empty(window.app)
            first, second = house(window), house(window)
            with told("a case that is known here is taken from"):
                chosen(window, second)
            with told("what was taken is taken back at a key"):
                taken_back(window)
            with told("a case is named by its number"):
                named(window, first)
            with told("the step is not there where nothing is taken"):
                a_matter_that_takes_nothing(window.app)


main()
