"""Why a case was turned down reaches the window: in the inbox, in the case and on paper."""
import subprocess
import unittest

from hall import BIN, Hall


class Reasons(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.hall = Hall().__enter__()
        cls.clerk = cls.hall.clerk
        cls.stations = {user: cls.hall.workstation(user) for user in ("reviewer", "approver")}

    @classmethod
    def tearDownClass(cls):
        cls.hall.__exit__()

    def sent_case(self):
        case, _ = self.clerk.sealed_case()
        self.clerk.ask("outbox", "send", "--wait")
        return case

    def act(self, user, case, *step):
        return self.stations[user].ask("review", "act", case, *step).json

    def told(self, case, state, reason, paper):
        """What the clerk is told, and the paper that is due: printed once, kept by the back office, seen by the reviewer."""
        pulled = self.clerk.ask("inbox", "pull").json
        entry = next(news for news in pulled["news"] if news["case"] == case)
        self.assertEqual((entry["state"], entry["reason"]), (state, reason))
        self.assertIn(paper, entry["papersDue"])
        self.assertTrue(entry["todo"])
        self.assertEqual([row["reason"] for row in self.clerk.ask("inbox", "list").json if row["case"] == case], [reason])
        shown = self.clerk.ask("case", "show", case)
        self.assertEqual((shown.json["state"], shown.json["told"]["reason"]), (state, reason))
        out = self.hall.folder / f"{paper}-{case}.pdf"
        made = self.clerk.ask("case", "notice", case, paper, "--out", out, "--handed-to", "示例乙").json
        self.assertTrue(out.read_bytes().startswith(b"%PDF"))
        self.assertNotIn(paper, self.clerk.ask("case", "show", case).json["papersDue"])
        again = self.clerk.ask("case", "notice", case, paper, "--out", out).json
        self.assertEqual((again["sha256"], again["number"]), (made["sha256"], made["number"]))
        self.clerk.ask("outbox", "send", "--wait")
        documents = self.stations["reviewer"].ask("review", "show", case).json["documents"]
        kept = next(document for document in documents if document["kind"] == paper)
        self.assertEqual((kept["sha256"], kept["number"], kept["handed"]["to"]), (made["sha256"], made["number"], "示例乙"))
        return entry

    def test_a_refusal_with_its_reason_and_ground(self):
        case = self.sent_case()
        self.act("reviewer", case, "accept")
        self.act("reviewer", case, "examine")
        self.act("approver", case, "refuse", "--reason", "户口簿与申请人不符", "--cite", "m-hkb")
        entry = self.told(case, "refused", "户口簿与申请人不符", "refusal")
        self.assertEqual(len(entry["grounds"]), 1)
        self.assertTrue(entry["law"])
        delivered = self.clerk.ask("case", "deliver", case, "--taker", "示例乙", "--how", "person", "--proof", "签收").json
        self.assertEqual(delivered["state"], "delivered")
        entry = self.stations["reviewer"].ask("review", "show", case).json["course"][-1]
        self.assertEqual((entry["act"], entry["taker"]), ("delivered", "示例乙"))

    def test_a_case_that_is_not_accepted_at_the_back_office(self):
        case = self.sent_case()
        self.act("reviewer", case, "not-accept", "--reason", "不符合迁移条件", "--cite", "m-hzty")
        entry = self.told(case, "not-accepted", "不符合迁移条件", "not-accepted-notice")
        self.assertEqual(len(entry["grounds"]), 1)
        self.clerk.ask("case", "reopen", case, expect=1)

    def test_a_case_that_is_ended(self):
        case = self.sent_case()
        self.act("approver", case, "terminate", "--reason", "申请人放弃办理")
        self.told(case, "terminated", "申请人放弃办理", "termination-notice")

    def test_a_refusal_needs_a_ground_and_not_words_alone(self):
        case = self.sent_case()
        self.act("reviewer", case, "accept")
        self.act("reviewer", case, "examine")
        self.stations["approver"].ask("review", "act", case, "refuse", "--reason", "领导不同意", expect=4)

    def test_the_text_of_a_case_that_was_refused_says_so(self):
        case = self.sent_case()
        self.act("reviewer", case, "not-accept", "--reason", "不符合迁移条件", "--cite", "m-hzty")
        self.clerk.ask("inbox", "pull")
        said = subprocess.run([BIN / "onewindow-cli", "--data", self.clerk.folder, "--language", "en", "case", "show", case],
                              capture_output=True, text=True, env=self.hall.environment).stdout
        self.assertIn("不符合迁移条件", said)
        self.assertNotIn("Acceptable", said)


if __name__ == "__main__":
    unittest.main()
