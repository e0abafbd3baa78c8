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

GUIDE = json.loads((pathlib.Path(os.environ["OW_SOURCE_DIR"]) / "forms/guides/hk-qy.guide.json").read_text())
MATERIALS = ["m-sqb", "m-id", "m-hkb", "m-jhz", "m-hzty"]
NAMES = {material["id"]: material["name"] for material in GUIDE["materials"]}

KEYS = {"Return": 0xFF0D, "Tab": 0xFF09, "Escape": 0xFF1B, "Insert": 0xFF63, "Home": 0xFF50, "Left": 0xFF51, "Up": 0xFF52,
        "Right": 0xFF53, "Down": 0xFF54, "Page_Down": 0xFF56, "Delete": 0xFFFF, "Alt": 0xFFE9, "Control": 0xFFE3,
        **{f"F{n}": 0xFFBD + n for n in range(1, 13)}}


def press_key(name, times=1):
    """A key as the keyboard sends it, to whoever has the focus. "Alt+4" holds the first."""
    *held, last = name.split("+") if name != "+" else [name]
    symbol = KEYS.get(last, ord(last[0]))
    for _ in range(times):
        codes = [keycode(KEYS[each]) for each in held]
        for code in codes:
            pyatspi.Registry.generateKeyboardEvent(code, None, pyatspi.KEY_PRESS)
        pyatspi.Registry.generateKeyboardEvent(symbol, None, pyatspi.KEY_SYM)
        for code in reversed(codes):
            pyatspi.Registry.generateKeyboardEvent(code, None, pyatspi.KEY_RELEASE)
        time.sleep(0.1)


def keycode(symbol):
    return {0xFFE9: 64, 0xFFE3: 37}[symbol]  # of the screen that desktop.sh starts


def switch_to(app):
    """From one window to the other, as a person does it."""
    press_key("Alt+Tab")
    wait_until(lambda: any(app.getChildAtIndex(i).getState().contains(pyatspi.STATE_ACTIVE)
                           for i in range(app.childCount)), "the other window did not come to the front")
    time.sleep(0.5)


def focus(node):
    node.queryComponent().grabFocus()
    time.sleep(0.15)
    return node


def focus_list(app, name):
    lists = (pyatspi.ROLE_TREE_TABLE, pyatspi.ROLE_TABLE, pyatspi.ROLE_LIST_BOX, pyatspi.ROLE_LIST)
    return focus(wait_until(lambda: next((n for n in walk(app) if n.name == name and n.getRole() in lists), None),
                            f"no list {name!r}: {[t for t in texts(app) if t]}"))


def await_text(app, part, patience=None):
    """Some text on the screen that contains it."""
    return wait_until(lambda: next((t for t in texts(app) if part in t), None),
                      f"nothing says {part!r}: {[t for t in texts(app) if t]}", patience)


def choose(app, name, option):
    """An option of a row of buttons or of a drop-down called `name`."""
    button = find(app, option, pyatspi.ROLE_TOGGLE_BUTTON, describes=name)
    if button is not None:
        click(button)
        return
    box = await_node(app, name, pyatspi.ROLE_COMBO_BOX)
    items = [n for n in every(box) if n.getRole() == pyatspi.ROLE_MENU_ITEM]
    click(next(item for item in items if item.name == option))
    time.sleep(0.1)


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

    def say(self, english, chinese):
        return chinese if self.language == "zh_CN" else english

    def login(self, user):
        type_text(self.app, self.say("User", "用户名"), user)
        type_password(self.app, self.hall.office.password(user))
        press_key("Return")
        await_node(self.app, self.say("Places", "工作区"))

    def close(self):
        self.process.terminate()
        self.process.wait(10)


def scan_workers(process):
    """The processes of the program that hold a scanner."""
    running = []
    for place in pathlib.Path("/proc").iterdir():
        with contextlib.suppress(OSError):
            if place.name.isdigit() and (place / "comm").read_text().startswith("onewindow-scan") \
                    and f"PPid:\t{process}\n" in (place / "status").read_text():
                running.append(int(place.name))
    return running


def type_password(app, password):
    node = wait_until(lambda: next((n for n in walk(app) if n.getRole() == pyatspi.ROLE_PASSWORD_TEXT), None),
                      "no field for the password")
    node.queryEditableText().setTextContents(password)
    focus(node)


def fill_applicant(app):
    """The situation of a marriage move and the whole form of 户口迁移."""
    for answer in hall.SITUATION:
        question, value = answer.split("=")
        asked = next(q for q in GUIDE["questions"] if q["id"] == question)
        option = next(o for o in asked["options"] if o["value"] == value)
        wait_until(lambda: find(app, asked["text"]), f"{asked['text']} is not asked")
        choose(app, asked["text"], option["text"])
    schema = GUIDE["forms"][0]["schema"]["properties"]
    for name, value in hall.APPLICANT.items():
        field = schema[name]
        titles = {o["const"]: o["title"] for o in field.get("oneOf", [])}
        if titles:
            choose(app, field["title"], titles[value])
        elif "enum" in field:
            choose(app, field["title"], value)
        else:
            type_text(app, field["title"], value)


def begin_case(app):
    type_text(app, "Find a matter", "hkqy")
    focus(find_editable(app, "Find a matter"))
    wait_until(lambda: sum(1 for t in texts(app) if t.startswith("户口迁移, ")) == 1
               and not any(t.startswith("个体") for t in texts(app)), "the search did not narrow")
    press_key("Return")
    await_node(app, "户口迁移 1", pyatspi.ROLE_TOGGLE_BUTTON)


def open_tab(app):
    """The name of the sheet that is open in the middle."""
    names = [NAMES[m] for m in NAMES]
    for node in walk(app):
        if node.getRole() == pyatspi.ROLE_TOGGLE_BUTTON and node.getState().contains(pyatspi.STATE_CHECKED) \
                and any(node.name.startswith(name) for name in names):
            return node.name
    return ""


def choose_material(app, material):
    """By keyboard: down the list until the material's sheet is open."""
    focus_list(app, "Materials")
    press_key("Home")
    press_key("Return")
    for _ in range(12):
        time.sleep(0.3)
        if open_tab(app).startswith(NAMES[material]) and "/" not in open_tab(app):
            return
        press_key("Down")
    raise AssertionError(f"{NAMES[material]} cannot be reached, open is {open_tab(app)}")


def scan_one(app, place, pattern):
    place.feed(sorted((place.papers / "case").glob(pattern))[:1])
    start_scan(app)
    await_text(app, "Page 1")


def start_scan(app):
    wait_until(lambda: [n for n in every(find(app, "Scanner")) if "feeder" in n.name], "no scanner was found")
    press_key("F6")


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
