"""Guides from the command line: what they say of a situation, their list of materials, the linter; numbers and dates."""
import json
import pathlib
import subprocess
import unittest

from hall import BIN, Hall

ROOT = pathlib.Path(__file__).parents[2]
VECTORS = json.loads((ROOT / "tests/data/vectors.json").read_text())


def ask(*arguments, language="en"):
    return subprocess.run([BIN / "onewindow-cli", "--language", language, *map(str, arguments)], capture_output=True,
                          text=True, timeout=60)


class Numbers(unittest.TestCase):
    def test_numbers_of_the_vectors_are_judged_without_a_data_folder(self):
        for person in VECTORS["persons"]:
            answer = ask("--json", "number", "check", person["idno"])
            self.assertEqual(answer.returncode, 0)
            told = json.loads(answer.stdout)
            self.assertTrue(told["valid"])
            self.assertEqual(told["birth"].replace("-", ""), person["birth"])
            self.assertEqual(told["sex"], str(person["sex_gbt2261_1"]))
        for unit in VECTORS["units"]:
            self.assertTrue(json.loads(ask("--json", "number", "check", unit["uscc"]).stdout)["valid"])
        for wrong in [bad["idno"] for bad in VECTORS["bad_ids"]] + [bad["uscc"] for bad in VECTORS["bad_usccs"]]:
            answer = ask("--json", "number", "check", wrong)
            self.assertEqual(answer.returncode, 3)
            self.assertFalse(json.loads(answer.stdout)["valid"])

    def test_numbers_of_people_from_elsewhere_and_of_old_registers_may_be_used(self):
        for number, paper in (("810000199003078017", "residence-permit"), ("820000199003078027", "residence-permit"),
                              ("83000019781011009x", "residence-permit"), ("93384019780405001X", "553"),
                              ("USA330078040501", "553"), ("320219197310316324", "111"),
                              ("91350203M0001QKT19", "uscc"), ("330399-19850615-0139", "111")):
            answer = ask("--json", "number", "check", number)
            self.assertEqual((answer.returncode, json.loads(answer.stdout)["paper"]), (0, paper), number)
        self.assertEqual(json.loads(ask("--json", "number", "check", "91350203M0001QKT19").stdout)["doubt"],
                         "check-character")
        born = ask("--json", "number", "check", "110101209001010011")
        self.assertEqual((born.returncode, json.loads(born.stdout)["fault"]), (3, "future"))

    def test_deadlines_of_the_vectors(self):
        for group in ("workday", "workday_with_suspension", "month", "natural_day"):
            for vector in VECTORS[group]:
                suspensions = [part for pair in vector.get("suspensions", []) for part in ("--suspend", "..".join(pair))]
                answer = ask("--json", "deadline", "--from", vector["start"], "--n", vector["n"], "--unit",
                             vector.get("unit", "workday"), *suspensions)
                self.assertEqual((answer.returncode, json.loads(answer.stdout)), (0, {"due": vector["due"]}))

    def test_a_year_without_a_calendar_is_refused_and_nonsense_is_usage(self):
        answer = ask("--json", "deadline", "--from", "2026-12-30", "--n", 5, "--unit", "workday")
        self.assertEqual(answer.returncode, 1)
        self.assertIn("2027", json.loads(answer.stdout)["error"]["message"])
        for wrong in (["--from", "2026-02-30", "--n", 1, "--unit", "day"], ["--from", "2026-02-03", "--n", 1, "--unit", "week"],
                      ["--from", "2026-02-03", "--n", 1, "--unit", "day", "--suspend", "2026-02-05"],
                      ["--n", 1, "--unit", "day"]):
            self.assertEqual(ask("deadline", *wrong).returncode, 2, wrong)


class Lint(unittest.TestCase):
    def test_samples_and_the_example_of_the_manual_are_in_order_also_strictly(self):
        files = [*sorted((ROOT / "forms/guides").glob("*.json")), ROOT / "docs/example.guide.json"]
        answer = ask("--json", "guide", "lint", "--strict", *files)
        self.assertEqual((answer.returncode, json.loads(answer.stdout)), (0, []), answer.stdout)

    def test_findings_have_file_line_path_and_level(self):
        with Hall() as hall:
            file = hall.folder / "bad.guide.json"
            text = (ROOT / "docs/example.guide.json").read_text().replace('"name": "近期免冠照片"', '"name": "其他材料"')
            file.write_text(text)
            answer = ask("--json", "guide", "lint", file)
            self.assertEqual(answer.returncode, 0)
            line = text[:text.index("其他材料")].count("\n") + 1
            found = json.loads(answer.stdout)[0]
            self.assertEqual((found["file"], found["line"], found["path"], found["level"]),
                             (str(file), line, "/materials/2/name", "warning"))
            self.assertEqual(ask("guide", "lint", "--strict", file).returncode, 1)
            self.assertTrue(ask("guide", "lint", file).stdout.startswith(f"{file}:{line}: warning: /materials/2/name: "))
            hall.clerk.ask("guide", "import", file)
            file.write_text(text.replace('"unit": "workday"', '"unit": "week"'))
            refused = hall.clerk.ask("guide", "import", file, expect=1)
            self.assertIn("/limits/promised/unit", refused.json["error"]["message"])
            self.assertEqual(hall.clerk.ask("guide", "show", "ln-ydz").json["version"], "2026.1")


