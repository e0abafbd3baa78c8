"""Every place, sheet and dialog of the window: each control has a name a screen reader can say. With OW_GUI_PICTURES each is
also kept as a picture."""
import sys

from window_case import *  # noqa: F403

LANGUAGE = sys.argv[1] if len(sys.argv) > 1 else "en"
lacking = []


def look(app, what):
    time.sleep(1)
    screenshot(f"{what}-{LANGUAGE}")
    found = unnamed(app)
    print(f"{'FAILED' if found else 'passed'}: {what}: {len(list(walk(app)))} things, {len(found)} without a name", flush=True)
    lacking.extend(f"{what}: {each}" for each in found)


def open_places(app, role, count):
    """Every place of the navigation by its key, then the first again."""
    seen = set()
    for number in range(2, count + 1):
        press_key(f"Alt+{number}")
        look(app, f"{role}-place-{number}")
        seen.add(tuple(texts(app)))
    assert len(seen) == count - 1, f"{role}: a key opened no place"
    press_key("Alt+1")
    time.sleep(0.5)


def windows(app):
    return sum(1 for i in range(app.childCount) if showing(app.getChildAtIndex(i)))


def dialogs(app, role, keys):
    for key in keys:
        before = windows(app)
        press_key(key)
        time.sleep(1)
        look(app, f"{role}-{key}")
        assert windows(app) > before, f"{key} opened nothing"
        press_key("Escape")
        wait_until(lambda: windows(app) == before, f"Escape does not close what {key} opened")


def clerk(place):
    with Window(place, "clerk-window", LANGUAGE) as window:
        look(window.app, "login")
        type_by_role(window.app, pyatspi.ROLE_ENTRY, "clerk", place)
        look(window.app, "intake-search")
        begin_by_name(window.app)
        fill_applicant(window.app)
        look(window.app, "intake-form")
        open_places(window.app, "clerk", 6)
        dialogs(window.app, "clerk", ["F1", "F9"])


def reviewer(place):
    with Window(place, "reviewer-window", LANGUAGE) as window:
        type_by_role(window.app, pyatspi.ROLE_ENTRY, "reviewer", place)
        wait_until(lambda: any("户口迁移" in t for t in texts(window.app)), "the work list is empty")
        look(window.app, "review-list")
        tables = [n for n in walk(window.app) if n.getRole() in (pyatspi.ROLE_TREE_TABLE, pyatspi.ROLE_TABLE)]
        focus(tables[0])
        press_key("Down")
        wait_until(lambda: any(t.startswith("1 / ") for t in texts(window.app)), "no page is shown")
        look(window.app, "review-case")
        press_key("F3")
        time.sleep(1)
        dialogs(window.app, "review", ["F1"])
        press_key("F2")
        press_key("Insert")
        press_key("Down")
        dialogs(window.app, "review-mark", ["Return"])


def type_by_role(app, _role, user, place):
    """The login, whatever language it speaks: the name stands before the password."""
    fields = [n for n in walk(app) if n.getState().contains(pyatspi.STATE_EDITABLE)]
    password = next(n for n in fields if n.getRole() == pyatspi.ROLE_PASSWORD_TEXT)
    next(n for n in fields if n is not password).queryEditableText().setTextContents(user)
    password.queryEditableText().setTextContents(place.office.password(user))
    focus(password)
    press_key("Return")
    wait_until(lambda: not any(n.getRole() == pyatspi.ROLE_PASSWORD_TEXT for n in walk(app)), "nobody is logged in")
    time.sleep(1)


def begin_by_name(app):
    field = next(n for n in walk(app) if n.getState().contains(pyatspi.STATE_EDITABLE))
    field.queryEditableText().setTextContents("hkqy")
    focus(field)
    time.sleep(1)
    press_key("Return")
    await_node(app, "户口迁移 1", pyatspi.ROLE_TOGGLE_BUTTON)


def main():
    with hall.Hall() as place:
        place.clerk_case = place.clerk.new_case()
        place.clerk.attach_all(place.clerk_case)
        place.clerk.ask("case", "seal", place.clerk_case)
        place.clerk.ask("outbox", "send")
        place.feed([])
        clerk(place)
        reviewer(place)
    print("\n".join(lacking))
    sys.exit(1 if lacking else 0)


main()
