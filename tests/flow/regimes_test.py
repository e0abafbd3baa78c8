"""A case of each regime from its receipt to its end, over the real programs with a moved clock.

Dates are those of the calendar of 2026: 04-04 to 04-06, 05-01 to 05-05, 09-25 to 09-27 and 10-01 to 10-07 are off; Saturdays
05-09 and 10-10 are worked."""
import json
import pathlib
import unittest

from examples_test import filled
from moved_hall import MovedHall

GUIDES = pathlib.Path(__file__).parents[2] / "forms/guides"


def guide_of(code):
    return json.loads((GUIDES / f"{code}.guide.json").read_text())


def acts(shown):
    return [entry["act"] for entry in shown["course"]]


def last(shown, act):
    return [entry for entry in shown["course"] if entry["act"] == act][-1]


class Regimes(unittest.TestCase):
    def case(self, hall, code, verdict="acceptable", leave_out=()):
        """A case after the guide's own first example of that verdict; `leave_out` is not attached."""
        guide = guide_of(code)
        example = next(each for each in guide["examples"]
                       if each["expect"]["verdict"] == verdict and not each.get("offline"))
        clerk = hall.clerk
        case = clerk.ask("case", "new", code).json["case"]
        clerk.ask("case", "answer", case, *(f"{name}={','.join(value) if isinstance(value, list) else value}"
                                            for name, value in example["answers"].items()))
        file = hall.folder / "forms.json"
        file.write_text(json.dumps({form["id"]: filled(form) for form in guide["forms"]}))
        clerk.ask("case", "fill", case, file)
        page = sorted((hall.papers / "case").glob("*application*"))[0]
        for material in guide["materials"]:
            name = material["id"]
            if name in example.get("provided", []) and name not in leave_out:
                clerk.ask("case", "attach", case, name, page)
            if material.get("exempt", {"by": "generated"})["by"] != "generated" \
                    and name not in example.get("exemption_failed", []):
                clerk.ask("case", "exempt", case, name, "--by", "e-licence", "--reference", "R-1")
        return case

    def seal(self, hall, case):
        hall.clerk.ask("case", "seal", case)
        hall.send()

    def printed(self, hall, case, kind):
        """The paper's text, made at the window after what the office did was fetched."""
        hall.clerk.ask("inbox", "pull")
        out = hall.folder / f"{kind}.pdf"
        hall.clerk.ask("case", "notice", case, kind, "--out", out)
        return hall.text_of(out)

    def test_a_licence_is_deemed_accepted_examined_by_experts_decided_and_delivered_in_ten_days(self):
        with MovedHall("2026-04-13 09:00") as hall:
            case = self.case(hall, "xf-sjsc")
            self.seal(hall, case)
            # 许可法 32(4): 04-14, 15, 16, 17, 20; nobody said anything.
            hall.at("2026-04-20 17:00")
            self.assertEqual(hall.state(case, "submitted", 2), "submitted")
            hall.at("2026-04-21 08:00")
            self.assertEqual(hall.state(case, "accepted"), "accepted")
            shown = hall.shown(case)
            self.assertEqual(last(shown, "deemed-accepted")["at"][:10], "2026-04-13")
            # Promised ten working days from 04-13: 14 to 17, 20 to 24, 27.
            self.assertEqual(shown["due"], "2026-04-27")
            self.assertIn("受理通知书", self.printed(hall, case, "acceptance-notice"))
            hall.act("reviewer", case, "examine")
            # 许可法 45: 04-22 to 04-29 do not count: 22, 23, 24, 27, 28, 29; six more after 04-27: 04-28, 29, 30, 05-06, 07, 08.
            hall.act("approver", case, "suspend", "--procedure", "zjps", "--until", "2026-04-29", "--reason", "采用新材料")
            hall.at("2026-04-29 16:00")
            hall.act("approver", case, "resume", "--until", "2026-04-29")
            self.assertEqual(hall.shown(case)["due"], "2026-05-08")
            hall.at("2026-04-30 09:00")
            hall.act("approver", case, "approve", "--reason", "符合条件")
            # 许可法 44: 05-06, 07, 08, 09, 11, 12, 13, 14, 15, 18.
            self.assertEqual(hall.shown(case)["due"], "2026-05-18")
            decision = self.printed(hall, case, "approval")
            self.assertIn("准予", decision)
            hall.act("certifier", case, "certify")
            hall.clerk.ask("inbox", "pull")
            hall.clerk.ask("case", "deliver", case, "--taker", "示例甲", "--how", "person", "--proof", "签字")
            hall.act("clerk", case, "close")
            self.assertEqual(hall.shown(case)["state"], "closed")

    def test_a_licence_that_does_not_meet_a_condition_is_refused_with_reason_and_remedy(self):
        with MovedHall("2026-04-13 09:00") as hall:
            case = self.case(hall, "xf-sjsc")
            self.seal(hall, case)
            hall.act("reviewer", case, "not-accept", "--reason", "领导不同意", expect=4)
            hall.act("reviewer", case, "accept")
            hall.act("reviewer", case, "examine")
            hall.act("approver", case, "refuse", "--reason", "不同意", expect=4)
            hall.act("approver", case, "refuse", "--cite", "condition:1", "--reason", "设计文件不符合国家工程建设消防技术标准")
            text = self.printed(hall, case, "refusal")
            for words in ("不予", "设计文件不符合国家工程建设消防技术标准", "行政复议", "人民法院"):
                self.assertIn(words, text)
            shown = hall.clerk.ask("case", "show", case)
            self.assertIn("设计文件不符合国家工程建设消防技术标准", shown.text)

    def test_a_registration_of_real_estate_begins_anew_with_the_corrected_papers(self):
        with MovedHall("2026-04-13 09:00") as hall:
            case = self.case(hall, "bdc-zy-clf")
            missing = next(iter(guide_of("bdc-zy-clf")["materials"]))["id"]
            self.assertTrue(missing)
            self.seal(hall, case)
            hall.act("reviewer", case, "return-to-window", "--reason", "第一页模糊")
            self.assertEqual(hall.shown(case)["state"], "returned")
            # 不动产登记暂行条例 17: what was not refused in writing on the spot is deemed accepted.
            hall.at("2026-04-14 08:00")
            self.assertEqual(hall.state(case, "accepted"), "accepted")
            self.assertEqual(last(hall.shown(case), "deemed-accepted")["at"][:10], "2026-04-13")
            self.assertNotIn("行政许可", self.printed(hall, case, "acceptance-notice"))

    def test_a_shop_that_resubmits_is_a_new_case(self):
        with MovedHall("2026-04-13 09:00") as hall:
            case = self.case(hall, "gt-sl")
            self.seal(hall, case)
            guide = guide_of("gt-sl")
            hall.act("reviewer", case, "request-correction", "--cite", guide["materials"][0]["id"], "--reason",
                     f"{guide['materials'][0]['name']}没有签字")
            hall.clerk.ask("inbox", "pull")
            again = hall.clerk.ask("case", "reopen", case).json
            self.assertNotEqual(again["case"], case)
            self.assertEqual(again["revision"], 1)

    def test_a_public_service_is_corrected_and_lapses_never_without_a_limit(self):
        with MovedHall("2026-04-13 09:00") as hall:
            case = self.case(hall, "hk-qy")
            self.seal(hall, case)
            hall.act("reviewer", case, "request-correction", "--cite", "m-jhz", "--reason", "结婚证复印件不清楚")
            hall.at("2026-09-28 09:00")
            self.assertEqual(hall.state(case, "correction-requested", 2), "correction-requested")
            hall.clerk.ask("inbox", "pull")
            hall.clerk.ask("case", "reopen", case)
            hall.clerk.ask("case", "attach", case, "m-jhz", sorted((hall.papers / "case").glob("*marriage*"))[0])
            hall.clerk.ask("case", "seal", case)
            hall.send()
            self.assertEqual(hall.shown(case)["state"], "submitted")
            hall.act("reviewer", case, "request-correction", "--cite", "m-id", "--reason", "身份证", expect=4)
            hall.act("supervisor", case, "request-correction", "--cite", "m-id", "--reason", "身份证缺背面")
            self.assertIn("second-correction", hall.shown(case)["flags"])
            hall.act("approver", case, "terminate", "--reason", "申请人放弃办理")
            self.assertIn("申请人放弃办理", self.printed(hall, case, "termination-notice"))

    def test_a_printout_is_settled_by_the_clerk_in_one_sitting(self):
        with MovedHall("2026-04-13 09:00") as hall:
            case = self.case(hall, "sb-jfzm")
            self.seal(hall, case)
            hall.act("clerk", case, "settle", "--taker", "示例甲")
            shown = hall.shown(case)
            self.assertEqual(shown["state"], "delivered")
            self.assertEqual(acts(shown)[-4:], ["accepted", "examined", "approved", "delivered"])

    def test_a_workstation_whose_clock_runs_ahead_is_told_so(self):
        with MovedHall("2026-04-13 09:00") as hall:
            case = self.case(hall, "hk-qy")
            with hall.workstations_at("2026-04-13 11:00"):
                hall.clerk.ask("case", "seal", case)
            sent = hall.clerk.ask("outbox", "send", expect=None)
            entry = hall.clerk.ask("outbox", "list").json[0]
            self.assertEqual(entry["state"], "parked")
            self.assertIn("clock", json.dumps(entry) + sent.text + sent.messages)


if __name__ == "__main__":
    unittest.main()
