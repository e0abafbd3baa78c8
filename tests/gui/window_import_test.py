"""A whole province's catalogue comes in from a file, without a line: it is cancelled by Escape and by the button, and what is in force
stays as it was; guides that came until then are in force nowhere, and the next import goes on behind them."""
import sqlite3
import subprocess
import tempfile
import types

from window_case import *  # noqa: F403

FEW, MANY = 200, 12000
IN_FORCE = ("releases", "release_guides")
KEPT = ("guides", "guide_texts")


class Village(Window):
    """The window of a workstation that make-province left as a first login does."""

    def __init__(self, folder):
        self.folder = folder / "data"
        self.language = "en"
        environment = dict(os.environ, DBUS_SESSION_BUS_ADDRESS="", XDG_RUNTIME_DIR="")
        Program.__init__(self, "onewindow", "--data", str(self.folder), "--language", "en", environment=environment)
        self.hall = types.SimpleNamespace(folder=folder, environment=environment,
                                          office=types.SimpleNamespace(password=lambda _: "password"))
        hall.Hall.feed(self.hall, [])
        self.environment.update(environment)


def rows(window, tables=IN_FORCE):
    """How many there are of what a release consists of, or of the guides that are kept."""
    with contextlib.closing(sqlite3.connect(f"file:{window.folder}/onewindow.db?mode=ro", uri=True)) as database:
        return {table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}


def releases(window):
    return {row["release"]: row["active"] for row in window.ask("guide", "releases").json}


def dialogs(app):
    return [n for n in (app.getChildAtIndex(i) for i in range(app.childCount))
            if n.getRole() in (pyatspi.ROLE_DIALOG, pyatspi.ROLE_FILE_CHOOSER) and showing(n)]


def begin_import(window, file):
    press_key("F4")
    wait_until(lambda: dialogs(window.app), "no window to choose a file")
    type_keys(str(file))
    press_key("Return")
    wait_until(lambda: not dialogs(window.app), "the window to choose a file stays")
    await_text(window.app, "Importing the guide")


def expect_as_before(window, before):
    wait_until(lambda: find(window.app, "Importing the guide") is None, "it is still said to be under way")
    stopped = wait_until(lambda: settled(window), "guides still come in")
    assert stopped["guides"] == stopped["guide_texts"] < FEW + MANY, stopped
    assert rows(window) == before, f"{rows(window)} instead of {before}"
    assert releases(window) == {1: True}, releases(window)
    assert len(window.ask("guide", "list").json) == FEW


def settled(window):
    """What is kept, once nothing is added any more."""
    first = rows(window, KEPT)
    time.sleep(1)
    return first if rows(window, KEPT) == first else None


def cancelled_by_escape(window, file, before):
    begin_import(window, file)
    screenshot("import_running")
    press_key("Escape")
    await_text(window.app, "The import was cancelled. The guides are as before.")
    screenshot("import_cancelled")
    expect_as_before(window, before)


def cancelled_by_the_button(window, file, before):
    begin_import(window, file)
    button = tab_to(window.app, "Cancel", "Importing the guide")
    assert button.getRole() == pyatspi.ROLE_PUSH_BUTTON
    press_key("space")
    expect_as_before(window, before)


def imported(window, file):
    begin_import(window, file)
    await_text(window.app, f"{MANY:,} guides were imported.".replace(",", ""), 120)
    await_text(window.app, "release 2, confirmed on")
    assert releases(window) == {1: False, 2: True}, releases(window)
    screenshot("import_done")


def main():
    with tempfile.TemporaryDirectory(prefix="village-") as name:
        folder = pathlib.Path(name)
        subprocess.run([pathlib.Path(os.environ["OW_BIN_DIR"]) / "make-province", folder, "--guides", str(FEW), "--cases", "0",
                        "--file-guides", str(MANY)], check=True)
        file = folder / "province.owc"
        with Village(folder) as window:
            window.login("clerk")
            press_key("Alt+6")
            await_node(window.app, "Import a guide…")
            before = rows(window)
            assert before == {"releases": 1, "release_guides": FEW}, before
            with told("an import is cancelled by Escape"):
                cancelled_by_escape(window, file, before)
            with told("an import is cancelled by its button"):
                cancelled_by_the_button(window, file, before)
            with told("the same file then comes in whole"):
                imported(window, file)


main()
