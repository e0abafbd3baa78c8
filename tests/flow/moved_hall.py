"""A hall whose clock is set by the test: the same programs, told another time by libfaketime."""
import contextlib
import glob
import os
import time

import hall

# The hall's wall time, whatever the machine is set to.
ZONE = "CST-8"


class MovedHall(hall.Hall):
    """`with MovedHall("2026-04-13 09:00") as h:` — then `h.at("2026-04-28 08:00")` moves office and workstations alike."""

    def __init__(self, moment):
        super().__init__()
        library = glob.glob("/usr/lib/*/faketime/libfaketime.so.1")
        if not library:
            raise AssertionError("libfaketime is not installed")
        self._clock = self.folder / "clock"
        self._set(moment)
        self.environment.update(LD_PRELOAD=library[0], FAKETIME_TIMESTAMP_FILE=str(self._clock), FAKETIME_NO_CACHE="1",
                                FAKETIME_DONT_FAKE_MONOTONIC="1", FAKETIME_DONT_RESET="1", TZ=ZONE)
        self.office.environment = self.environment
        self.stations = {}

    def _set(self, moment):
        seconds = ":00" if moment.count(":") == 1 else ""
        # Renamed into place: a program must never read half a time.
        fresh = self._clock.with_suffix(".new")
        fresh.write_text(moment + seconds + "\n")
        os.replace(fresh, self._clock)

    @contextlib.contextmanager
    def workstations_at(self, moment):
        """Workstations alone live at another time; the office goes on as it is."""
        other = self.folder / "other-clock"
        other.write_text(moment + ":00\n")
        right = dict(self.environment)
        self.environment["FAKETIME_TIMESTAMP_FILE"] = str(other)
        try:
            yield
        finally:
            self.environment.update(right)

    def at(self, moment):
        """Moves the clock of everything, logs everybody in again, and waits until the office has swept."""
        self._set(moment)
        self.clerk.login("clerk")
        self.clerk.ask("guide", "update")
        for user, station in self.stations.items():
            station.login(user)
        self.office.stop()
        self.office.start()  # sweeps as it starts
        return self

    def station(self, user):
        if user not in self.stations:
            self.stations[user] = self.workstation(user)
        return self.stations[user]

    def act(self, user, case, action, *arguments, expect=0):
        return self.station(user).ask("review", "act", case, action, *arguments, expect=expect)

    def send(self):
        self.clerk.ask("outbox", "send", "--wait")

    def shown(self, case):
        return self.station("reviewer").ask("review", "show", case).json

    def state(self, case, wanted, patience=10):
        """The state at the back office, once its clock has done what it does by itself."""
        deadline = time.monotonic() + patience
        while True:
            state = self.shown(case)["state"]
            if state == wanted or time.monotonic() > deadline:
                return state
            time.sleep(0.2)
