"""Hands that never leave the keyboard fill two whole forms in the real window: 户口迁移 and 存量房转移登记. What they typed is
checked against what the store holds. Then the same applicant comes again, and a whole identity card is pasted."""
import subprocess
import sys

from window_case import *  # noqa: F403

MOVE = hall.APPLICANT
TRANSFER = {
    "reason": "转移登记", "buyer": "示例甲", "buyer_id": "330399198506150139", "buyer_address": "测试区测试路1号2幢301室",
    "buyer_phone": "13800000000", "seller": "示例乙", "seller_id": "330399198711020245", "seller_phone": "0577-88888888",
    "location": "测试区示例路2号1幢301室", "unit_number": "330399001001GB00001F00010301", "old_certificate": "浙(2019)示例不动产权第0000001号",
    "area": 88.5, "use": "住宅", "price": 1250000, "separate": False, "mail_to": "测试区测试路1号",
}
CARD = "姓名 示例甲\n性别 男 民族 汉\n出生 1985 年 6 月 15 日\n住址 测试区测试路\n　　1号2幢301室\n公民身份号码 330399198506150139\n"

# Owns the clipboard until it is ended: the X keyboard has no keys for Chinese.
OWNER = """
import sys, gi
gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk
Gtk.Clipboard.get(Gdk.SELECTION_CLIPBOARD).set_text(sys.argv[1], -1)
print("ready", flush=True)
Gtk.main()
"""


def key(symbol):
    pyatspi.Registry.generateKeyboardEvent(symbol, None, pyatspi.KEY_SYM)
    time.sleep(0.03)


def paste(text):
    owner = subprocess.Popen([sys.executable, "-c", OWNER, text], stdout=subprocess.PIPE)
    try:
        owner.stdout.readline()
        press_key("Control+v")
        time.sleep(0.3)
    finally:
        owner.terminate()
        owner.wait()


def write(text):
    """As hands do it: what the keyboard has by its keys, the rest as an input method would bring it."""
    if text.isascii():
        for letter in text:
            key(ord(letter))
    else:
        paste(text)


def focused(app, patience=5):
    """The node with the focus; None: it is in a drop-down, whose inside no screen reader is told of."""
    try:
        return wait_until(lambda: next((n for n in walk(app) if n.getState().contains(pyatspi.STATE_FOCUSED)), None), "", patience)
    except AssertionError:
        return None


def stands_at(app, title, drop_down=False):
    """The focus is in the field called that: its own name, or what it says of itself."""
    node = focused(app, 1)
    if node is None:
        return drop_down
    return node.name == title or title in (node.description or "") or node.name.startswith(title + ":")


def go_to(app, title):
    """By Tab, never faster than the window: a field passed over unseen would be missed."""
    for _ in range(150):
        before = focused(app, 1)
        if before is not None and stands_at(app, title):
            return
        press_key("Tab")
        with contextlib.suppress(AssertionError):
            wait_until(lambda: focused(app, 0.5) != before, "", 3)
    raise AssertionError(f"{title} cannot be reached by Tab, the focus is at {focused(app)}")


def schema_of(guide):
    text = (pathlib.Path(os.environ["OW_SOURCE_DIR"]) / f"forms/guides/{guide}.guide.json").read_text()
    return json.loads(text)["forms"][0]["schema"]


def fill(app, schema, values, first):
    """Field after field with Enter, as the form has them."""
    properties = schema["properties"]
    go_to(app, properties[first]["title"])
    for name, part in properties.items():
        drop_down = len(part.get("oneOf", [])) > 5
        wait_until(lambda: stands_at(app, part["title"], drop_down), f"Enter did not go to {part['title']}", 8)
        if part["type"] == "array":
            fill_rows(app, part, values.get(name, []))
            press_key("Control+Return")
            continue
        value = values.get(name)
        if isinstance(value, bool):
            write("1" if value else "2")
        elif "oneOf" in part:
            values_are_codes = all(o["const"].isdigit() for o in part["oneOf"])
            consts = [o["const"] for o in part["oneOf"]]
            write(value if values_are_codes else str(consts.index(value) + 1))
        elif value is not None:
            write(value.replace("-", "") if part.get("format") == "date" else str(value))
        if value is None and part["type"] == "boolean":
            press_key("Control+Return")
        else:
            press_key("Return")


def fill_rows(app, part, rows):
    """Enter on the button makes a row; Enter after its last cell comes back to the button."""
    for row in rows:
        press_key("Return")
        for member, column in part["items"]["properties"].items():
            wait_until(lambda: focused(app, 1).name.endswith(column["title"]), f"no cell {column['title']}", 8)
            write(row.get(member, ""))
            press_key("Return")
        wait_until(lambda: stands_at(app, part["title"]), "Enter did not come back from the last cell", 5)


