"""Every hand-made form of tests/data/forms: each control its schema asks for is in the accessibility tree, with its role
and name, and what its rules hide is not."""
import json
import os
import pathlib
import sys
import traceback

import pyatspi

from gui_case import Program, await_node, click, screenshot, unnamed, wait_until

FOLDER = pathlib.Path(os.environ["OW_SOURCE_DIR"]) / "tests/data/forms"
PARTS = 8  # of an address


def tree(node, depth=40):
    """Everything that is not hidden, also on a tab that is not in front: (role, name, description, node)."""
    if node.getRole() != pyatspi.ROLE_APPLICATION and not node.getState().contains(pyatspi.STATE_VISIBLE):
        return
    yield node.getRole(), "".join((node.name or "").split()), node.description or "", node
    for index in range(node.childCount if depth else 0):
        child = node.getChildAtIndex(index)
        if child is not None:
            yield from tree(child, depth - 1)


def resolve(schema, part):
    while "$ref" in part:
        target = schema
        for step in part["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        part = target
    return part


def fields(schema, part, named=""):
    """Every member that has a control, as (name, schema)."""
    for name, below in part.get("properties", {}).items():
        below = resolve(schema, below)
        if "properties" in below:
            yield from fields(schema, below)
        else:
            yield below.get("title", name), below


def options(part):
    if "enum" in part:
        return [str(value) for value in part["enum"]]
    return [branch["title"] for branch in part.get("oneOf", [])]


def lacking(seen, name, part, data):
    """What a field needs and the tree has not."""
    def there(role, wanted, describes=""):
        wanted = "".join(wanted.split())
        return any(r in role and n == wanted and describes in d for r, n, d, _ in seen)

    text, buttons = (pyatspi.ROLE_TEXT, pyatspi.ROLE_ENTRY), (pyatspi.ROLE_TOGGLE_BUTTON, pyatspi.ROLE_RADIO_BUTTON)
    if part.get("type") == "array":
        choices = options(part["items"])
        if choices:
            return [o for o in choices if not there((pyatspi.ROLE_CHECK_BOX,), o, name)]
        return [] if there((pyatspi.ROLE_PUSH_BUTTON,), f"{name}: Add a row") else [f"{name}: add"]
    if part.get("type") == "boolean":
        return [f"{name} {o}" for o in ("Yes", "No") if not there(buttons, o, name)]
    if options(part):
        row = [o for o in options(part) if not there(buttons, o, name)]
        return [] if not row or there((pyatspi.ROLE_COMBO_BOX,), name) else row
    if part.get("format") == "cn-address":
        parts = [n for r, n, _, _ in seen if r in text and n.startswith(name + ":")]
        return [] if there(text, name) and len(parts) == PARTS else [f"{name}: {parts}"]
    return [] if there(text, name) else [name]


def labels(ui):
    """Headings, tabs and words of the UI schema, as (roles, text)."""
    roles = {"Group": (pyatspi.ROLE_PANEL,), "Category": (pyatspi.ROLE_PAGE_TAB,), "Label": (pyatspi.ROLE_LABEL,)}
    if ui.get("type") in roles:
        yield roles[ui["type"]], ui.get("label") or ui["text"]
    for element in ui.get("elements", []):
        yield from labels(element)


def cells(schema, data):
    """The names of the cells of the tables that hold something, one table deep."""
    for name, rows in data.items():
        part = schema["properties"].get(name, {})
        for number, row in enumerate(rows if part.get("type") == "array" and isinstance(rows, list) else [], 1):
            for member, column in part["items"].get("properties", {}).items():
                if member in row and column["type"] == "string" and "oneOf" not in column:
                    yield f"{part['title']} {number} {column['title']}"


def check(app, form):
    seen = list(tree(app))
    names = {n for _, n, _, _ in seen}
    hidden, renamed = form.get("hidden", []), form.get("renamed", {})
    faults = []
    for name, part in fields(form["schema"], form["schema"]):
        name = renamed.get(name, name)
        faults += [] if name in hidden else lacking(seen, name, part, form.get("data", {}))
    for name in hidden:
        faults += [f"{name} is there"] if "".join(name.split()) in names else []
    for roles, text in labels(form["ui"]):
        wanted = "".join(text.split())
        if text not in hidden and not any(r in roles and n == wanted for r, n, _, _ in seen):
            faults.append(f"{roles[0]} {text}")
    for name in cells(form["schema"], form.get("data", {})):
        faults += [] if "".join(name.split()) in names else [f"the cell {name}"]
    for name in form.get("locked", []):
        entry = next(n for r, t, _, n in seen if t == name and r in (pyatspi.ROLE_TEXT, pyatspi.ROLE_ENTRY))
        faults += [f"{name} is open"] if entry.getState().contains(pyatspi.STATE_EDITABLE) else []
    return faults + [f"no name: {path}" for path in unnamed(app)]


def main():
    files = sorted(FOLDER.glob("*.json"))
    assert len(files) == 20, len(files)
    failed = 0
    with Program("onewindow-gallery", str(FOLDER), "en", "forms") as running:
        for file in files:
            await_node(running.app, file.stem)
            try:
                faults = check(running.app, json.loads(file.read_text()))
            except Exception:
                faults = [traceback.format_exc()]
            screenshot("form_" + file.stem)
            print(f"{'FAILED' if faults else 'passed'}: {file.stem}", *faults, sep="\n  ", flush=True)
            failed += bool(faults)
            click(await_node(running.app, "Next form"))
    sys.exit(1 if failed else 0)


main()
