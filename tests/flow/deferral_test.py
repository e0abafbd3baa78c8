"""A material that was put off (容缺): it is taken in after acceptance, and the result is withheld until then."""
import unittest

from hall import Hall


class Deferral(unittest.TestCase):
    def test_nothing_is_put_off_before_the_applicant_signed_the_commitment(self):
        with Hall() as hall:
            clerk = hall.clerk
            case = clerk.new_case()
            clerk.attach_all(case)
            clerk.ask("case", "answer", case, "child=yes")
            clerk.ask("case", "seal", case, expect=3)
            due = clerk.put_off(case, "m-csz")
            self.assertEqual(clerk.ask("case", "check", case).json.get("unsealable"), None)
            clerk.ask("case", "demand", case, "m-csz")
            clerk.ask("case", "defer", case, "m-csz", "--due", due)
            self.assertIn("commitment", clerk.ask("case", "check", case).json["unsealable"])
            clerk.ask("case", "seal", case, expect=3)
            clerk.ask("case", "notice", case, "deferral-commitment", "--out", hall.folder / "commitment.pdf")
            clerk.ask("case", "seal", case, expect=3)
            page = next(row["page"] for row in clerk.ask("case", "pages", case).json if row["material"] is None)
            clerk.ask("case", "move", case, page, "deferral-commitment")
            clerk.ask("case", "seal", case)
            clerk.ask("outbox", "send", "--wait")
            shown = hall.workstation("reviewer").ask("review", "show", case).json
            commitment = next(paper for paper in shown["documents"] if paper["kind"] == "deferral-commitment")
            self.assertEqual(commitment["signed"], [page])
            self.assertIn("deferred", [entry["act"] for entry in shown["course"]])

    def test_nothing_is_put_off_beyond_what_the_matter_promises(self):
        with Hall() as hall:
            case = hall.clerk.new_case()
            hall.clerk.ask("case", "answer", case, "child=yes")
            hall.clerk.ask("case", "defer", case, "m-csz", "--due", "2099-01-01", expect=2)

    def test_the_result_is_withheld_until_what_was_put_off_is_handed_in(self):
        with Hall() as hall:
            clerk = hall.clerk
            case = clerk.new_case()
            clerk.attach_all(case)
            clerk.ask("case", "answer", case, "child=yes")
            clerk.put_off(case, "m-csz")
            clerk.ask("case", "seal", case)
            clerk.ask("outbox", "send", "--wait")
            clerk.ask("case", "reopen", case, expect=1)
            stations = {user: hall.workstation(user) for user in ("reviewer", "approver", "certifier")}
            for user, action in (("reviewer", "accept"), ("reviewer", "examine"), ("approver", "approve")):
                stations[user].ask("review", "act", case, action, "--reason", "符合条件")
            stations["certifier"].ask("review", "act", case, "certify", expect=4)
            clerk.ask("inbox", "pull")
            self.assertEqual(clerk.ask("case", "show", case).json["state"], "approved")
            self.assertEqual(clerk.ask("case", "reopen", case).json["revision"], 2)
            clerk.ask("case", "attach", case, "m-csz", sorted((hall.papers / "case").glob("*register*"))[0])
            clerk.ask("case", "seal", case)
            clerk.ask("outbox", "send", "--wait")
            shown = stations["reviewer"].ask("review", "show", case).json
            self.assertEqual((shown["revision"], shown["state"]), (2, "approved"))
            self.assertEqual(stations["certifier"].ask("review", "act", case, "certify").json["state"], "certified")

    def test_after_acceptance_nothing_else_is_changed(self):
        with Hall() as hall:
            clerk = hall.clerk
            case = clerk.new_case()
            clerk.attach_all(case)
            clerk.ask("case", "answer", case, "child=yes")
            clerk.put_off(case, "m-csz")
            clerk.ask("case", "seal", case)
            clerk.ask("outbox", "send", "--wait")
            hall.workstation("reviewer").ask("review", "act", case, "accept")
            clerk.ask("inbox", "pull")
            clerk.ask("case", "reopen", case)
            consent = next(iter((hall.papers / "case").glob("*consent*")))
            for change in (("fill", case, "tel=13900000000"), ("answer", case, "child=no"), ("attach", case, "m-hzty", consent)):
                refused = clerk.ask("case", *change, expect=1)
                self.assertIn("only what was put off", refused.text + refused.messages)
            clerk.ask("case", "attach", case, "m-csz", consent)
            page = next(row["page"] for row in clerk.ask("case", "pages", case).json if row["material"] == "m-csz")
            clerk.ask("case", "discard", case, page)
            self.assertEqual(clerk.ask("case", "withdraw", case, "--reason", "不办了").json["state"], "withdrawn")
            self.assertEqual(hall.workstation("reviewer").ask("review", "show", case).json["state"], "withdrawn")


if __name__ == "__main__":
    unittest.main()
