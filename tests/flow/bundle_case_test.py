"""A bundle (一件事) between the real programs: one case, its parts at four departments, each with its own clock and end."""
import datetime
import json
import sqlite3
import unittest

from hall import GUIDES, Hall

HALL = datetime.timezone(datetime.timedelta(hours=8))
PARTS = ["sdqg-water", "sdqg-power", "sdqg-gas", "sdqg-tv"]
DAYS = {child["id"]: child["limit"]["n"]
        for child in json.loads((GUIDES / "sdqg-gh.guide.json").read_text())["children"]}


class BundleCase(unittest.TestCase):
    def setUp(self):
        self.hall = Hall().__enter__()
        self.addCleanup(self.hall.__exit__)
        self.clerk = self.hall.clerk

    def due(self, started, days):
        """So many working days after the hall's day of that moment."""
        day = datetime.datetime.fromisoformat(started.replace("Z", "+00:00")).astimezone(HALL).date()
        return self.clerk.ask("deadline", "--from", day, "--n", days, "--unit", "workday").json["due"]

    def parts(self, station, case):
        return {part["id"]: part for part in station.ask("review", "show", case).json["children"]}

    def states(self, station, case):
        return [part["state"] for part in station.ask("review", "show", case).json["children"]]

    def test_parts_are_settled_apart_and_the_case_is_approved_when_none_is_open(self):
        case = self.clerk.sent_bundle()
        reviewer, approver, certifier = (self.hall.workstation(user) for user in ("reviewer", "approver", "certifier"))
        self.assertEqual(self.parts(reviewer, case), {})
        reviewer.ask("review", "act", case, "accept")
        reviewer.ask("review", "act", case, "examine")
        begun = self.parts(approver, case)
        self.assertEqual(list(begun), PARTS)
        for name, part in begun.items():
            self.assertEqual((part["state"], part["n"], part["unit"]), ("running", DAYS[name], "workday"))
            self.assertEqual(part["allowed"], ["finish-child", "refuse-child"])
            self.assertEqual(part["due"], self.due(part["started"], part["n"]))
        self.assertEqual(approver.ask("review", "child", case, "sdqg-water", "done").json["childState"], "done")
        approver.ask("review", "child", case, "sdqg-gas", "refused", expect=4)
        approver.ask("review", "child", case, "sdqg-gas", "refused", "--note", "燃气表未通过安检")
        approver.ask("review", "child", case, "sdqg-tv", "done", "--note", "已过户")
        self.assertEqual(self.states(approver, case), ["done", "running", "refused", "done"])
        reviewer.ask("review", "child", case, "sdqg-power", "done", expect=4)
        refused = approver.ask("review", "act", case, "approve", expect=4)
        self.assertIn("测试供电公司", refused.json["error"]["message"])
        self.assertNotIn("测试燃气公司", refused.json["error"]["message"])
        self.told_at_the_workstation(case)
        approver.ask("review", "child", case, "sdqg-power", "done")
        for station, action in ((approver, "approve"), (certifier, "certify"), (self.clerk, "deliver"),
                                (self.clerk, "close")):
            station.ask("review", "act", case, action, "--reason", "符合条件")
        self.clerk.ask("inbox", "pull")
        shown = self.clerk.ask("case", "show", case).json
        self.assertEqual(shown["state"], "closed")
        self.assertEqual([part["state"] for part in shown["children"]], ["done", "done", "refused", "done"])
        self.assertTrue(self.clerk.ask("audit", "verify").json["whole"])

    def told_at_the_workstation(self, case):
        """What the inbox knows of the parts, with the reason in words, in JSON and in text."""
        self.assertEqual(self.clerk.ask("inbox", "pull").json["changed"], [case])
        known = {part["id"]: part for part in self.clerk.ask("case", "show", case).json["children"]}
        self.assertEqual([known[name]["state"] for name in PARTS], ["done", "running", "refused", "done"])
        self.assertEqual(known["sdqg-gas"]["note"], "燃气表未通过安检")
        self.assertEqual(known["sdqg-gas"]["by"], "approver")
        self.assertIsNotNone(known["sdqg-gas"]["ended"])
        self.assertIsNone(known["sdqg-power"]["ended"])

    def test_a_part_that_waits_for_a_refused_one_cannot_begin_until_somebody_decides(self):
        def in_a_row(guide):
            for child, after in zip(guide["children"][1:], guide["children"]):
                child["after"] = after["id"]
        self.hall.office.publish_version("sdqg-gh", "2026.9", in_a_row)
        self.clerk.ask("guide", "update")
        case = self.clerk.sent_bundle("water,power,gas")
        self.hall.workstation("reviewer").ask("review", "act", case, "accept")
        approver = self.hall.workstation("approver")
        self.assertEqual(self.states(approver, case), ["running", "waiting", "waiting"])
        approver.ask("review", "child", case, "sdqg-power", "done", expect=4)
        approver.ask("review", "child", case, "sdqg-water", "done")
        parts = self.parts(approver, case)
        self.assertEqual(parts["sdqg-power"]["started"], parts["sdqg-water"]["ended"])
        self.assertIsNone(parts["sdqg-gas"]["due"])
        approver.ask("review", "child", case, "sdqg-power", "refused", "--note", "表箱无法打开")
        self.assertEqual(self.states(approver, case), ["done", "refused", "blocked"])
        approver.ask("review", "child", case, "sdqg-gas", "begun", "--note", "与供电无关")
        self.assertEqual(self.states(approver, case), ["done", "refused", "running"])
        self.assertIsNotNone(self.parts(approver, case)["sdqg-gas"]["due"])

    def test_who_decided_a_part_does_not_certify_the_case(self):
        self.hall.office.stop()
        database = sqlite3.connect(next(self.hall.office.folder.glob("*.db")))
        database.execute("UPDATE users SET roles = 'reviewer,certifier' WHERE name = 'certifier'")
        database.commit()
        database.close()
        self.hall.office.start()
        self.clerk.login("clerk")
        case = self.clerk.sent_bundle("water")
        reviewer, approver, certifier = (self.hall.workstation(user) for user in ("reviewer", "approver", "certifier"))
        reviewer.ask("review", "act", case, "accept")
        reviewer.ask("review", "act", case, "examine")
        certifier.ask("review", "child", case, "sdqg-water", "done")
        approver.ask("review", "act", case, "approve", "--reason", "符合条件")
        refused = certifier.ask("review", "act", case, "certify", expect=4)
        self.assertEqual(refused.json["error"]["code"], "separation")

    def test_parts_that_are_open_end_with_the_case(self):
        case = self.clerk.sent_bundle("water,gas")
        self.hall.workstation("reviewer").ask("review", "act", case, "accept")
        approver = self.hall.workstation("approver")
        approver.ask("review", "child", case, "sdqg-water", "done")
        self.clerk.ask("review", "act", case, "withdraw", "--reason", "申请人撤回")
        self.assertEqual(self.states(approver, case), ["done", "ended"])


if __name__ == "__main__":
    unittest.main()
