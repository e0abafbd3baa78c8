"""Releases of the guides between the real programs: published, fetched, gone back behind, carried by hand; and what they
mean for cases that are open."""
import subprocess
import unittest

from hall import APPLICANT, BIN, Hall


def without(guide, material):
    guide["materials"] = [entry for entry in guide["materials"] if entry["id"] != material]


class Releases(unittest.TestCase):
    def test_an_update_touches_no_draft_and_the_difference_is_told_in_words(self):
        with Hall() as hall:
            case = hall.clerk.new_case()
            hall.clerk.attach_all(case)
            before = hall.clerk.ask("case", "show", case).json
            self.assertEqual(hall.office.publish_version("hk-qy", "2026.9", lambda guide: without(guide, "m-hzty")), 2)
            self.assertEqual(hall.clerk.ask("guide", "update").json,
                             {"release": 2, "fetched": 1, "changed": True, "held": 0, "left_out": []})
            checked = hall.clerk.ask("case", "check", case).json
            self.assertEqual(checked["newer"]["version"], "2026.9")
            self.assertEqual(len(checked["newer"]["differences"]), 1)
            self.assertIn("No longer asked for: ", checked["newer"]["differences"][0])
            after = hall.clerk.ask("case", "show", case).json
            for kept in ("guide", "answers", "forms", "materials", "pages"):
                self.assertEqual(after[kept], before[kept], kept)
            adopted = hall.clerk.ask("case", "adopt", case).json
            self.assertEqual(adopted["version"], "2026.9")
            self.assertEqual(len(adopted["dropped"]), 1)
            after = hall.clerk.ask("case", "show", case).json
            self.assertEqual(len(after["pages"]), len(before["pages"]))
            self.assertEqual(after["forms"], before["forms"])
            hall.clerk.ask("case", "adopt", case, expect=1)
            hall.clerk.ask("case", "seal", case)
            hall.clerk.ask("outbox", "send", "--wait")
            self.assertEqual(hall.clerk.ask("outbox", "list").json[0]["state"], "received")

    def test_a_case_begun_with_the_old_version_still_arrives(self):
        with Hall() as hall:
            case, _ = hall.clerk.sealed_case()
            hall.office.publish_version("hk-qy", "2026.9", lambda guide: without(guide, "m-hzty"))
            hall.clerk.ask("guide", "update")
            hall.clerk.ask("outbox", "send", "--wait")
            self.assertEqual(hall.clerk.ask("outbox", "list").json[0]["state"], "received")

    def test_a_roll_back_lasts_until_a_newer_release_comes(self):
        with Hall() as hall:
            hall.office.publish("--withdraw", "gt-sl")
            hall.clerk.ask("guide", "update")
            self.assertEqual(len(hall.clerk.ask("guide", "list").json), 7)
            self.assertEqual(hall.clerk.ask("guide", "rollback").json["release"], 1)
            for _ in range(2):
                update = hall.clerk.ask("guide", "update").json
                self.assertEqual((update["release"], update["held"], update["changed"]), (1, 2, False))
            self.assertEqual(len(hall.clerk.ask("guide", "list").json), 8)
            self.assertEqual([(row["release"], row["active"], row["held"])
                              for row in hall.clerk.ask("guide", "releases").json], [(2, False, True), (1, True, False)])
            hall.clerk.ask("guide", "rollback", expect=1)
            hall.office.publish("--withdraw", "sdqg-gh")
            self.assertEqual(hall.clerk.ask("guide", "update").json["release"], 3)

    def test_a_roll_back_is_taken_back_by_hand(self):
        with Hall() as hall:
            hall.office.publish("--withdraw", "gt-sl")
            hall.clerk.ask("guide", "update")
            hall.clerk.ask("guide", "rollback")
            self.assertEqual(hall.clerk.ask("guide", "release", 2).json["release"], 2)
            self.assertEqual(hall.clerk.ask("guide", "update").json["held"], 0)
            hall.clerk.ask("guide", "release", 9, expect=1)

    def test_a_release_is_carried_to_a_place_without_a_line(self):
        with Hall() as hall:
            village = hall.workstation("agent")
            hall.office.publish("--withdraw", "gt-sl")
            file = hall.folder / "release.owc"
            subprocess.run([BIN / "onewindow-backoffice", "catalogue", "export", "--data", hall.office.folder, "--out", file],
                           check=True, stdout=subprocess.DEVNULL)
            hall.office.stop()
            self.assertEqual(village.ask("guide", "import", file).json[0]["guides"], 7)
            self.assertEqual(len(village.ask("guide", "list").json), 7)
            self.assertEqual(village.ask("guide", "export", "--out", hall.folder / "again.owc").json["release"], 2)
            self.assertEqual((hall.folder / "again.owc").read_bytes(), file.read_bytes())

    def test_old_guides_warn_then_block_acceptance_but_never_receipt(self):
        with Hall() as hall:
            hall.office.publish("--warn-after", 1, "--block-after", 1)
            hall.clerk.ask("guide", "update")
            case = hall.clerk.new_case()
            hall.clerk.attach_all(case)
            self.assertFalse(hall.clerk.ask("case", "check", case).json["stale"])
            hall.clerk.age_catalogue(days=3)
            self.assertTrue(hall.clerk.ask("case", "check", case).json["stale"])
            refused = hall.clerk.ask("case", "seal", case, expect=3).json["error"]
            self.assertEqual(refused["code"], "not-acceptable")
            hall.clerk.ask("case", "notice", case, "receipt-slip", "--out", hall.folder / "slip.pdf")
            hall.clerk.ask("case", "seal", case, "--receipt")
            hall.clerk.ask("outbox", "send", "--wait")
            self.assertEqual(hall.clerk.ask("outbox", "list").json[0]["state"], "received")
            hall.clerk.ask("guide", "update")
            self.assertFalse(hall.clerk.ask("case", "check", hall.clerk.new_case(), expect=3).json["stale"])

    def test_a_second_case_of_the_same_applicant_is_told_here_and_there(self):
        with Hall() as hall:
            first, _ = hall.clerk.sealed_case()
            hall.clerk.ask("outbox", "send", "--wait")
            second = hall.clerk.new_case()
            hall.clerk.attach_all(second)
            findings = hall.clerk.ask("case", "check", second).json["findings"]
            self.assertIn("duplicate:" + first, [finding["id"] for finding in findings])
            self.assertFalse([finding for finding in findings if APPLICANT["name"] in finding["text"]])
            hall.clerk.ask("case", "seal", second)
            hall.clerk.ask("outbox", "send", "--wait")
            reviewer = hall.workstation("reviewer")
            self.assertEqual({case["case"]: case["flagged"] for case in reviewer.ask("review", "list").json},
                             {first: False, second: True})
            shown = reviewer.ask("review", "show", second).json
            self.assertEqual([other["case"] for other in shown["duplicates"]], [first])


if __name__ == "__main__":
    unittest.main()
