"""What a GUI test needs to drive a program from outside, through AT-SPI alone.

A test is a python file with functions named test_…(app), each a sentence. It ends with `run(globals())`:

    gui_case.py knows where the program is (OW_BIN_DIR), starts it, waits until its window is there, calls every
    test with the application's accessible root, prints one line for each, and ends the program.
"""
import os
import re
import subprocess
import sys
import tempfile
import time
import traceback

import gi
gi.require_version("Atspi", "2.0")
import pyatspi  # noqa: E402

# What GTK, GLib and their like say of a program that uses them wrongly; libraries of the machine warn of other things.
COMPLAINT = re.compile(r"-(CRITICAL|ERROR) \*\*|(Gtk|Gdk|GLib|GLib-GObject|Pango|Atk)-WARNING \*\*")
# Between GTK 3 and wx, out of our hands: the accessible notebook asks for the label of a page that is being put in, wx places
# children of a page that is hidden, and a theme's padding is wider than a control or a scrollbar while its row is first laid out.
BETWEEN_TOOLKITS = re.compile(
    r"gtk_box_gadget_distribute: assertion 'size >= 0' failed in GtkScrollbar|gtk_notebook_get_tab_label: assertion|gtk_widget_set_allocation: assertion '_gtk_widget_get_visible|Negative content (width|height)")

PATIENCE = float(os.environ.get("OW_GUI_PATIENCE", "60"))

# Roles a person acts on: each must have a name, or a screen reader says only "button".
MUST_BE_NAMED = {
    pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON, pyatspi.ROLE_TEXT, pyatspi.ROLE_ENTRY,
    pyatspi.ROLE_PASSWORD_TEXT, pyatspi.ROLE_COMBO_BOX, pyatspi.ROLE_CHECK_BOX, pyatspi.ROLE_RADIO_BUTTON,
    pyatspi.ROLE_SPIN_BUTTON, pyatspi.ROLE_LIST, pyatspi.ROLE_LIST_BOX, pyatspi.ROLE_TREE_TABLE, pyatspi.ROLE_TABLE,
    pyatspi.ROLE_TREE, pyatspi.ROLE_CALENDAR, pyatspi.ROLE_FILE_CHOOSER, pyatspi.ROLE_DIALOG, pyatspi.ROLE_FRAME, pyatspi.ROLE_SLIDER, pyatspi.ROLE_MENU_ITEM, pyatspi.ROLE_PROGRESS_BAR,
}


def wait_until(question, what, patience=None):
    """The first truthy answer of question(); fails with `what`, or what it returns then, when there is none in time."""
    end = time.monotonic() + (patience or PATIENCE)
    trouble = ""
    while time.monotonic() < end:
        try:
            answer, trouble = question(), ""
        except Exception as error:  # a thing that went away while we looked at it
            answer, trouble = None, f" ({type(error).__name__}: {error})"
        if answer:
            return answer
        time.sleep(0.05)
    raise AssertionError("waited in vain: " + (what() if callable(what) else what) + trouble)


def showing(node):
    return node.getState().contains(pyatspi.STATE_SHOWING)


def walk(node, depth=40, beyond=lambda node: False):
    """The node and everything below it that is on the screen, without what lies below a node that is `beyond`."""
    yield node
    if depth == 0 or beyond(node):
        return
    try:
        count = min(node.childCount, 400)
    except Exception:
        return
    for index in range(count):
        try:
            child = node.getChildAtIndex(index)
            shown = child is not None and showing(child)
        except Exception:  # it went away while we looked
            continue
        if shown:
            yield from walk(child, depth - 1, beyond)


def find(root, name=None, role=None, describes=None):
    """The first node on the screen with that name (exact), role and description (contained); None: there is none."""
    for node in walk(root):
        try:
            if name is not None and node.name != name:
                continue
            if role is not None and node.getRole() != role:
                continue
            if describes is not None and describes not in (node.description or ""):
                continue
        except Exception:
            continue
        return node
    return None


def await_node(root, name=None, role=None, describes=None):
    return wait_until(lambda: find(root, name, role, describes), f"no node {name!r} {role} {describes!r}")


def click(node):
    actions = node.queryAction()
    assert actions.nActions > 0, f"{node.name!r} cannot be clicked"
    actions.doAction(0)


