"""How soon the first page of a 200-page case is on the reviewer's canvas, how soon each further one, and what memory it
takes to page through all of them. Runs on a desktop of its own; prints figures, fails only when it cannot measure."""
import os
import pathlib
import sys
import time

sys.path.insert(0, os.path.join(os.environ["OW_SOURCE_DIR"], "tests", "gui"))

from window_case import *  # noqa: E402,F403

PAGES = 200
AT_ONCE = 40  # files in one call of attach


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def memory(process):
    """Resident memory in MB."""
    for line in pathlib.Path(f"/proc/{process}/status").read_text().split("\n"):
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise AssertionError("the window is gone")


def many_pages(place):
    """As many different pages as wanted: what stands behind the end of a JPEG is no part of its picture."""
    drawn = sorted((place.papers / "case").glob("*.jpg"))
    folder = place.folder / "many"
    folder.mkdir()
    files = []
    for number in range(PAGES):
        file = folder / f"{number:03d}.jpg"
        file.write_bytes(drawn[number % len(drawn)].read_bytes() + f"page {number}".encode())
        files.append(file)
    return files


def hand_in(place):
    case = place.clerk.new_case()
    files = many_pages(place)
    for start in range(0, PAGES, AT_ONCE):
        place.clerk.ask("case", "attach", case, "m-sqb", *files[start:start + AT_ONCE])
    for material, pattern in hall.MATERIALS.items():
        if material != "m-sqb":
            place.clerk.ask("case", "attach", case, material, *sorted((place.papers / "case").glob(pattern)))
    place.clerk.ask("case", "seal", case)
    sender = place.clerk.start("outbox", "send", "--wait")
    assert sender.wait(300) == 0, "the case did not go out"
    size = sum(file.stat().st_size for file in files) / 1e6
    print(f"case of {PAGES} pages, {size:.0f} MB, handed in", flush=True)


def await_shown(canvas, position):
    """Seconds until the page at that position is on the canvas."""
    began = time.monotonic()
    while time.monotonic() - began < 30:
        description = canvas.description or ""
        if position(description) and description.endswith("shown"):
            return time.monotonic() - began
        time.sleep(0.002)
    raise AssertionError(f"the page was not shown: {canvas.description}")


def page_through(window, canvas, count):
    waits, resident = [], []
    for number in range(2, count + 1):
        keyboard.press("Page_Down")
        waits.append(await_shown(canvas, lambda text, n=number: text.startswith(f"{n} / {count} ")))
        resident.append(memory(window.process.pid))
    return waits, resident


def main():
    with hall.Hall() as place:
        hand_in(place)
        with Window(place, "reviewer-window") as window:
            window.login("reviewer")
            time.sleep(2)
            work_list = next(n for n in walk(window.app) if n.name == "Work list" and n.getRole() in (
                pyatspi.ROLE_TREE_TABLE, pyatspi.ROLE_TABLE))
            canvas = next(n for n in every(window.app, 20) if n.name == "Page")
            before = memory(window.process.pid)
            began = time.monotonic()
            work_list.queryComponent().grabFocus()
            keyboard.press("Home")
            await_shown(canvas, lambda text: text.startswith("1 / "))
            first = time.monotonic() - began
            print(f"{'first page of it on the canvas':<34} {first * 1000:6.0f} ms   (figure: < 1000 ms)", flush=True)
            count = int(canvas.description.split()[2])
            focus(canvas)
            waits, resident = page_through(window, canvas, count)
            print(f"{'each further page':<34} p50 {percentile(waits, 0.5) * 1000:6.0f} ms   p99 "
                  f"{percentile(waits, 0.99) * 1000:6.0f} ms   ({len(waits)} pages)", flush=True)
            quarter = len(resident) // 4
            print(f"{'memory while paging through':<34} before {before:4.0f} MB   first quarter "
                  f"{max(resident[:quarter]):4.0f} MB   last quarter {max(resident[-quarter:]):4.0f} MB   "
                  f"peak {max(resident):4.0f} MB   (figure: flat)", flush=True)


main()
