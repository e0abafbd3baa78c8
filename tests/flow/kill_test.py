"""Whoever dies, and whenever: exactly one case arrives, with every page (DESIGN sections 5 and 8)."""
import os
import signal
import unittest

from hall import Hall, Refused

SWEEP = os.environ.get("OW_SWEEP") == "1"


def arrived(hall):
    """What the back office has: [(case, revision, page digests)]."""
    reviewer = hall.workstation("reviewer")
    cases = reviewer.ask("review", "list").json
    return [(entry["case"], entry["revision"],
             sorted(page["sha256"] for page in reviewer.ask("review", "show", entry["case"]).json["pages"]))
            for entry in cases]


class Sending(unittest.TestCase):
    """Each line of the sender's progress is a state on disk; the death falls right behind it."""

    def prepared(self, hall):
        case, _ = hall.clerk.sealed_case()
        pages = sorted(page["sha256"] for page in hall.clerk.ask("case", "pages", case).json)
        hall.office.stop()
        return case, pages, hall.snapshot("before")

    def count_lines(self, hall):
        sender = hall.clerk.start("outbox", "send", "--wait")
        _, messages = sender.communicate(timeout=60)
        self.assertEqual(sender.returncode, 0, messages)
        return len(messages.splitlines())

    def die_at(self, hall, line, victim):
        sender = hall.clerk.start("outbox", "send", "--wait")
        seen = 0
        for _ in sender.stderr:
            seen += 1
            if seen == line:
                if victim == "client":
                    sender.send_signal(signal.SIGKILL)
                    break
                hall.office.kill()
                hall.office.start()
        sender.stderr.read()
        sender.wait(60)
        sender.stdout.close()
        sender.stderr.close()
        hall.clerk.ask("outbox", "send", "--wait")

    def run_all(self, victim):
        with Hall() as hall:
            case, pages, before = self.prepared(hall)
            hall.office.start()
            lines = self.count_lines(hall)
            self.assertGreater(lines, 4)
            step = 1 if SWEEP else max(1, lines // 6)
            for line in range(1, lines + 1, step):
                with self.subTest(line=line):
                    hall.office.stop()
                    hall.restore(before)
                    hall.office.start()
                    self.die_at(hall, line, victim)
                    self.assertEqual(arrived(hall), [(case, 1, pages)])
                    entry = hall.clerk.ask("outbox", "list").json[0]
                    self.assertEqual(entry["state"], "received")
                    self.assertEqual(entry["sent"], entry["total"])

    def test_client_killed_at_every_outbox_state(self):
        self.run_all("client")

    def test_server_killed_at_every_outbox_state(self):
        self.run_all("server")


class Steps(unittest.TestCase):
    """A verb killed at any moment has happened or has not; doing it again is safe."""

    DELAYS = [0.005, 0.02, 0.05, 0.1, 0.2] if SWEEP else [0.02, 0.1]

    def killed(self, station, delay, *arguments):
        process = station.start(*arguments)
        try:
            process.wait(delay)
        except Exception:  # still running: that is when it dies
            process.send_signal(signal.SIGKILL)
            process.wait()
        process.stdout.close()
        process.stderr.close()

    def test_client_killed_at_every_step_of_intake(self):
        with Hall() as hall:
            for delay in self.DELAYS:
                with self.subTest(delay=delay):
                    self.intake_with_deaths(hall.clerk, delay)
            hall.clerk.ask("outbox", "send", "--wait")
            entries = arrived(hall)
            self.assertEqual(len(entries), len(self.DELAYS))
            for _, revision, pages in entries:
                self.assertEqual(revision, 1)
                self.assertEqual(len(set(pages)), 6)

    def intake_with_deaths(self, clerk, delay):
        case = clerk.new_case()
        self.killed(clerk, delay, "case", "answer", case, "kind=marry")
        self.killed(clerk, delay, "case", "fill", case, "tel=13800000001")
        missing = {"m-sqb", "m-id", "m-hkb", "m-jhz", "m-hzty"}
        for material in sorted(missing):
            files = sorted((clerk.hall.papers / "case").glob({
                "m-sqb": "*application*", "m-id": "*identity*", "m-hkb": "*register*", "m-jhz": "*marriage*",
                "m-hzty": "*consent*"}[material]))
            for file in files:
                self.killed(clerk, delay, "case", "attach", case, material, file)
                have = [page["sha256"] for page in clerk.ask("case", "pages", case).json]
                clerk.ask("audit", "verify", expect=None)
                if have.count(self.digest(file)) == 0:
                    clerk.ask("case", "attach", case, material, file)
                have = [page["sha256"] for page in clerk.ask("case", "pages", case).json]
                self.assertEqual(have.count(self.digest(file)), 1)
        self.killed(clerk, delay, "case", "seal", case)
        try:
            clerk.ask("case", "seal", case)
        except Refused:  # it was sealed before it died
            pass
        self.assertEqual(clerk.ask("case", "show", case).json["state"], "sealed")

    @staticmethod
    def digest(file):
        import hashlib
        return hashlib.sha256(file.read_bytes()).hexdigest()


class Scanning(unittest.TestCase):
    def test_client_killed_in_the_middle_of_a_batch_keeps_every_page_once_and_in_order(self):
        with Hall() as hall:
            papers = sorted((hall.papers / "case").glob("*.jpg"))
            for kept in (1, 2, 4) if not SWEEP else range(1, len(papers)):
                with self.subTest(kept=kept):
                    self.scan_dying_after(hall, papers, kept)

    def scan_dying_after(self, hall, papers, kept):
        state = hall.folder / f"state-{kept}"
        hall.feed(papers, state=state, pages_per_minute=200)
        case = hall.clerk.new_case()
        scan = ("case", "scan", case, "m-hkb", "--device", "sane:papers:feeder", "--source", "adf", "--dpi", "100",
                "--mode", "gray")
        process = hall.clerk.start(*scan)
        for number, _ in enumerate(process.stderr, start=1):
            if number == kept:
                process.send_signal(signal.SIGKILL)
                break
        process.wait()
        process.stdout.close()
        process.stderr.close()
        before = hall.clerk.ask("case", "pages", case).json
        self.assertGreaterEqual(len(before), kept)
        hall.clerk.ask(*scan, expect=None)
        pages = hall.clerk.ask("case", "pages", case).json
        self.assertEqual(pages[:len(before)], before)
        self.assertEqual(len({page["page"] for page in pages}), len(pages))
        self.assertGreaterEqual(len(pages), len(papers))
        self.assertTrue(all(page["material"] == "m-hkb" for page in pages))


if __name__ == "__main__":
    unittest.main()
