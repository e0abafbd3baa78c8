"""Notice and slip: shown, printed and saved by keyboard. The print command is one of the test's own, first in its path."""
import shutil
import subprocess

from window_case import *  # noqa: F403


def printer(folder):
    """An `lp` that keeps what it is given."""
    folder.mkdir()
    command = folder / "lp"
    command.write_text(f"#!/bin/sh\ncat > {folder}/sheet.part && mv {folder}/sheet.part {folder}/sheet.pdf\n")
    command.chmod(0o755)
    return folder


def text_of_pdf(file):
    return subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True, timeout=60).stdout


def has(file, *parts):
    text = "".join(text_of_pdf(file).split())
    lacking = [part for part in parts if part not in text]
    assert not lacking, f"{file.name} does not say {lacking}: {text[:600]}"


def open_notice(app, key):
    press_key(key)
    await_node(app, "Save…", pyatspi.ROLE_PUSH_BUTTON)
    wait_until(lambda: keyboard.window_in_front() == app.get_process_id(), "the notice is not in front")
    await_text(app, "1 / ")


def print_it(app, folder):
    sheet = folder / "sheet.pdf"
    sheet.unlink(missing_ok=True)
    press_key("F9")
    await_text(app, "Handed to the printer.")
    return sheet


def save_it(app, file):
    press_key("F2")
    entry = wait_until(lambda: next((n for n in walk(app) if has_focus(n) and n.getState().contains(pyatspi.STATE_EDITABLE)
                                     and text_of(n).endswith(".pdf")), None), "no window to save in")
    press_key("Ctrl+A")
    type_keys(str(file))
    wait_until(lambda: text_of(entry) == str(file), "the name did not arrive")
    press_key("Return")
    await_text(app, "Saved.")
    return file


def close_it(app):
    press_key("Escape")
    wait_until(lambda: find(app, "Save…", pyatspi.ROLE_PUSH_BUTTON) is None, "Escape does not close the notice")
    in_front(app)


def main():
    with hall.Hall() as place:
        place.feed([])
        folder = printer(place.folder / "printer")
        with Window(place, "window", PATH=f"{folder}:{os.environ['PATH']}") as window:
            app = window.app
            window.login("clerk")
            begin_case(app)
            fill_applicant(app)
            await_text(app, "14/14")
            lacking = NAMES["m-hkb"].split("(")[0].split("（")[0]
            with told("the notice of everything that is lacking is printed"):
                open_notice(app, "F9")
                screenshot("notice")
                has(print_it(app, folder), "一次性告知书", lacking)
            with told("and saved"):
                has(save_it(app, place.folder / "notice.pdf"), "一次性告知书", lacking)
                close_it(app)
            for material, pattern in hall.MATERIALS.items():
                window.ask("case", "attach", window.case(), material, *papers(place, pattern))
            press_key("Alt+2")
            press_key("Alt+1")
            with told("the slip of the sealed case is printed and saved"):
                press_key("Ctrl+W")
                focus_list(app, "Drafts to go on with")
                press_key("Home")
                press_key("Return")
                await_node(app, CASE, pyatspi.ROLE_TOGGLE_BUTTON)
                press_key("F12")
                await_text(app, "is sealed and on its way")
                open_notice(app, "F3")
                has(print_it(app, folder), "收件凭证", "户口迁移")
                has(save_it(app, place.folder / "slip.pdf"), "收件凭证", "户口迁移")
                close_it(app)
            with told("without a printer it is said what to do"):
                (folder / "lp").write_text("#!/bin/sh\nexit 1\n")
                open_notice(app, "F3")
                press_key("F9")
                await_text(app, "No printer took the notice.")
                close_it(app)
            window.close()


main()