def new_case(app, typed, matter):
    """From wherever one is: a new case by its initials."""
    press_key("Control+n")
    wait_until(lambda: find_editable(app, "Find a matter"), "no search")
    for _ in range(60):
        if stands_at(app, "Find a matter"):
            break
        press_key("Tab")
    press_key("Control+a")
    write(typed)
    wait_until(lambda: any(t.startswith(matter + ", ") for t in texts(app)), f"{matter} was not found")
    time.sleep(0.5)
    press_key("Return")
    wait_until(lambda: any(n.name.startswith(matter + " ") and n.getRole() == pyatspi.ROLE_TOGGLE_BUTTON
                           for n in walk(app)), "the case did not open")
    time.sleep(0.5)


def stored(place, folder, matter, number=0):
    station = hall.Workstation(place, folder)
    cases = [c["case"] for c in station.ask("case", "list").json if c["matter"] == matter]
    return station.ask("case", "show", cases[number]).json["forms"].get("application", {})


def expect_stored(place, matter, values):
    wanted = {name: value for name, value in values.items() if value != []}
    got = {}

    def same():
        got.clear()
        got.update(stored(place, "window", matter))
        return got == wanted
    try:
        wait_until(same, "", 15)
    except AssertionError:
        raise AssertionError({n: (wanted.get(n), got.get(n)) for n in {*wanted, *got} if wanted.get(n) != got.get(n)}) from None


def main():
    with hall.Hall() as place, Window(place, "window") as window:
        app = window.app
        window.login("clerk")
        with told("户口迁移 is filled by keyboard alone"):
            new_case(app, "hkqy", "户口迁移")
            values = {**MOVE, "former": "示例旧名",
                      "follow": [{"name": "示例丙", "relation": "子", "number": "330399201505050077"}]}
            del values["follow"][0]["number"]
            fill(app, schema_of("hk-qy"), values, "name")
            screenshot("keyboard_move")
            expect_stored(place, "hk-qy", values)
        with told("存量房转移登记 is filled by keyboard alone"):
            new_case(app, "bdczy", "存量房(二手房)买卖转移登记(登记·交易·缴税一窗受理)")
            values = {**TRANSFER, "co_owners": [{"name": "示例丙", "number": "330399198506150139", "share": "50%"}]}
            fill(app, schema_of("bdc-zy-clf"), values, "reason")
            screenshot("keyboard_transfer")
            expect_stored(place, "bdc-zy-clf", values)
        with told("the same applicant's earlier case is copied at a key"):
            new_case(app, "hkqy", "户口迁移")
            go_to(app, "公民身份号码")
            write(MOVE["idno"])
            press_key("Return")
            await_text(app, "This applicant was here before")
            screenshot("keyboard_offer")
            press_key("Control+k")
            await_text(app, "from case ")
            wait_until(lambda: stored(place, "window", "hk-qy").get("to") == MOVE["to"], "it was not copied")
            screenshot("keyboard_copied")
        with told("a pasted identity card fills the fields it belongs to, and can be undone"):
            new_case(app, "hkqy", "户口迁移")
            go_to(app, "姓名")
            paste(CARD)
            await_text(app, "from the identity card's text")
            card = {"name": "示例甲", "sex": "1", "nation": "01", "birth": "1985-06-15", "idno": "330399198506150139",
                    "from": "测试区测试路1号2幢301室"}
            expect_stored(place, "hk-qy", card)
            screenshot("keyboard_card")
            press_key("Control+z")
            expect_stored(place, "hk-qy", {})
        with told("a card pasted into a row of a table fills that row alone, and can be undone"):
            part = schema_of("hk-qy")["properties"]["follow"]
            add = next(n.name for n in walk(app) if n.name.startswith(part["title"] + ":"))
            go_to(app, add)
            press_key("Return")
            wait_until(lambda: focused(app, 1).name == f"{part['title']} 1 姓名", "no row")
            paste("示例丙")
            go_to(app, add)
            press_key("Return")
            wait_until(lambda: focused(app, 1).name == f"{part['title']} 2 姓名", "no second row")
            paste(CARD)
            rows = [{"name": "示例丙"}, {"name": "示例甲", "number": "330399198506150139"}]
            expect_stored(place, "hk-qy", {"follow": rows})
            await_text(app, "from the identity card's text")
            screenshot("keyboard_card_row")
            press_key("Control+z")
            expect_stored(place, "hk-qy", {"follow": [{"name": "示例丙"}, {}]})
    sys.exit(0)


main()
