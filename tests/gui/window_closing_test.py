"""Closing the window in the middle of something loses nothing and leaves no process."""
import contextlib
import socket
import sqlite3
import threading

from window_case import *  # noqa: F403

STREET = "Example Road 9"


def address(window):
    case = window.ask("case", "show", window.case()).json
    return next(iter(case["forms"].values())).get("to", "")


def begin(window):
    window.login("clerk")
    begin_case(window.app)
    fill_applicant(window.app)
    await_text(window.app, "14/14")


def open_form(app):
    click(wait_until(lambda: next((n for n in walk(app) if n.name.endswith("/14")), None), "no form"))
    return wait_until(lambda: find_editable(app, "迁入地址"), "no field for the address")


def while_typing(place):
    with Window(place, "window") as window:
        begin(window)
        field = focus(open_form(window.app))
        field.queryEditableText().setTextContents("")
        type_keys(STREET)
        window.close()
        assert address(window) == STREET, f"the case has {address(window)!r}"


def while_a_note_is_typed(place):
    """What is typed into a note has no button to save it."""
    with Window(place, "window") as window:
        window.login("clerk")
        await_node(window.app, CASE, pyatspi.ROLE_TOGGLE_BUTTON)
        choose_material(window.app, "m-hkb")
        fail = wait_until(lambda: next((n for n in walk(window.app) if n.name == "Fail"), None), "no review point")
        click(fail)
        note = wait_until(lambda: next((n for n in walk(window.app) if n.name.startswith("What is wrong")
                                        and n.getState().contains(pyatspi.STATE_EDITABLE)), None), "no note")
        focus(note)
        type_keys("blurred")
        window.close()
        case = window.ask("case", "show", window.case()).json
        assert "blurred" in json.dumps(case["materials"]), case["materials"]


def while_nothing_can_be_saved(place):
    """Another program holds the store: the window stays, says so, and closes when it could save."""
    with Window(place, "window") as window:
        app = window.app
        window.login("clerk")
        await_node(app, CASE, pyatspi.ROLE_TOGGLE_BUTTON)
        field = focus(open_form(app))
        field.queryEditableText().setTextContents("")
        store = sqlite3.connect(window.folder / "onewindow.db", isolation_level=None)
        store.execute("BEGIN IMMEDIATE")
        type_keys(STREET)
        press_key("Alt+F4")
        await_text(app, "The window stays open")
        screenshot("closing_unsaved")
        store.execute("ROLLBACK")
        store.close()
        await_silence(app, "could not be saved")
        window.close()
        assert address(window) == STREET, f"the case has {address(window)!r}"


def while_scanning(place):
    with Window(place, "window") as window:
        window.login("clerk")
        await_node(window.app, CASE, pyatspi.ROLE_TOGGLE_BUTTON)
        choose_material(window.app, "m-jhz")
        place.feed(papers(place, "*", 5), pages_per_minute=20)
        press_key("F6")
        await_text(window.app, "Page 1")
        assert scan_workers(window.process.pid), "nothing is scanned"
        window.close()
        kept = [p for p in window.ask("case", "pages", window.case()).json if p["material"] == "m-jhz"]
        assert kept, "the page that was seen is gone"
        for each in kept:
            window.ask("case", "discard", window.case(), each["page"])


class Line:
    """A line to the back office that stands still after so many bytes went out, until it is told to go on."""

    def __init__(self, port):
        self.port = port
        self.sent = 0
        self.left = None  # how much may still go out; None: everything
        self.door = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        with contextlib.suppress(OSError):
            while True:
                client, _ = self.door.accept()
                server = socket.create_connection(("127.0.0.1", self.port))
                threading.Thread(target=self.carry, args=(client, server, True), daemon=True).start()
                threading.Thread(target=self.carry, args=(server, client, False), daemon=True).start()

    def carry(self, source, target, outward):
        with contextlib.suppress(OSError):
            while block := source.recv(16384):
                while outward and self.left is not None and self.left < len(block):
                    time.sleep(0.05)
                if outward:
                    self.sent += len(block)
                    self.left = None if self.left is None else self.left - len(block)
                target.sendall(block)
        for end in (source, target):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


def while_uploading(place):
    line = Line(place.office.port)
    number = line.door.getsockname()[1]
    place.office.port, behind = number, place.office.port
    try:
        with Window(place, "sender") as window:
            begin(window)
            case = window.case()
            for material, pattern in hall.MATERIALS.items():
                window.ask("case", "attach", case, material, *papers(place, pattern))
            line.left = 400_000
            window.ask("case", "seal", case)
            press_key("Alt+3")
            await_text(window.app, "Send now")
            press_key("F5")
            wait_until(lambda: line.left < 16384, "nothing is sent")
            await_text(window.app, "Sending")
            window.close()
        line.left = None
        with Window(place, "sender") as window:
            window.login("clerk")
            wait_until(lambda: window.ask("outbox", "list").json == [] or line.sent > 3_000_000, "it is not sent on")
            reviewer = place.workstation("reviewer")
            wait_until(lambda: [c["case"] for c in reviewer.ask("review", "list").json] == [case], "it did not arrive once")
            window.close()
    finally:
        place.office.port = behind


def main():
    with hall.Hall() as place:
        place.feed([])
        with told("closing while somebody types saves the last letter"):
            while_typing(place)
        with told("closing while a note is typed saves it"):
            while_a_note_is_typed(place)
        with told("closing while nothing can be saved keeps the window"):
            while_nothing_can_be_saved(place)
        with told("closing while pages come keeps them"):
            while_scanning(place)
        with told("closing while a case is sent delivers it the next time, once"):
            while_uploading(place)


main()
