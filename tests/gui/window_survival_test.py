"""What an accident leaves: the program killed, a driver that hangs, a window closed while a page is read."""
from window_case import *  # noqa: F403

STREET = "测试区示例路9号"


def begin_with_page(app, place):
    begin_case(app)
    fill_applicant(app)
    type_text(app, "迁入地址", STREET)
    await_text(app, "14/14")
    time.sleep(1.5)  # what is typed is saved a moment later
    choose_material(app, "m-sqb")
    scan_one(app, place, hall.MATERIALS["m-sqb"])


def expect_case(app):
    if not find(app, "户口迁移 1", pyatspi.ROLE_TOGGLE_BUTTON):
        press_key("Alt+1")
    click(await_node(app, "户口迁移 1", pyatspi.ROLE_TOGGLE_BUTTON))
    await_text(app, "14/14")
    click(wait_until(lambda: next((n for n in walk(app) if n.name.endswith("14/14")), None), "no form"))
    assert text_of(wait_until(lambda: find_editable(app, "迁入地址"), "no field")) == STREET
    choose_material(app, "m-sqb")
    await_text(app, "Page 1")


def killed(place):
    with Window(place, "window") as window:
        window.login("clerk")
        begin_with_page(window.app, place)
        window.process.kill()
        window.process.wait()
    with Window(place, "window") as window:
        window.login("clerk")
        expect_case(window.app)


def driver_hangs(place):
    with Window(place, "window") as window:
        window.login("clerk")
        expect_case(window.app)
        choose_material(window.app, "m-hkb")
        place.feed(sorted((place.papers / "case").glob("*register*")), fault="hang", fault_page=2)
        start_scan(window.app)
        await_text(window.app, "Page 1")
        begin = time.monotonic()
        assert find(window.app, "Places"), "the window does not answer"
        assert time.monotonic() - begin < 2, "the window answers late"
        await_text(window.app, "Scan on", 120)
        screenshot("survival_hang")
        assert find(window.app, "Page 1"), "the page that was read is gone"
        wait_until(lambda: not scan_workers(window.process.pid), "the worker stayed")


def closed_while_scanning(place):
    with Window(place, "window") as window:
        window.login("clerk")
        expect_case(window.app)
        choose_material(window.app, "m-jhz")
        place.feed(sorted((place.papers / "case").glob("*.jpg")), pages_per_minute=20)
        start_scan(window.app)
        workers = wait_until(lambda: scan_workers(window.process.pid), "nothing is scanned")
        press_key("Alt+F4")
        window.process.wait(20)
        wait_until(lambda: not any(os.path.exists(f"/proc/{each}") for each in workers), "the worker stayed")
    with Window(place, "window") as window:
        window.login("clerk")
        expect_case(window.app)


def main():
    with hall.Hall() as place:
        place.feed([])
        with told("killed and started again the case, its field and its page are there"):
            killed(place)
        with told("a driver that hangs leaves the window alive and the page kept"):
            driver_hangs(place)
        with told("closing while a page is read loses nothing and leaves no process"):
            closed_while_scanning(place)


main()
