"""How quickly the window answers while it searches, scans 50 pages and uploads them, and how soon it is there beside a
minimal program. Runs on a desktop of its own; prints figures, fails only when it cannot measure."""
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.environ["OW_SOURCE_DIR"], "tests", "gui"))

from window_case import *  # noqa: E402,F403

HERE = pathlib.Path(__file__).parent
PAGES = 50
STARTS = 10


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


@contextlib.contextmanager
def watched(window, what):
    """The loop's answers while something is done."""
    with tempfile.NamedTemporaryFile("r") as answers:
        probe = subprocess.Popen([sys.executable, HERE / "loop_probe.py", str(window.process.pid), answers.name])
        time.sleep(1)
        try:
            yield
        finally:
            probe.send_signal(signal.SIGKILL)
            probe.wait()
        taken = [float(line) for line in answers.read().split("\n") if "." in line][5:]
    assert len(taken) > 20, f"{what}: only {len(taken)} answers"
    print(f"{what:<34} p50 {percentile(taken, 0.5):6.1f} ms   p99 {percentile(taken, 0.99):6.1f} ms   "
          f"max {max(taken):6.1f} ms   ({len(taken)} questions; figure: p99 <= 50 ms)", flush=True)


def type_keys(text):
    for letter in text:
        press_key(letter)


def start_time(program, *arguments, environment=None):
    began = time.monotonic()
    with Program(program, *arguments, environment=environment):
        return time.monotonic() - began


def starts(place):
    ratios, times = [], []
    for _ in range(STARTS):
        smallest = start_time("minimal-window")
        ours = start_time("onewindow", "--data", str(place.folder / "clerk"), environment=place.environment)
        ratios.append(ours / smallest)
        times.append(ours * 1000)
    print(f"start to window {percentile(times, 0.5):.0f} ms, beside a minimal one   median {percentile(ratios, 0.5):.2f} x   "
          f"({min(ratios):.2f}..{max(ratios):.2f}, {STARTS} pairs; figure: <= 1.5 x)", flush=True)


def main():
    with hall.Hall() as place:
        paper = sorted((place.papers / "case").glob("*register*"))[0]
        place.feed([paper] * PAGES)
        case = place.clerk.new_case()
        place.clerk.attach_all(case)
        with Window(place, "clerk") as window:
            window.login("clerk")
            focus(find_editable(window.app, "Find a matter"))
            with watched(window, "search, key by key"):
                for word in ("hukou", "gt", "bdc", "zhuan"):
                    type_keys(word)
                    press_key("Control+a")
                    press_key("Delete")
            focus_list(window.app, "Drafts to go on with")
            press_key("Down")
            press_key("Return")
            focus_list(window.app, "Materials")
            press_key("Home")
            press_key("Down", 2)
            await_text(window.app, "Page 1")
            wait_until(lambda: [n for n in every(find(window.app, "Scanner")) if "feeder" in n.name], "no scanner")
            with watched(window, f"scan of {PAGES} pages"):
                press_key("F6")
                wait_until(lambda: len(place.clerk.ask("case", "pages", case).json) >= PAGES + 5, "pages are lacking", 120)
            with watched(window, "upload of the same"):
                press_key("F12")
                wait_until(lambda: [e for e in place.clerk.ask("outbox", "list").json if e["state"] == "received"],
                           "no receipt came", 120)
        starts(place)


main()
