"""Every verb of the command line does what its help says, once, with the real programs behind it."""
import pathlib
import subprocess
import unittest

from hall import BIN, Hall


class Verbs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.hall = Hall().__enter__()
        cls.clerk = cls.hall.clerk

    @classmethod
    def tearDownClass(cls):
        cls.hall.__exit__()

    def entries(self, case, material):
        return next((entry for entry in self.clerk.ask("case", "show", case).json["materials"]
                     if entry["id"] == material), None)

    def papers(self, pattern):
        return sorted((self.hall.papers / "case").glob(pattern))

    def test_whoami_tells_user_workstation_and_that_a_key_in_a_file_is_weaker(self):
        who = self.clerk.ask("whoami").json
        self.assertEqual((who["user"], who["roles"], who["division"]), ("clerk", ["clerk"], "330399"))
        self.assertTrue(who["key"]["weaker"])
        self.assertTrue(who["workstation"])

    def test_guides_are_listed_found_shown_and_linted(self):
        self.assertEqual(len(self.clerk.ask("guide", "list").json), 8)
        for text in ("户口迁移", "hkqy", "夫妻投靠", "hukouqianyi", "hk-qy", "迁户口"):
            self.assertEqual(self.clerk.ask("guide", "search", text, "--limit", 3).json[0]["matter"], "hk-qy", text)
        self.assertEqual(self.clerk.ask("guide", "search", "没有这个事项").json, [])
        self.assertEqual(len(self.clerk.ask("guide", "show", "hk-qy").json["materials"]), 14)
        guides = pathlib.Path(__file__).parents[2] / "forms/guides"
        for file in guides.glob("*.guide.json"):
            self.clerk.ask("guide", "lint", file)

    def test_pages_are_moved_turned_replaced_discarded_and_restored(self):
        case = self.clerk.new_case()
        first, second = self.papers("*register*")
        self.clerk.ask("case", "attach", case, "m-hkb", first, second)
        one, two = (page["page"] for page in self.clerk.ask("case", "pages", case).json)
        self.clerk.ask("case", "move", case, two, "m-hkb", "--position", 0)
        self.assertEqual(self.entries(case, "m-hkb")["pages"], [two, one])
        self.clerk.ask("case", "move", case, two, "m-jhz")
        self.assertEqual(self.entries(case, "m-jhz")["pages"], [two])
        for degrees, kept in ((90, 1), (270, 0)):
            self.clerk.ask("case", "rotate", case, one, degrees)
            page = next(p for p in self.clerk.ask("case", "show", case).json["pages"] if p["id"] == one)
            self.assertEqual(len(page.get("edits", [])), kept)
        self.clerk.ask("case", "discard", case, two)
        self.assertIn("m-jhz", self.clerk.ask("case", "check", case, expect=3).json["missing"])
        self.clerk.ask("case", "restore", case, two)
        self.assertNotIn("m-jhz", self.clerk.ask("case", "check", case, expect=3).json["missing"])
        self.clerk.ask("case", "replace", case, one, second)
        self.assertNotIn(one, self.entries(case, "m-hkb")["pages"])
        self.assertEqual(len(self.entries(case, "m-hkb")["pages"]), 1)

    def test_exemption_deferral_and_their_taking_back(self):
        case = self.clerk.ask("case", "new", "hk-qy").json["case"]
        self.clerk.ask("case", "answer", case, "kind=marry", "dir=in", "range=city", "local=yes", "house=host", "child=yes",
                       "agent=self")
        self.clerk.ask("case", "exempt", case, "m-id", "--by", "读卡", "--reference", "R-1")
        check = self.clerk.ask("case", "check", case, expect=3).json
        self.assertIn("m-id", check["exempt"])
        self.clerk.ask("case", "demand", case, "m-id")
        self.assertIn("m-id", self.clerk.ask("case", "check", case, expect=3).json["missing"])
        self.clerk.ask("case", "defer", case, "m-hkb", "--due", "2026-11-30", expect=2)
        self.clerk.ask("case", "defer", case, "m-csz", "--due", "2020-01-01", expect=2)

    def test_deferred_material_seals_with_its_date_and_prints_the_commitment(self):
        case = self.clerk.new_case()
        self.clerk.attach_all(case)
        self.clerk.ask("case", "answer", case, "child=yes")
        verdict = self.clerk.ask("case", "check", case).json
        self.assertEqual((verdict["verdict"], verdict["missing"]), ("acceptable-with-deferral", ["m-csz"]))
        self.clerk.ask("case", "seal", case, expect=3)
        self.clerk.put_off(case, "m-csz")
        self.assertTrue((self.hall.folder / "commitment.pdf").read_bytes().startswith(b"%PDF"))
        self.clerk.ask("case", "seal", case)

    def test_failed_block_point_makes_its_material_missing(self):
        case = self.clerk.new_case()
        self.clerk.attach_all(case)
        self.clerk.ask("case", "check", case)
        self.clerk.ask("case", "point", case, "m-jhz/jhz-both", "fail", "--note", "姓名不一致")
        self.assertEqual(self.clerk.ask("case", "check", case, expect=3).json["missing"], ["m-jhz"])
        self.clerk.ask("case", "point", case, "m-jhz/jhz-both", "pass")
        self.clerk.ask("case", "fact", case, "m-id", "valid_to=2020-01-01")
        self.assertEqual(self.clerk.ask("case", "check", case, expect=3).json["missing"], ["m-id"])
        self.clerk.ask("case", "fact", case, "m-id", "valid_to=2039-01-01")
        self.clerk.ask("case", "check", case)

    def test_route_ends_the_case_with_its_notice(self):
        case = self.clerk.ask("case", "new", "hk-qy").json["case"]
        self.clerk.ask("case", "answer", case, "kind=marry", "dir=in", "range=city", "local=no", "house=host", "child=no",
                       "agent=self")
        self.assertEqual(self.clerk.ask("case", "check", case, expect=3).json["verdict"], "not-competent")
        self.clerk.ask("case", "seal", case, expect=3)
        self.clerk.ask("case", "notice", case, "not-accepted-notice", "--out", self.hall.folder / "refusal.pdf")
        self.clerk.ask("case", "seal", case)

    def test_incomplete_case_with_its_notice_arrives_as_correction_requested(self):
        case = self.clerk.new_case()
        self.clerk.ask("case", "notice", case, "one-time-notice", "--out", self.hall.folder / "notice.pdf")
        self.clerk.ask("case", "seal", case)
        self.clerk.ask("outbox", "send", "--wait")
        self.clerk.ask("inbox", "pull")
        self.assertEqual(self.clerk.ask("case", "show", case).json["state"], "correction-requested")
        self.clerk.ask("case", "reopen", case)
        self.clerk.attach_all(case)
        self.assertEqual(self.clerk.ask("case", "seal", case).json["revision"], 2)
        self.clerk.ask("outbox", "send", "--wait")
        self.clerk.ask("inbox", "pull")
        self.assertEqual(self.clerk.ask("case", "show", case).json["state"], "submitted")

    def test_parties_are_added_and_removed_by_hand(self):
        case = self.clerk.new_case()
        self.clerk.ask("case", "party", case, "--role", "agent", "--name", "示例丙", "--id-number", "330399195803090319")
        self.assertEqual([party["role"] for party in self.clerk.ask("case", "show", case).json["parties"]],
                         ["applicant", "agent"])
        self.clerk.ask("case", "party", case, "--key", "agent", "--remove")
        self.assertEqual([party["key"] for party in self.clerk.ask("case", "show", case).json["parties"]], ["applicant"])

    def test_cases_are_found_by_number_name_and_state_and_people_are_masked(self):
        case = self.clerk.new_case()
        number = self.clerk.ask("case", "show", case).json["number"]
        for filters in (["--number", number], ["--name", "示例乙"], ["--state", "draft"]):
            found = self.clerk.ask("case", "list", *filters)
            self.assertIn(case, [row["case"] for row in found.json])
            self.assertNotIn("示例乙", found.text)
        self.assertEqual(self.clerk.ask("case", "list", "--name", "示例丁").json, [])

    def test_draft_is_withdrawn_here_and_a_sent_case_there(self):
        case = self.clerk.new_case()
        self.clerk.ask("case", "withdraw", case, "--reason", "不办了")
        self.assertEqual(self.clerk.ask("case", "show", case).json["state"], "withdrawn")
        self.clerk.ask("case", "fill", case, "tel=13800000002", expect=1)
        sent, _ = self.clerk.sealed_case()
        self.clerk.ask("outbox", "send", "--wait")
        self.assertEqual(self.clerk.ask("case", "withdraw", sent, "--reason", "不办了").json["state"], "withdrawn")

    def test_scanning_without_a_case_writes_images_where_it_was_told(self):
        self.hall.feed(self.papers("*register*"))
        out = self.hall.folder / "out"
        pages = self.clerk.ask("scan", "pages", "--device", "sane:papers:feeder", "--source", "adf", "--dpi", "150", "--mode",
                               "gray", "--out", out).json
        self.assertEqual(len(pages), 2)
        self.assertEqual(sorted(path.name for path in out.iterdir()), ["0001.jpg", "0002.jpg"])
        self.assertEqual(pages[0]["dpi"], 150)
        self.assertIn("sane:papers:feeder", [d["device"] for d in self.clerk.ask("scan", "devices").json])

    def test_reviewer_reads_a_page_as_it_was_kept_and_releases_the_case(self):
        case, _ = self.clerk.sealed_case()
        self.clerk.ask("outbox", "send", "--wait")
        reviewer = self.hall.workstation("reviewer")
        reviewer.ask("review", "claim", case)
        page = self.clerk.ask("case", "pages", case).json[0]
        out = self.hall.folder / "page.jpg"
        reviewer.ask("review", "page", case, page["page"], "--out", out)
        self.assertEqual(out.read_bytes(), self.papers("*application*")[0].read_bytes())
        self.assertEqual(reviewer.ask("review", "release", case).json["claimedBy"], "")

    def test_help_is_there_for_every_verb_in_both_languages(self):
        for language in ("zh_CN", "en"):
            for verb in ([], ["case"], ["case", "scan"], ["review", "act"], ["outbox", "send"], ["guide", "lint"]):
                answer = subprocess.run([BIN / "onewindow-cli", "--language", language, *verb, "--help"],
                                        capture_output=True, text=True)
                self.assertEqual(answer.returncode, 0)
                chinese = any("\u4e00" <= character <= "\u9fff" for character in answer.stdout)
                self.assertEqual(chinese, language == "zh_CN", answer.stdout)


if __name__ == "__main__":
    unittest.main()
