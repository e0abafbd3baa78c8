"""Takes the pictures of every window, with a real hall behind them. usage: pictures.py FOLDER zh_CN|en
The colours are those of the desktop it runs on."""
import os
import subprocess
import sys

OUT, LANGUAGE = sys.argv[1], sys.argv[2]

from window_case import *  # noqa: E402,F403

CHINESE = LANGUAGE == "zh_CN"


def say(english, chinese):
    return chinese if CHINESE else english


def picture(name):
    time.sleep(0.8)  # what is being drawn comes to rest
    os.makedirs(OUT, exist_ok=True)
    subprocess.run(["import", "-window", "root", "-strip", "-dither", "None", "png8:" + os.path.join(OUT, name + ".png")], check=True, timeout=30)


def go(app, place):
    press_key(f"Alt+{place}")
    time.sleep(1)


def prepare(place):
    """A case that came back with a mark, one at the back office, one draft with pages."""
    returned, _ = place.clerk.sealed_case()
    place.clerk.sealed_case()
    place.clerk.ask("outbox", "send", "--wait")
    reviewer = place.workstation("reviewer")
    page = reviewer.ask("review", "show", returned).json["pages"][2]["page"]
    reviewer.ask("review", "claim", returned)
    reviewer.ask("review", "annotate", returned, page, "--xywh", "20,38,60,8", "--point", "m-hkb/hkb-pages", "--text",
                 "住址不清，请重扫此页")
    reviewer.ask("review", "act", returned, "request-correction", "--reason", "户口簿：住址不清", "--point", "m-hkb/hkb-pages")
    draft = place.clerk.new_case()
    for material in ("m-id", "m-hkb"):
        place.clerk.ask("case", "attach", draft, material, *sorted((place.papers / "case").glob(hall.MATERIALS[material])))


def clerk_pictures(app):
    picture("intake-search")
    focus_list(app, say("Drafts to go on with", "待继续的草稿"))
    press_key("Down")
    press_key("Return")
    await_text(app, "14/14")
    picture("intake-form")
    focus_list(app, say("Materials", "材料"))
    press_key("Home")
    press_key("Down", 2)
    await_text(app, say("Page 1", "第 1 页"))
    picture("intake")
    press_key("F3")
    await_node(app, say("Print", "打印"))
    picture("notice")
    press_key("Escape")
    time.sleep(0.5)
    go(app, 2)
    picture("cases")
    go(app, 3)
    picture("outbox")
    go(app, 4)
    await_text(app, "住址不清")
    picture("inbox")
    go(app, 6)
    await_text(app, "Papers")
    picture("devices")
    press_key("F1")
    await_text(app, "F12")
    picture("keys")
    press_key("Escape")


def reviewer_pictures(app):
    time.sleep(1)
    focus_list(app, say("Work list", "工作列表"))
    press_key("Home")
    press_key("Down")
    press_key("Up")
    await_text(app, "1 / ")
    picture("review")


def main():
    with hall.Hall() as place:
        place.feed([])
        prepare(place)
        with Window(place, "clerk", language=LANGUAGE) as window:
            picture("login")
            window.login("clerk")
            clerk_pictures(window.app)
        with Window(place, "reviewer-window", language=LANGUAGE) as window:
            window.login("reviewer")
            reviewer_pictures(window.app)


main()
