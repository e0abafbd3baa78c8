"""How quickly the window answers while it searches, scans 50 pages and uploads them, and how soon it is there beside a
minimal program. Runs on a desktop of its own; prints figures, fails only when it cannot measure.
usage: window_bench.py FOLDER, with FOLDER/years and FOLDER/province made by make-province"""
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


class Started(Program):
    """A program from its beginning until it can be used: its window has the keyboard and its event loop answers; what it asks
    first has the focus."""

    def __init__(self, name, *arguments, environment=None, asks=True):
        super().__init__(name, *arguments, environment=environment)
        self.asks = asks

    def __enter__(self):
        self.began = time.monotonic()
        self.process = subprocess.Popen(self.command, env=self.environment, stderr=subprocess.DEVNULL)
        try:
            while not (app := self.answering()):
                assert time.monotonic() < self.began + 30, f"{self.command[0]} does not answer"
                time.sleep(0.002)
        except BaseException:
            self.end()
            raise
        self.took = time.monotonic() - self.began
        self.computed = computing_time(self.process.pid)
        self.app = app
        if self.asks:
            wait_until(lambda: focused(app), "nothing asks for anything", 1)
        return self

    def __exit__(self, *_):
        self.end()

    def answering(self):
        try:
            app = self.find_app()
            return app if app and app.getChildAtIndex(0).getState().contains(pyatspi.STATE_ACTIVE) else None
        except Exception:  # what is asked while it is being made
            return None


def computing_time(process):
    """Seconds all threads of the process computed."""
    fields = pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(") ", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(process):
    """Megabytes of the process alone, now and at most."""
    status = pathlib.Path(f"/proc/{process}/status").read_text()
    kilobytes = {line.split(":")[0]: line.split()[1] for line in status.splitlines() if line.startswith("Vm")}
    return int(kilobytes["VmRSS"]) / 1024, int(kilobytes["VmHWM"]) / 1024


def starts(folder, what, pairs=STARTS):
    ratios, times, computing = [], [], []
    for _ in range(pairs):
        with Started("minimal-window", asks=False) as smallest:
            pass
        with Started("onewindow", "--data", str(folder)) as ours:
            pass
        ratios.append(ours.took / smallest.took)
        times.append(ours.took * 1000)
        computing.append((ours.computed, smallest.computed))
    print(f"start to usable window {percentile(times, 0.5):.0f} ms, {what}, beside a minimal one   "
          f"median {percentile(ratios, 0.5):.2f} x   ({min(ratios):.2f}..{max(ratios):.2f}, {pairs} pairs, computing "
          f"{1000 * percentile([c[0] for c in computing], 0.5):.0f} to {1000 * percentile([c[1] for c in computing], 0.5):.0f} ms; "
          "figure: <= 1.5 x)", flush=True)


def full_window(folder, what):
    """A window at work over a province's guides: what it needs, and how soon a search is answered."""
    with Started("onewindow", "--data", str(folder), "--language", "en") as window:
        type_keys("clerk")
        press_key("Tab")
        await_focus(window.app, "Password")
        type_keys("password")
        press_key("Return")
        await_node(window.app, "Places")
        began = time.monotonic()
        type_text(window.app, "Find a matter", "hkqy")
        wait_until(lambda: any("户口迁移" in text for text in texts(window.app)), "nothing was found", 60)
        first = time.monotonic() - began
        with watched(window, "search among " + what):
            focus(find_editable(window.app, "Find a matter"))
            for word in ("hukou", "bdc", "zhuanyi"):
                press_key("Control+a")
                press_key("Delete")
                type_keys(word)
        now, most = memory(window.process.pid)
    print(f"the window with {what}: first matches {first:.1f} s after the login, memory {now:.0f} MB, at most {most:.0f} MB   "
          "figure: < 250 MB", flush=True)


def stored(folder):
    """The start and the memory of a window over what make-province and import_bench left there."""
    starts(folder / "years" / "data", "10,000 matters and 10,000 cases stored")
    starts(folder / "province" / "data", "100,000 matters stored", 5)
    full_window(folder / "province" / "data", "100,000 matters")


def main():
    stored(pathlib.Path(sys.argv[1]))
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


main()
