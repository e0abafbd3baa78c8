"""What stands beside intake: finding, reprinting and withdrawing cases; the outbox without a line; a mark answered by keyboard, a
second correction that needs the supervisor, and the notice before it is sent. Checked against what the back office stored."""
from window_case import *  # noqa: F403

UNCLEAR = "住址不清"


def rows(app, name):
    """What the rows of a list say."""
    table = wait_until(lambda: next((n for n in walk(app) if n.name == name and n.getRole() in (
        pyatspi.ROLE_TREE_TABLE, pyatspi.ROLE_TABLE)), None), f"no list {name}")
    return [n.name for n in walk(table) if n.getRole() == pyatspi.ROLE_TABLE_CELL and n.name]


def search(app, text):
    field = wait_until(lambda: find_editable(app, "Find a case"), "no search")
    field.queryEditableText().setTextContents(text)
    time.sleep(0.8)


def expect_rows(app, count, what):
    wait_until(lambda: len(rows(app, "Cases")) == count if count else find(app, "No case is here that fits."),
               f"{what}: not {count} rows")


def cases_are_found(app, draft, number):
    press_key("Alt+2")
    expect_rows(app, 3, "all cases")
    everything = " ".join(texts(app))
    assert hall.APPLICANT["idno"] not in everything and hall.APPLICANT["name"] not in everything, "a person stands in clear"
    search(app, number)
    expect_rows(app, 1, "by number")
    search(app, hall.APPLICANT["idno"])
    expect_rows(app, 3, "by identity number")
    search(app, "330399198506150139")
    expect_rows(app, 0, "by another identity number")
    search(app, hall.APPLICANT["name"])
    expect_rows(app, 3, "by name")
    search(app, "")
    choose(app, "State", "Draft")
    expect_rows(app, 1, "drafts")


def cases_are_reprinted_and_withdrawn(app, place, draft):
    focus_list(app, "Cases")
    press_key("Home")
    press_key("F9")
    await_node(app, "Print")
    press_key("Escape")
    time.sleep(0.5)
    push(await_node(app, "Withdraw…", pyatspi.ROLE_PUSH_BUTTON))
    type_text(app, "Reason", "不办了")
    press(app, "Withdraw")
    wait_until(lambda: place.clerk.ask("case", "show", draft).json["state"] == "withdrawn", "it was not withdrawn")


def the_outbox_says_why_it_waits(app, place):
    place.office.stop()
    waiting, _ = place.clerk.sealed_case()
    press_key("Alt+3")
    press_key("F5")
    await_text(app, "Next try", 60)
    await_text(app, "There was no line to the back office.")
    screenshot("outbox_without_line")
    place.office.start()
    press_key("F7")
    wait_until(lambda: [e for e in place.clerk.ask("outbox", "list").json if e["case"] == waiting and e["state"] == "received"],
               "it did not go out when the line was back", 60)


def answered(place, station, case):
    """Verdicts of the replies, and which marks are settled."""
    marks = station.ask("review", "show", case).json["annotations"]
    return ([m.get("ow:verdict") for m in marks if m["motivation"] == "replying"],
            [m["ow:settled"] for m in marks if m["motivation"] == "assessing"])


def a_mark_is_answered(app, place, station, case):
    focus_list(app, "Work list")
    press_key("Home")
    await_text(app, "Corrected in revision 2?")
    assert find(app, "Page of the revision before"), "the revision before is not shown beside this one"
    question = wait_until(lambda: find(app, "No", pyatspi.ROLE_TOGGLE_BUTTON, describes=UNCLEAR), "nothing asks about the mark")
    focus(question)
    press_key("Left")
    press_key(" ")
    wait_until(lambda: answered(place, station, case) == (["pass"], [True]), f"not settled: {answered(place, station, case)}")
    wait_until(lambda: [t for t in texts(app) if " ".join(t.split()) == "审核人员 found a mark corrected"],
               "what happened does not tell it")
    focus(find(app, "Yes", pyatspi.ROLE_TOGGLE_BUTTON, describes=UNCLEAR))
    press_key("Right")
    press_key(" ")
    wait_until(lambda: answered(place, station, case)[1] == [False], "it was not opened again")


def a_second_correction_is_explained(app):
    await_text(app, "Ask the supervisor")
    button = find(app, "Request a correction", pyatspi.ROLE_PUSH_BUTTON)
    assert not button.getState().contains(pyatspi.STATE_SENSITIVE)
    assert "supervisor" in button.description, button.description
    screenshot("review_obstacle")


def the_supervisor_requests_it(app, station, case):
    focus_list(app, "Work list")
    press_key("Home")
    await_text(app, "1 point failed")
    press_key("F9")
    await_text(app, "Nothing can be added later")
    screenshot("correction_notice")
    press_key("F12")
    await_text(app, "is now: Correction requested")
    last = station.ask("review", "show", case).json
    assert last["state"] == "correction-requested"
    asked = [entry for entry in last["course"] if entry["act"] == "correction-requested"][-1]
    assert UNCLEAR in asked["reason"], asked
    assert asked["cites"] == ["m-hkb/hkb-pages"], asked
    assert last["annotations"][-1]["ow:revision"] == 2, "the counter has no mark for it"


def corrected_case(place, station):
    """A case at the back office whose second revision answers a mark."""
    clerk = place.clerk
    case, _ = clerk.sealed_case()
    clerk.ask("outbox", "send", "--wait")
    page = next(p for p in station.ask("review", "show", case).json["pages"] if p["material"] == "m-hkb")["page"]
    station.ask("review", "annotate", case, page, "--xywh", "20,38,60,8", "--point", "m-hkb/hkb-pages", "--text", UNCLEAR)
    station.ask("review", "act", case, "request-correction", "--reason", UNCLEAR, "--point", "m-hkb/hkb-pages")
    clerk.ask("inbox", "pull")
    clerk.ask("case", "reopen", case)
    page = next(p for p in clerk.ask("case", "pages", case).json if p["material"] == "m-hkb")["page"]
    clerk.ask("case", "replace", case, page, sorted((place.papers / "trouble").glob("skewed*"))[0])
    clerk.ask("case", "seal", case)
    clerk.ask("outbox", "send", "--wait")
    return case


def main():
    with hall.Hall() as place:
        station = place.workstation("reviewer")
        case = corrected_case(place, station)
        with Window(place, "reviewer-window") as window:
            with told("a mark of the revision before is answered by keyboard"):
                window.login("reviewer")
                a_mark_is_answered(window.app, place, station, case)
            with told("a second correction says that it needs the supervisor"):
                a_second_correction_is_explained(window.app)
        with Window(place, "supervisor-window") as window:
            with told("the supervisor sees the notice and requests it"):
                window.login("supervisor")
                the_supervisor_requests_it(window.app, station, case)
        place.clerk.sealed_case()
        place.clerk.ask("outbox", "send", "--wait")
        draft = place.clerk.new_case()
        number = place.clerk.ask("case", "show", draft).json["number"]
        with Window(place, "clerk") as window:
            window.login("clerk")
            with told("a case is found by number, name and identity number, and people are masked"):
                cases_are_found(window.app, draft, number)
            with told("a slip is printed again and a draft withdrawn"):
                cases_are_reprinted_and_withdrawn(window.app, place, draft)
            with told("the outbox says why a case waits and when it goes"):
                the_outbox_says_why_it_waits(window.app, place)


main()
