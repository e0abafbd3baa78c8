"""A sealed case that did not get through is taken back by its author (DESIGN section 4), in each of the three outcomes."""
import shutil
import sqlite3
import unittest

from hall import APPLICANT, Hall


class Recall(unittest.TestCase):
    def setUp(self):
        self.hall = Hall().__enter__()
        self.addCleanup(self.hall.__exit__)
        self.clerk = self.hall.clerk

    def parked_case(self):
        """The back office lost its guides and parks the case; bring_back() gives it what it had."""
        case, _ = self.clerk.sealed_case()
        self.hall.office.stop()
        self.before = self.hall.folder / "office-before"
        shutil.copytree(self.hall.office.folder, self.before)
        database = sqlite3.connect(next(self.hall.office.folder.glob("*.db")))
        tables = [name for name, in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        database.execute(f"DELETE FROM {next(name for name in tables if 'guide' in name)}")
        database.commit()
        database.close()
        self.hall.office.start()
        self.clerk.ask("outbox", "send", expect=4)
        self.assertEqual(self.entry()["state"], "parked")
        return case

    def bring_back(self):
        self.hall.office.stop()
        shutil.rmtree(self.hall.office.folder)
        shutil.copytree(self.before, self.hall.office.folder)
        self.hall.office.start()

    def entry(self):
        return next(iter(self.clerk.ask("outbox", "list").json), None)

    def test_a_parked_case_is_a_draft_again_with_the_same_revision_and_goes_when_it_is_put_right(self):
        case = self.parked_case()
        recalled = self.clerk.ask("case", "recall", case).json
        self.assertEqual((recalled["recalled"], recalled["state"], recalled["revision"]), ("draft", "draft", 1))
        self.assertIsNone(self.entry())
        self.clerk.ask("case", "fill", case, "tel=13900000001")
        self.bring_back()
        self.assertEqual(self.clerk.ask("case", "seal", case).json["revision"], 1)
        self.clerk.ask("outbox", "send", "--wait")
        self.assertEqual(self.entry()["state"], "received")
        shown = self.hall.workstation("reviewer").ask("review", "show", case).json
        self.assertEqual(shown["revision"], 1)
        self.assertIn("13900000001", [value["value"] for value in shown["forms"]["application"]])
        self.assertTrue(self.clerk.ask("audit", "verify").json["whole"])
        self.clerk.ask("case", "recall", case, expect=1)

    def test_a_case_that_was_never_sent_is_a_draft_again_without_a_line(self):
        case, _ = self.clerk.sealed_case()
        self.hall.office.stop()
        self.assertEqual(self.clerk.ask("case", "recall", case).json["state"], "draft")
        self.clerk.ask("case", "fill", case, f"tel={APPLICANT['tel']}")

    def test_what_arrived_is_not_taken_back_but_its_receipt_fetched(self):
        case, _ = self.clerk.sealed_case()
        before = self.hall.folder / "clerk-before"
        shutil.copytree(self.clerk.folder, before)
        self.clerk.ask("outbox", "send", "--wait")
        number = self.entry()["number"]
        # The workstation died before the answer came: it knows only that it had asked.
        shutil.rmtree(self.clerk.folder)
        shutil.copytree(before, self.clerk.folder)
        database = sqlite3.connect(self.clerk.folder / "onewindow.db")
        database.execute("UPDATE outbox SET state = 'parked', cause = 'refused', handed_in = 1")
        database.commit()
        database.close()
        recalled = self.clerk.ask("case", "recall", case).json
        self.assertEqual((recalled["recalled"], recalled["state"]), ("received", "submitted"))
        self.assertEqual((self.entry()["state"], self.entry()["number"]), ("received", number))

    def test_without_a_line_nobody_knows_whether_it_arrived(self):
        case = self.parked_case()
        self.hall.office.stop()
        refused = self.clerk.ask("case", "recall", case, expect=5)
        self.assertIn("not known", refused.json["error"]["message"])
        self.assertEqual(self.clerk.ask("case", "show", case).json["state"], "sealed")

    def test_somebody_else_does_not_take_it_back(self):
        case, _ = self.clerk.sealed_case()
        self.clerk.login("agent")
        self.clerk.ask("case", "recall", case, expect=1)


if __name__ == "__main__":
    unittest.main()
