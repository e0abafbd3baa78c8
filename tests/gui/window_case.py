"""The window as people use it: logging in, keys, lists and dialogs. Everything goes through AT-SPI and the keyboard."""
import contextlib
import json
import os
import pathlib
import sys
import time
import traceback

import pyatspi

sys.path.insert(0, os.path.join(os.environ["OW_SOURCE_DIR"], "tests", "flow"))
os.environ.setdefault("OW_BUILD", str(pathlib.Path(os.environ["OW_BIN_DIR"]).parent))

import hall  # noqa: E402
from gui_case import (Program, await_node, click, find, find_editable, press, screenshot, showing, text_of,  # noqa: E402
                      texts, type_text, unnamed, wait_until, walk)
from keyboard import Keyboard  # noqa: E402

GUIDE = json.loads((pathlib.Path(os.environ["OW_SOURCE_DIR"]) / "forms/guides/hk-qy.guide.json").read_text())
MATERIALS = ["m-sqb", "m-id", "m-hkb", "m-jhz", "m-hzty"]
NAMES = {material["id"]: material["name"] for material in GUIDE["materials"]}
CASE = "户口迁移 1"
LISTS = (pyatspi.ROLE_TREE_TABLE, pyatspi.ROLE_TABLE, pyatspi.ROLE_LIST_BOX, pyatspi.ROLE_LIST)

keyboard = Keyboard()


def press_key(name, times=1):
    """A key as the keyboard sends it, to whoever has the focus. "Alt+4" holds the first."""
    wait_until(keyboard.window_in_front, "no window is in front")
    keyboard.press(name, times)


def type_keys(text):
    wait_until(keyboard.window_in_front, "no window is in front")
    keyboard.type(text)


def switch_to(app):
    """From one window to the other, as a person does it: Alt is held until the window manager has seen Tab. When it was
    let go too early, it is done again with more patience."""
    for held in (0.5, 1, 2, 4, 8):
        keyboard.press("Alt+Tab", held=held)
        with contextlib.suppress(AssertionError):
            wait_until(lambda: keyboard.window_in_front() == app.get_process_id(), "it is busy", 5)
            break
    in_front(app)


def in_front(app):
    """Until the window has the keyboard, for the window manager and for itself."""
    wait_until(lambda: keyboard.window_in_front() == app.get_process_id(), "the window did not come to the front")
    wait_until(lambda: any(app.getChildAtIndex(i).getState().contains(pyatspi.STATE_ACTIVE)
                           for i in range(app.childCount)), "the window is not active")


def has_focus(node):
    return node.getState().contains(pyatspi.STATE_FOCUSED)


def focused(app):
    """Who has the keyboard's focus; None: nobody that a screen reader knows."""
    return next((node for node in walk(app) if has_focus(node) and node.getRole() != pyatspi.ROLE_FRAME), None)


def await_focus(app, name, describes=None):
    return wait_until(lambda: next((n for n in walk(app) if has_focus(n) and n.name == name
                                    and (describes is None or describes in n.description)), None),
                      lambda: f"{name!r} did not get the focus, that has {said(focused(app))}")


def said(node):
    return None if node is None else f"{node.getRoleName()} {node.name!r} {node.description!r}"


def tab_to(app, name, describes=None, most=60):
    """On by Tab until something of that name has the focus. Drop-downs keep it to themselves: nothing is said of them."""
    for _ in range(most):
        now = focused(app)
        if now is not None and (name is None or now.name == name) and (describes is None or describes == now.description):
            return now
        before = said(now)
        press_key("Tab")
        with contextlib.suppress(AssertionError):  # from one drop-down to the next
            wait_until(lambda: said(focused(app)) != before, "nothing to tell", 5)
    raise AssertionError(f"{name!r} {describes!r} cannot be reached by Tab")


def focus(node):
    node.queryComponent().grabFocus()
    with contextlib.suppress(AssertionError):  # some widgets hand it on to a part of themselves
        wait_until(lambda: has_focus(node), "no focus", 2)
    return node


def push(node):
    """Presses a button as the keyboard does. A click through AT-SPI is answered only when the dialog it opens is closed."""
    focus(node)
    press_key(" ")


def choose_in_menu(app, name):
    """Down the open menu to an item, and Enter."""
    for _ in range(20):
        press_key("Down")
        chosen = [n for n in walk(app) if n.getRole() == pyatspi.ROLE_MENU_ITEM
                  and n.getState().contains(pyatspi.STATE_SELECTED)]
        if any(n.name == name for n in chosen):
            press_key("Return")
            return
    raise AssertionError(f"{name} is not in the menu: {[n.name for n in walk(app) if n.getRole() == pyatspi.ROLE_MENU_ITEM]}")


