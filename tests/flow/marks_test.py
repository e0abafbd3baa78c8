"""A correction is answered mark by mark before it is sealed again (FINDINGS D4)."""
import unittest

from hall import Hall


class Marks(unittest.TestCase):
    def setUp(self):
        self.hall = Hall().__enter__()
        self.addCleanup(self.hall.__exit__)
        self.clerk = self.hall.clerk
        self.reviewer = self.hall.workstation("reviewer")

    def page_of(self, case, material):
        return next(page["page"] for page in self.clerk.ask("case", "pages", case).json
                    if page["material"] == material and not page["discarded"])

    def corrected_case(self):
        """A case that came back with a mark on a page, one on a field and one on a material as a whole."""
        case, _ = self.clerk.sealed_case()
        self.clerk.ask("outbox", "send", "--wait")
        page = self.page_of(case, "m-jhz")
        on_page = self.reviewer.ask("review", "annotate", case, page, "--xywh", "10,10,20,20", "--point", "m-jhz/jhz-both",
                                    "--text", "印章不清").json["mark"]
        on_field = self.reviewer.ask("review", "annotate", case, "--field", "application/tel", "--point", "m-sqb", "--text",
                                     "电话打不通").json
        self.assertEqual(on_field["target"], f"urn:onewindow:case:{case}#/forms/application/tel")
        stays = self.reviewer.ask("review", "annotate", case, self.page_of(case, "m-hzty"), "--xywh", "0,0,50,50", "--point",
                                  "m-hzty", "--text", "字迹潦草").json["mark"]
        self.reviewer.ask("review", "act", case, "request-correction", "--reason", "请补正", "--cite", "m-jhz/jhz-both",
                          "--cite", "m-sqb", "--cite", "m-hzty")
        returned = self.clerk.ask("inbox", "pull").json["returned"][0]
        self.assertEqual({mark["mark"] for mark in returned["marks"]}, {on_page, on_field["mark"], stays})
        for words in ("请补正", "印章不清", "电话打不通", "字迹潦草"):
            self.assertIn(words, returned["reason"])
        self.clerk.ask("case", "reopen", case)
        return case, on_page, on_field["mark"], stays

    def unanswered(self, case):
        return {mark["mark"] for mark in self.clerk.ask("case", "check", case, expect=None).json["unanswered"]}

    def test_every_mark_is_answered_before_the_next_revision_is_sealed(self):
        case, on_page, on_field, stays = self.corrected_case()
        self.assertEqual(self.unanswered(case), {on_page, on_field, stays})
        self.clerk.ask("case", "check", case, expect=3)
        self.clerk.ask("case", "seal", case, expect=3)
        self.clerk.ask("case", "answer-mark", case, on_page, "--how", "replaced", expect=1)
        self.clerk.ask("case", "answer-mark", case, stays, "--how", "stays", expect=2)
        self.clerk.ask("case", "answer-mark", case, stays, "--how", "stays", "--reason", "申请人手写")
        self.clerk.ask("case", "replace", case, self.page_of(case, "m-jhz"),
                       sorted((self.hall.papers / "trouble").glob("*.jpg"))[0])
        self.assertEqual(self.unanswered(case), {on_field})
        self.clerk.ask("case", "fill", case, "tel=13900000009")
        self.assertEqual(self.unanswered(case), set())
        self.assertEqual(self.clerk.ask("case", "seal", case).json["revision"], 2)
        self.clerk.ask("outbox", "send", "--wait")
        shown = self.reviewer.ask("review", "show", case).json
        answers = {answer["annotation"]: (answer["how"], answer["reason"]) for answer in shown["answersTo"]}
        self.assertEqual(answers, {on_page: ("replaced", ""), on_field: ("filled", ""), stays: ("stays", "申请人手写")})
        changed = {change["id"] for change in shown["changes"]}
        self.assertLessEqual({"field:application/tel", "pages:m-jhz"}, changed)
        self.assertNotIn("pages:m-hzty", changed)
        tel = next(value for value in shown["forms"]["application"] if value["id"] == "field:application/tel")
        self.assertEqual((tel["value"], tel["changed"]), ("13900000009", True))

    def test_a_change_that_is_taken_back_opens_its_mark_again(self):
        case, on_page, on_field, stays = self.corrected_case()
        self.clerk.ask("case", "fill", case, "tel=13900000009")
        self.assertNotIn(on_field, self.unanswered(case))
        self.clerk.ask("case", "fill", case, "tel=13800000000")
        self.assertIn(on_field, self.unanswered(case))

    def test_a_field_or_page_that_is_not_there_takes_no_mark(self):
        case, _ = self.clerk.sealed_case()
        self.clerk.ask("outbox", "send", "--wait")
        for wrong, code in ((("--field", "application/nothing"), 4), (("--field", "nothing/tel"), 4), (("--field", "tel"), 2)):
            self.reviewer.ask("review", "annotate", case, *wrong, "--text", "x", expect=code)


if __name__ == "__main__":
    unittest.main()
