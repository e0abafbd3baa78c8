"""Papers of a case are made once, numbered once, kept with it, and seen by the reviewer."""
import unittest

from hall import Hall


class Papers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.hall = Hall().__enter__()
        cls.clerk = cls.hall.clerk
        cls.reviewer = cls.hall.workstation("reviewer")

    @classmethod
    def tearDownClass(cls):
        cls.hall.__exit__()

    def paper(self, case, kind, *options, name="paper.pdf"):
        out = self.hall.folder / name
        return self.clerk.ask("case", "notice", case, kind, "--out", out, *options).json, out.read_bytes()

    def test_a_paper_made_before_sealing_travels_with_the_case_and_is_printed_again_byte_for_byte(self):
        case = self.clerk.new_case()
        self.clerk.attach_all(case)
        first, _ = self.paper(case, "receipt-slip")
        self.clerk.ask("case", "fill", case, "tel=13900000001")
        slip, pdf = self.paper(case, "receipt-slip", "--handed-to", "示例乙", "--how", "person", "--copies", 2)
        self.assertEqual(slip["number"], first["number"])
        self.assertRegex(slip["number"], r"〔\d{4}〕W\w+-\d+号$")
        self.clerk.ask("case", "notice", case, "receipt-slip", "--out", self.hall.folder / "x.pdf", "--handed-to", "示例甲",
                       expect=1)
        self.clerk.ask("case", "seal", case)
        self.clerk.ask("outbox", "send", "--wait")
        self.assertEqual(self.paper(case, "receipt-slip"), (dict(slip, warnings=[], unprintable=[]), pdf))
        shown = self.reviewer.ask("review", "show", case).json
        kept = next(document for document in shown["documents"] if document["kind"] == "receipt-slip")
        self.assertEqual((kept["number"], kept["sha256"], kept["copies"], kept["handed"]["to"]),
                         (slip["number"], slip["sha256"], 2, "示例乙"))
        self.assertLessEqual({"received", "notice-made", "notice-handed-over", "sealed", "arrived"},
                             {entry["act"] for entry in shown["course"]})

    def test_an_acceptance_is_told_in_writing_also_when_the_line_is_gone(self):
        case, _ = self.clerk.sealed_case()
        self.clerk.ask("outbox", "send", "--wait")
        self.reviewer.ask("review", "act", case, "accept")
        self.clerk.ask("inbox", "pull")
        self.assertIn("acceptance-notice", self.clerk.ask("case", "show", case).json["papersDue"])
        self.hall.office.stop()
        self.paper(case, "acceptance-notice")
        self.assertNotIn("acceptance-notice", self.clerk.ask("case", "show", case).json["papersDue"])
        self.clerk.ask("outbox", "send", expect=5)
        waiting = [row for row in self.clerk.ask("outbox", "list").json if row.get("paper") == "acceptance-notice"]
        self.assertEqual([row["state"] for row in waiting], ["waiting"])
        self.hall.office.start()
        self.clerk.ask("outbox", "send", "--wait")
        documents = self.reviewer.ask("review", "show", case).json["documents"]
        self.assertIn("acceptance-notice", [document["kind"] for document in documents])
        self.clerk.ask("inbox", "pull")
        papers = self.clerk.ask("case", "show", case).json["papers"]
        self.assertEqual([paper["place"] for paper in papers if paper["kind"] == "acceptance-notice"], ["kept"])

    def test_a_kind_that_is_not_drawn_yet_is_refused_with_a_sentence(self):
        case = self.clerk.new_case()
        refused = self.clerk.ask("case", "notice", case, "payment-notice", "--out", self.hall.folder / "x.pdf", expect=1)
        self.assertTrue(refused.json["error"]["message"])
        self.clerk.ask("case", "notice", case, "no-paper", "--out", self.hall.folder / "x.pdf", expect=2)

    def test_what_the_window_decides_is_settled_in_one_sitting_by_one_person(self):
        case = self.clerk.ask("case", "new", "sb-jfzm").json["case"]
        self.clerk.ask("case", "answer", case, "who=self", "ins=yl", "range=y1")
        self.assertEqual(self.clerk.ask("case", "show", case).json["forms"]["application"]["insurances"], "养老")
        self.clerk.ask("case", "fill", case, "name=示例甲", "idno=330399198506150139", "purpose=购房", "copies=1")
        self.clerk.ask("case", "exempt", case, "m-id", "--by", "read-card", "--reference", "1")
        self.clerk.ask("case", "seal", case)
        self.clerk.ask("outbox", "send", "--wait")
        settled = self.clerk.ask("review", "act", case, "settle", "--taker", "示例甲", "--how", "person", "--proof", "当场签收").json
        self.assertEqual(settled["state"], "delivered")
        acts = [entry["act"] for entry in self.reviewer.ask("review", "show", case).json["course"]]
        self.assertEqual(acts[-4:], ["accepted", "examined", "approved", "delivered"])


if __name__ == "__main__":
    unittest.main()
