"""What an accident leaves: the program killed while somebody types, killed while pages come, a driver that hangs."""
from window_case import *  # noqa: F403

STREET = "Example Road 9"
LONG = "Number 17 Example Road, second yard, third door on the left hand side behind the old mill by the river"


def field(app):
    return wait_until(lambda: find_editable(app, "迁入地址"), "no field for the address")


def stored(window):
    """The address in the store, read by another program."""
    case = window.ask("case", "show", window.case()).json
    return next(iter(case["forms"].values())).get("to", "")


def write_address(app, text):
    click(wait_until(lambda: next((n for n in walk(app) if n.name.endswith("/14")), None), "no form"))
    focus(field(app)).queryEditableText().setTextContents("")
    type_keys(text)


def killed_while_typing(place):
    with Window(place, "window") as window:
        window.login("clerk")
        begin_case(window.app)
        fill_applicant(window.app)
        choose_material(window.app, "m-sqb")
        scan_one(window.app, place, hall.MATERIALS["m-sqb"])
        write_address(window.app, STREET)
        wait_until(lambda: stored(window) == STREET, "what was typed was not saved while the hands rest")
        focus(field(window.app)).queryEditableText().setTextContents("")
        for character in LONG:  # without a rest; the last second may go
            type_keys(character)
            time.sleep(0.05)
        window.process.kill()
        window.process.wait()
        left = stored(window)
    assert LONG.startswith(left) and len(left) > len(LONG) / 2, f"of {LONG!r} was left {left!r}"
    with Window(place, "window") as window:
        window.login("clerk")
        await_node(window.app, CASE, pyatspi.ROLE_TOGGLE_BUTTON)
        here = await_focus(window.app, "迁入地址")
        assert text_of(here) == left, f"{text_of(here)!r} is shown, {left!r} was saved"
        choose_material(window.app, "m-sqb")
        await_text(window.app, "Page 1")


def killed_while_scanning(place):
    with Window(place, "window") as window:
        window.login("clerk")
        await_node(window.app, CASE, pyatspi.ROLE_TOGGLE_BUTTON)
        choose_material(window.app, "m-hkb")
        place.feed(papers(place, "*", 5), pages_per_minute=20)
        press_key("F6")
        await_text(window.app, "Page 2")
        workers = scan_workers(window.process.pid)
        assert workers, "nothing is scanned"
        window.process.kill()
        window.process.wait()
        wait_until(lambda: not any(os.path.exists(f"/proc/{each}") for each in workers), "the worker stayed")
    with Window(place, "window") as window:
        window.login("clerk")
        await_node(window.app, CASE, pyatspi.ROLE_TOGGLE_BUTTON)
        choose_material(window.app, "m-hkb")
        await_text(window.app, "Page 2")


def driver_hangs(place):
    with Window(place, "window") as window:
        app = window.app
        window.login("clerk")
        await_node(app, CASE, pyatspi.ROLE_TOGGLE_BUTTON)
        choose_material(app, "m-jhz")
        place.feed(papers(place, "*", 3), fault="hang", fault_page=3)
        press_key("F6")
        await_text(app, "Page 2")
        begin = time.monotonic()
        press_key("Alt+2")
        await_node(app, "Find a case")
        press_key("Alt+1")
        await_text(app, "Page 2")
        assert time.monotonic() - begin < 20, "the window answers late"
        await_text(app, "Page 3 is not here", 120)
        screenshot("survival_hang")
        assert says(app, "Page 2"), "a page that was read is gone"
        wait_until(lambda: not scan_workers(window.process.pid), "the worker stayed")
        place.feed(papers(place, "*", 3)[2:])
        press(app, "Scan on from page 3")
        await_text(app, "Page 3")
        await_silence(app, "is not here")
        wait_until(lambda: len([p for p in window.ask("case", "pages", window.case()).json
                                if p["material"] == "m-jhz"]) == 3, "three pages are not kept")


def main():
    with hall.Hall() as place:
        place.feed([])
        with told("killed while somebody types, the case, its field and its page come back"):
            killed_while_typing(place)
        with told("killed while pages come, those that were named come back"):
            killed_while_scanning(place)
        with told("a driver that hangs leaves the window alive, says what to do and goes on with the next page"):
            driver_hangs(place)


main()