def focus_list(app, name):
    return focus(wait_until(lambda: next((n for n in walk(app) if n.name == name and n.getRole() in LISTS), None),
                            lambda: f"no list {name!r}: {[t for t in texts(app) if t]}"))


def says(app, part):
    return next((t for t in texts(app) if part in t), None)


def await_text(app, part, patience=None):
    """Some text on the screen that contains it."""
    return wait_until(lambda: says(app, part), lambda: f"nothing says {part!r}: {[t for t in texts(app) if t]}", patience)


def await_silence(app, part, patience=None):
    """Until nothing says it any more."""
    wait_until(lambda: says(app, part) is None, f"it still says {part!r}", patience)


def choose(app, name, option):
    """An option of a row of buttons or of a drop-down called `name`."""
    button = find(app, option, pyatspi.ROLE_TOGGLE_BUTTON, describes=name)
    if button is not None:
        click(button)
        return
    box = await_node(app, name, pyatspi.ROLE_COMBO_BOX)
    box.querySelection().selectChild(options_of(box).index(option))
    wait_until(lambda: chosen_of(box) == option, f"{name} did not take {option}")


def options_of(box):
    return [n.name for n in every(box) if n.getRole() == pyatspi.ROLE_MENU_ITEM]


def chosen_of(box):
    """What a drop-down shows."""
    selection = box.querySelection()
    return selection.getSelectedChild(0).name if selection.nSelectedChildren else ""


def every(node, depth=8):
    """Like walk, but also what is not on the screen."""
    yield node
    if depth:
        for child in (node.getChildAtIndex(i) for i in range(node.childCount)):
            if child is not None:
                yield from every(child, depth - 1)


class Window(Program):
    """The program on a data folder of its own."""

    def __init__(self, place, name, language="en", **environment):
        self.hall = place
        self.folder = place.folder / name
        self.language = language
        super().__init__("onewindow", "--data", str(self.folder), "--server", place.office.url,
                         "--ca", str(place.office.folder / "ca.pem"), "--language", language,
                         environment={**place.environment, **environment})

    def __enter__(self):
        super().__enter__()
        in_front(self.app)
        return self

    def say(self, english, chinese):
        return chinese if self.language == "zh_CN" else english

    def login(self, user):
        """By keyboard alone: the field that has the focus is the one that is asked for."""
        name, password = self.say("User", "用户名"), self.say("Password", "密码")
        field = wait_until(lambda: next((n for n in walk(self.app) if has_focus(n) and n.name in (name, password)), None),
                           "no field for the user has the focus")
        if field.name == name:
            type_keys(user)
            wait_until(lambda: text_of(field) == user, "the user's name did not arrive")
            press_key("Tab")
            await_focus(self.app, password)
        type_keys(self.hall.office.password(user))
        press_key("Return")
        await_node(self.app, self.say("Places", "工作区"))

    def ask(self, *arguments, expect=0):
        """The command line on this window's own data folder, beside it."""
        return hall.Workstation(self.hall, self.folder.name).ask(*arguments, expect=expect)

    def case(self):
        """The only case of this workstation."""
        cases = self.ask("case", "list").json
        assert len(cases) == 1, cases
        return cases[0]["case"]

    def close(self):
        """As a person does; the processes it started must be gone as well."""
        children = descendants(self.process.pid)
        press_key("Alt+F4")
        self.process.wait(30)
        assert self.process.returncode == 0, f"it ended with {self.process.returncode}"
        wait_until(lambda: not any(os.path.exists(f"/proc/{each}") for each in children), "a process stayed")


def descendants(process):
    """The processes a process started, and those they started."""
    found = []
    for place in pathlib.Path("/proc").iterdir():
        with contextlib.suppress(OSError):
            if place.name.isdigit() and f"PPid:\t{process}\n" in (place / "status").read_text():
                found += [int(place.name), *descendants(int(place.name))]
    return found


def scan_workers(process):
    """The processes of the program that hold a scanner."""
    running = []
    for each in descendants(process):
        with contextlib.suppress(OSError):
            if pathlib.Path(f"/proc/{each}/comm").read_text().startswith("onewindow-scan"):
                running.append(each)
    return running


def answers():
    """What is asked of a marriage move, in order: the question and the option that is chosen, as they are shown."""
    for answer in hall.SITUATION:
        question, value = answer.split("=")
        asked = next(q for q in GUIDE["questions"] if q["id"] == question)
        yield asked["text"], next(o for o in asked["options"] if o["value"] == value)["text"]