class Sheets(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.hall = Hall().__enter__()
        cls.clerk = cls.hall.clerk

    @classmethod
    def tearDownClass(cls):
        cls.hall.__exit__()

    def test_guide_of_a_situation_and_its_list_of_materials(self):
        shown = self.clerk.ask("guide", "show", "hk-qy", "--answers", "kind=study", "dir=out").json["situation"]
        self.assertEqual(shown["materials"], ["m-sqb", "m-id", "m-hkb", "m-lqs"])
        self.assertIn("agent", shown["open"])
        ended = self.clerk.ask("guide", "show", "sdqg-gh", "--answers", "utilities=none").json["situation"]
        self.assertEqual((ended["verdict"], ended["route"], ended["materials"]), ("not-needed", "rr-none", []))
        self.clerk.ask("guide", "show", "hk-qy", "--answers", "kind=holiday", expect=2)
        paper = self.hall.folder / "list.pdf"
        self.clerk.ask("guide", "show", "hk-qy", "--answers", "kind=study", "--out", paper)
        self.assertTrue(paper.read_bytes().startswith(b"%PDF"))

    def test_bundle_has_its_children_and_their_clocks_and_the_paper_of_its_situation(self):
        case = self.clerk.ask("case", "new", "sdqg-gh").json["case"]
        self.clerk.ask("case", "answer", case, "utilities=water,tv")
        shown = self.clerk.ask("case", "show", case).json
        self.assertEqual([child["id"] for child in shown["children"]], ["sdqg-water", "sdqg-tv"])
        self.assertEqual([(child["n"], child["unit"]) for child in shown["children"]], [(1, "workday"), (1, "workday")])
        self.assertEqual(shown["deadlines"]["promised"]["n"], 3)
        self.assertNotIn("correction", shown["deadlines"])
        paper = self.hall.folder / "case-list.pdf"
        self.clerk.ask("case", "notice", case, "material-list", "--out", paper)
        self.assertTrue(paper.read_bytes().startswith(b"%PDF"))
        self.assertEqual(self.clerk.ask("case", "show", case).json["notices"], [])

    def test_local_sub_item_keeps_its_name_and_goes_up_under_the_code_of_its_parent(self):
        self.clerk.ask("case", "new", "hk-qy", "--item", "不存在的子项", expect=1)
        case = self.clerk.ask("case", "new", "hk-qy", "--item", "录取就读迁移").json["case"]
        self.clerk.ask("case", "answer", case, "kind=study", "dir=in", "range=city", "local=no", "house=group", "child=no",
                       "agent=self")
        self.clerk.ask("case", "notice", case, "not-accepted-notice", "--out", self.hall.folder / "n.pdf")
        self.clerk.ask("case", "seal", case)
        self.clerk.ask("outbox", "send", "--wait")
        reviewer = self.hall.workstation("reviewer")
        row = next(row for row in reviewer.ask("review", "list", "--state", "not-accepted").json if row["case"] == case)
        self.assertEqual((row["matter"], row["name"]), ("hk-qy", "录取就读迁移"))

    def test_fields_are_taken_from_a_case_of_another_matter(self):
        house = self.clerk.ask("case", "new", "bdc-zy-clf").json["case"]
        self.clerk.ask("case", "fill", house, "location=测试区示例路2号", "buyer=示例乙", "buyer_id=330399198711020245",
                       "seller=示例甲")
        case = self.clerk.ask("case", "new", "sdqg-gh").json["case"]
        self.clerk.ask("case", "fill", case, "old_owner=示例丙")
        self.clerk.ask("case", "take", case, house)
        taken = self.clerk.ask("case", "show", case).json["forms"]["application"]
        self.assertEqual(taken, {"location": "测试区示例路2号", "new_owner": "示例乙", "new_owner_id": "330399198711020245",
                                 "old_owner": "示例丙"})
        self.clerk.ask("case", "take", house, case, expect=2)

    def test_age_is_computed_from_the_number_and_a_route_follows_from_it(self):
        case = self.clerk.ask("case", "new", "jmyl-cb").json["case"]
        self.clerk.ask("case", "answer", case, "age=15")
        self.assertEqual(self.clerk.ask("case", "check", case, expect=3).json["verdict"], "refused")
        self.clerk.ask("case", "fill", case, "idno=330399198711020245")
        self.assertEqual(self.clerk.ask("case", "check", case, expect=3).json["verdict"], "needs-correction")
        self.assertGreater(self.clerk.ask("case", "show", case).json["answers"]["age"], 38)


if __name__ == "__main__":
    unittest.main()