def press(root, name, role=pyatspi.ROLE_PUSH_BUTTON):
    click(await_node(root, name, role))


def type_text(root, name, text):
    """Puts text into the named field, through the accessibility interface of the control itself."""
    node = wait_until(lambda: find_editable(root, name), f"no field {name!r}")
    node.queryEditableText().setTextContents(text)
    wait_until(lambda: text_of(node) == text, f"{name!r} did not take the text")


def find_editable(root, name):
    for node in walk(root):
        if node.name == name and node.getState().contains(pyatspi.STATE_EDITABLE):
            return node
    return None


def text_of(node):
    content = node.queryText()
    return content.getText(0, content.characterCount)


def texts(root):
    """Every name and text on the screen, for `"…" in texts(app)`."""
    found = []
    for node in walk(root):
        found.append(node.name or "")
    return found


def unnamed(root):
    """Controls a screen reader could not call by a name, each with the way to it. The desktop's own dialog for files is not
    ours to name, but for its title."""
    lacking = []
    for node in walk(root, beyond=lambda node: node.getRole() == pyatspi.ROLE_FILE_CHOOSER):
        if node.getRole() in MUST_BE_NAMED and not (node.name or "").strip():
            lacking.append(path_of(node))
    return lacking


def path_of(node):
    steps = []
    while node is not None and node.getRole() != pyatspi.ROLE_APPLICATION and len(steps) < 12:
        steps.append(f"{node.getRoleName()} {node.name!r}")
        node = node.parent
    return " < ".join(steps)


def applications():
    desktop = pyatspi.Registry.getDesktop(0)
    return [app for app in (desktop.getChildAtIndex(i) for i in range(desktop.childCount)) if app is not None]


def screenshot(name):
    """Keeps a picture of the screen when OW_GUI_PICTURES names a folder."""
    folder = os.environ.get("OW_GUI_PICTURES")
    if folder:
        os.makedirs(folder, exist_ok=True)
        subprocess.run(["import", "-window", "root", os.path.join(folder, name + ".png")], check=False, timeout=30)


class Program:
    """One of our programs, running. Use with `with`: it is ended in every case."""

    def __init__(self, name, *arguments, environment=None):
        self.command = [os.path.join(os.environ["OW_BIN_DIR"], name), *arguments]
        self.environment = {**os.environ, **(environment or {})}

    def __enter__(self):
        self.said = tempfile.NamedTemporaryFile(prefix="said-", suffix=".txt", mode="r", encoding="utf-8", errors="replace")
        self.process = subprocess.Popen(self.command, env=self.environment, stderr=open(self.said.name, "wb"))
        try:
            self.app = wait_until(self.find_app, f"{self.command[0]} showed no window")
        except BaseException:
            self.end()
            raise
        return self

    def find_app(self):
        if self.process.poll() is not None:
            raise SystemExit(f"{self.command[0]} ended with {self.process.returncode}")
        for app in applications():
            if app.get_process_id() == self.process.pid and app.childCount > 0 and showing(app.getChildAtIndex(0)):
                return app
        return None

    def end(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def __exit__(self, kind, *_):
        self.end()
        said = self.said.read()
        self.said.close()
        sys.stderr.write(said)
        complaints = [line for line in said.splitlines() if COMPLAINT.search(line) and not BETWEEN_TOOLKITS.search(line)]
        if kind is None:
            assert not complaints, f"the toolkit complains of {self.command[0]}: {complaints}"


def run(scope, program, *arguments):
    """Runs every test_ function of the module on one running program, and ends with 0 only if all passed."""
    failed = 0
    tests = [(name, value) for name, value in scope.items() if name.startswith("test_") and callable(value)]
    assert tests, "there is no test in this file"
    with Program(program, *arguments) as running:
        for name, test in tests:
            title = name.removeprefix("test_").replace("_", " ")
            try:
                assert running.process.poll() is None, f"the program ended with {running.process.returncode}"
                test(running.app)
                print(f"passed: {title}", flush=True)
            except Exception:
                failed += 1
                print(f"FAILED: {title}", flush=True)
                traceback.print_exc()
                screenshot("failed_" + name)
    print(f"{len(tests) - failed} of {len(tests)} passed", flush=True)
    sys.exit(1 if failed else 0)