def entries():
    """The fields of the form in its order: title, value as it is shown, and whether it is chosen from a list."""
    schema = GUIDE["forms"][0]["schema"]["properties"]
    for name, value in hall.APPLICANT.items():
        field = schema[name]
        titles = {o["const"]: o["title"] for o in field.get("oneOf", [])}
        yield field["title"], titles.get(value, value), bool(titles) or "enum" in field


def fill_applicant(app):
    """The situation of a marriage move and the whole form of 户口迁移, through AT-SPI: for tests of other things."""
    for question, option in answers():
        wait_until(lambda: find(app, question), f"{question} is not asked")
        choose(app, question, option)
    for title, value, is_choice in entries():
        if is_choice:
            choose(app, title, value)
        else:
            type_text(app, title, value)


def pick(app, box, option):
    """By keyboard from a drop-down that has the focus."""
    for _ in range(len(options_of(box))):
        now = chosen_of(box)
        if now == option:
            return
        press_key("Down")
        wait_until(lambda: chosen_of(box) != now, f"Down does not go on from {now!r} in {box.name}")
    raise AssertionError(f"{box.name} has no {option!r}: {options_of(box)}")


def type_situation(app):
    """The situation by keyboard alone: Tab from answer to answer, Space takes one; the first is a drop-down."""
    for question, option in answers():
        wait_until(lambda: find(app, question), f"{question} is not asked")
        box = find(app, question, pyatspi.ROLE_COMBO_BOX)
        if box is not None:
            pick(app, box, option)
            continue
        button = tab_to(app, option, question)
        press_key("space")
        wait_until(lambda: button.getState().contains(pyatspi.STATE_CHECKED), f"{question} was not answered")


def type_form(app):
    """The form by keyboard alone: a field is typed or chosen, Enter goes on to the next."""
    tab_to(app, next(entries())[0])
    for title, value, is_choice in entries():
        box = find(app, title, pyatspi.ROLE_COMBO_BOX) if is_choice else None
        if box is not None:
            wait_until(lambda: focused(app) is None, f"Enter did not lead to {title}")
            pick(app, box, value)
        elif is_choice:
            tab_to(app, value, title)
            press_key("space")
            wait_until(lambda: find(app, value, pyatspi.ROLE_TOGGLE_BUTTON, title).getState().contains(pyatspi.STATE_CHECKED),
                       f"{title} was not chosen")
        else:
            field = tab_to(app, title)
            press_key("Ctrl+A")
            type_keys(value)
            wait_until(lambda: text_of(field) == value, f"{title} did not take {value}")
        before = said(focused(app))
        press_key("Return")
        wait_until(lambda: said(focused(app)) != before, f"Enter does not go on from {title}")


def begin_case(app):
    """By keyboard: the search has the focus, the matter is typed by its initials and taken."""
    await_focus(app, "Find a matter")
    await_text(app, "户口迁移, ")  # the guides have come
    type_keys("hkqy")
    press_key("Return")
    await_node(app, CASE, pyatspi.ROLE_TOGGLE_BUTTON)


def open_newest_case(app):
    press_key("Alt+2")
    focus_list(app, "Cases")
    press_key("Home")
    press_key("Return")
    await_node(app, CASE, pyatspi.ROLE_TOGGLE_BUTTON)


def open_tab(app):
    """The name of the sheet that is open in the middle."""
    names = [NAMES[m] for m in NAMES]
    for node in walk(app):
        if node.getRole() == pyatspi.ROLE_TOGGLE_BUTTON and node.getState().contains(pyatspi.STATE_CHECKED) \
                and any(node.name.startswith(name) for name in names):
            return node.name
    return ""


def shows_material(app, material):
    tab = open_tab(app)
    return tab.startswith(NAMES[material]) and "/" not in tab


def choose_material(app, material):
    """Down the list of materials until the material's sheet is open."""
    focus_list(app, "Materials")
    press_key("Home")
    press_key("Return")
    wait_until(lambda: open_tab(app) and "/" not in open_tab(app), "no material's sheet opens")
    for _ in range(12):
        if shows_material(app, material):
            return
        before = open_tab(app)
        press_key("Down")
        wait_until(lambda: open_tab(app) != before, f"Down does not go on from {before}")
    raise AssertionError(f"{NAMES[material]} cannot be reached, open is {open_tab(app)}")


def papers(place, pattern, count=1):
    return sorted((place.papers / "case").glob(pattern))[:count]


def scan_one(app, place, pattern):
    place.feed(papers(place, pattern))
    press_key("F6")
    await_text(app, "Page 1")


@contextlib.contextmanager
def told(title):
    try:
        yield
        print(f"passed: {title}", flush=True)
    except BaseException:
        print(f"FAILED: {title}", flush=True)
        traceback.print_exc()
        screenshot("failed_" + title.replace(" ", "_"))
        raise
