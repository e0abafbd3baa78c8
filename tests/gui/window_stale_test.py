"""Guides that nobody confirmed for long: first the window warns, then nothing is accepted by them and the window says why; papers
are received all the same."""
from window_case import *  # noqa: F403

WARNING = "The back office has not confirmed the guides for a long time."
BLOCKING = "The guides are too old: nothing is accepted by them."
REFUSAL = "too old to accept by"


def warned(window):
    window.login("clerk")
    await_text(window.app, WARNING)
    assert find(window.app, "Update the guides", pyatspi.ROLE_PUSH_BUTTON), "nothing leads to an update"
    screenshot("stale_warning")


def acceptance_is_refused(window, case):
    app = window.app
    window.login("clerk")
    await_text(app, BLOCKING)
    screenshot("stale_blocking")
    open_newest_case(app)
    press_key("F12")
    await_text(app, REFUSAL)
    screenshot("stale_refused")
    assert window.ask("case", "show", case).json["state"] == "draft"


def papers_are_received(window, case):
    app = window.app
    tab_to(app, "Seal for receipt only", most=150)
    press_key("space")
    await_text(app, "is sealed for receipt")
    assert window.ask("case", "show", case).json["state"] == "sealed"
    screenshot("stale_received")
    press_key("F3")
    await_node(app, "Print")
    screenshot("stale_slip")
    press_key("Escape")
    wait_until(lambda: find(app, "Print") is None, "the slip stays")


def the_line_ends_it(window, place, case):
    app = window.app
    place.office.start()
    station = place.workstation("reviewer")
    await_silence(app, BLOCKING, 120)
    wait_until(lambda: station.ask("review", "list").json, "it did not go out", 120)
    assert station.ask("review", "show", case).json["state"] == "submitted"
    screenshot("stale_over")


def main():
    with hall.Hall() as place:
        place.feed([])
        place.office.publish("--warn-after", 10, "--block-after", 20)
        clerk = place.clerk
        clerk.ask("guide", "update")
        case = clerk.new_case()
        clerk.attach_all(case)
        place.office.stop()
        clerk.age_catalogue(days=11)
        with told("old guides warn"), Window(place, "clerk") as window:
            warned(window)
            window.close()
        clerk.age_catalogue(days=10)
        with Window(place, "clerk") as window:
            with told("nothing is accepted by guides that are too old"):
                acceptance_is_refused(window, case)
            with told("papers are received all the same"):
                papers_are_received(window, case)
            with told("with the line the guides are confirmed and the case goes out"):
                the_line_ends_it(window, place, case)


main()
