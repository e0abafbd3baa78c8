"""The rules of DESIGN section 5 between the real programs, each test named after its rule."""
import base64
import json
import sqlite3
import unittest

from hall import APPLICANT, Hall, Workstation


class Rules(unittest.TestCase):
    def test_rule_2_commit_order_pages_manifest_submit(self):
        with Hall() as hall:
            hall.clerk.sealed_case()
            sender = hall.clerk.start("outbox", "send", "--wait")
            states = []
            for line in sender.stderr:
                states.append(line.split("\t"))
            sender.communicate()
            sent = [int(fields[3].split("/")[0]) for fields in states if len(fields) > 3]
            self.assertEqual(sent, sorted(sent))
            reviewer = hall.workstation("reviewer")
            self.assertEqual(len(reviewer.ask("review", "list").json), 1)

    def test_rule_3_same_bytes_same_receipt(self):
        with Hall() as hall:
            case, _ = hall.clerk.sealed_case()
            hall.clerk.ask("outbox", "send", "--wait")
            first = hall.clerk.ask("outbox", "list").json[0]
            hall.clerk.ask("outbox", "retry", case)
            hall.clerk.ask("outbox", "send", "--wait")
            self.assertEqual(hall.clerk.ask("outbox", "list").json[0]["number"], first["number"])
            self.assertEqual(len(hall.workstation("reviewer").ask("review", "list").json), 1)

    def test_rule_4_nothing_is_purged_before_the_undo_period(self):
        with Hall() as hall:
            hall.clerk.sealed_case()
            hall.clerk.ask("outbox", "send", "--wait")
            pages = [path for path in (hall.clerk.folder / "pages").rglob("*") if path.is_file()]
            self.assertEqual(len(pages), 6)

    def test_rule_6_a_refused_case_is_parked_with_its_cause_and_who_must_act(self):
        with Hall() as hall:
            hall.clerk.sealed_case()
            hall.office.stop()
            database = sqlite3.connect(next(hall.office.folder.glob("*.db")))
            tables = [name for name, in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            guides = next(name for name in tables if "guide" in name)
            database.execute(f"DELETE FROM {guides}")
            database.commit()
            database.close()
            hall.office.start()
            hall.clerk.ask("outbox", "send", expect=4)
            entry = hall.clerk.ask("outbox", "list").json[0]
            self.assertEqual((entry["state"], entry["cause"]), ("parked", "unknown-guide"))
            self.assertEqual(entry["mustAct"], "administrator")

    def test_rule_9_separation_of_duties(self):
        with Hall() as hall:
            case, _ = hall.clerk.sealed_case()
            hall.clerk.ask("outbox", "send", "--wait")
            reviewer, approver, certifier = (hall.workstation(user) for user in ("reviewer", "approver", "certifier"))
            reviewer.ask("review", "act", case, "accept")
            reviewer.ask("review", "act", case, "examine")
            reviewer.ask("review", "act", case, "approve", expect=4)
            hall.clerk.ask("review", "act", case, "approve", expect=4)
            approver.ask("review", "act", case, "approve", "--reason", "符合条件")
            approver.ask("review", "act", case, "certify", expect=4)
            self.assertEqual(certifier.ask("review", "act", case, "certify").json["state"], "certified")

    def test_rule_9_holds_for_one_person_with_every_role(self):
        with Hall() as hall:
            hall.office.stop()
            database = sqlite3.connect(next(hall.office.folder.glob("*.db")))
            changed = database.execute("UPDATE users SET roles = 'clerk,reviewer,approver,certifier' "
                                       "WHERE name IN ('clerk', 'reviewer', 'approver')").rowcount
            self.assertEqual(changed, 3)
            database.commit()
            database.close()
            hall.office.start()
            hall.clerk.login("clerk")
            case, _ = hall.clerk.sealed_case()
            hall.clerk.ask("outbox", "send", "--wait")
            reviewer, approver = hall.workstation("reviewer"), hall.workstation("approver")
            reviewer.ask("review", "act", case, "accept")
            reviewer.ask("review", "act", case, "examine")
            for station in (hall.clerk, reviewer):
                refused = station.ask("review", "act", case, "approve", "--reason", "符合条件", expect=4)
                self.assertEqual(refused.json["error"]["code"], "separation")
            approver.ask("review", "act", case, "approve", "--reason", "符合条件")
            refused = approver.ask("review", "act", case, "certify", expect=4)
            self.assertEqual(refused.json["error"]["code"], "separation")

    def test_rule_8_a_request_must_cite_the_guide(self):
        with Hall() as hall:
            case, _ = hall.clerk.sealed_case()
            hall.clerk.ask("outbox", "send", "--wait")
            reviewer = hall.workstation("reviewer")
            reviewer.ask("review", "act", case, "request-correction", "--reason", "再交一份", "--point", "m-nothing",
                         expect=2)
            reviewer.ask("review", "act", case, "request-correction", "--reason", "户主未签字", "--point", "m-hzty")

    def test_rule_10_author_is_the_key_carrier_any_session_of_the_division(self):
        with Hall() as hall:
            case, _ = hall.clerk.sealed_case()
            hall.clerk.ask("logout")
            hall.clerk.login("agent")
            hall.clerk.ask("outbox", "send", "--wait")
            self.assertEqual(hall.clerk.ask("outbox", "list").json[0]["state"], "received")

    def test_rule_10_nothing_of_a_person_lies_in_clear_on_the_workstation(self):
        with Hall() as hall:
            hall.feed(sorted((hall.papers / "case").glob("*.jpg"))[:2])
            case = hall.clerk.new_case()
            hall.clerk.ask("case", "scan", case, "m-id", "--device", "sane:papers:feeder", "--source", "adf", "--dpi",
                           "100")
            hall.clerk.attach_all(case)
            hall.clerk.ask("case", "seal", case)
            hall.clerk.ask("outbox", "send", "--wait")
            hall.workstation("reviewer").ask("review", "act", case, "return-to-window", "--reason", "示例乙",
                                             "--point", "m-id")
            hall.clerk.ask("inbox", "pull")
            planted = [text.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be")
                       for text in (APPLICANT["name"], APPLICANT["idno"], APPLICANT["tel"], APPLICANT["to"])]
            planted += [base64.b64encode(APPLICANT["idno"].encode())[:20], b"\xff\xd8\xff\xe0"]
            files = [path for path in hall.clerk.folder.rglob("*") if path.is_file()]
            self.assertGreater(len(files), 8)
            for path in files:
                content = path.read_bytes()
                for text in planted:
                    self.assertNotIn(text, content, path)
            log = (hall.office.folder / "log.txt").read_bytes()
            for text in planted:
                self.assertNotIn(text, log)

    def test_rule_7_a_case_keeps_its_guide_version(self):
        with Hall() as hall:
            case = hall.clerk.new_case()
            before = hall.clerk.ask("case", "show", case).json["guide"]
            guide = json.loads(json.dumps(hall.clerk.ask("guide", "show", "hk-qy").json))
            guide["version"] = "2026.9"
            guide["effective"] = {"from": "2026-01-01"}
            file = hall.folder / "newer.guide.json"
            file.write_text(json.dumps(guide, ensure_ascii=False))
            hall.clerk.ask("guide", "import", file)
            self.assertEqual(hall.clerk.ask("case", "show", case).json["guide"], before)
            newer = hall.clerk.ask("case", "new", "hk-qy").json["case"]
            self.assertEqual(hall.clerk.ask("case", "show", newer).json["guide"]["version"], "2026.9")

    def test_offline_login_intake_and_seal_then_the_line_returns(self):
        with Hall() as hall:
            hall.clerk.ask("logout")
            hall.office.stop()
            self.assertFalse(hall.clerk.login("clerk").json["online"])
            case, _ = hall.clerk.sealed_case()
            hall.clerk.ask("outbox", "send", expect=None)
            hall.office.start()
            hall.clerk.login("clerk")
            hall.clerk.ask("outbox", "send", "--wait")
            self.assertEqual(hall.clerk.ask("outbox", "list").json[0]["state"], "received")

    def test_audit_finds_a_changed_entry_on_both_sides(self):
        with Hall() as hall:
            case, _ = hall.clerk.sealed_case()
            hall.clerk.ask("outbox", "send", "--wait")
            proof = hall.clerk.ask("audit", "verify").json
            self.assertTrue(proof["whole"])
            self.assertEqual(proof["backOffice"][0]["case"], case)
            database = sqlite3.connect(hall.clerk.folder / "onewindow.db")
            tables = [name for name, in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            audit = next(name for name in tables if name.startswith("audit"))
            for trigger, in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                database.execute(f"DROP TRIGGER {trigger}")
            database.execute(f"UPDATE {audit} SET digest = (SELECT digest FROM {audit} WHERE seq = 1) WHERE seq = 2")
            database.commit()
            database.close()
            self.assertFalse(hall.clerk.ask("audit", "verify", expect=1).json["whole"])


class WholeStory(unittest.TestCase):
    """From paper to the closed case, with a bad scan and a missing signature on the way."""

    def page_of(self, station, case, material):
        return next(page["page"] for page in station.ask("case", "pages", case).json
                    if page["material"] == material and not page["discarded"])

    def test_paper_to_closed_case(self):
        with Hall() as hall:
            clerk = hall.clerk
            case = clerk.new_case()
            clerk.attach_all(case)
            clerk.ask("case", "notice", case, "receipt-slip", "--out", hall.folder / "slip.pdf")
            clerk.ask("case", "seal", case)
            clerk.ask("outbox", "send", "--wait")
            stations = {user: hall.workstation(user) for user in ("reviewer", "approver", "certifier")}
            reviewer = stations["reviewer"]
            bad = self.page_of(clerk, case, "m-hkb")
            reviewer.ask("review", "claim", case)
            reviewer.ask("review", "annotate", case, bad, "--xywh", "70,0,30,20", "--point", "m-hkb/hkb-pages", "--text",
                         "右上角折住")
            reviewer.ask("review", "act", case, "return-to-window", "--reason", "重扫", "--point", "m-hkb/hkb-pages")
            self.come_back(hall, case, bad, "m-hkb", revision=2)
            reviewer.ask("review", "act", case, "request-correction", "--reason", "户主未签字", "--point", "m-hzty")
            self.come_back(hall, case, self.page_of(clerk, case, "m-hzty"), "m-hzty", revision=3)
            for user, action in (("reviewer", "accept"), ("reviewer", "examine"), ("approver", "approve"),
                                 ("certifier", "certify")):
                stations[user].ask("review", "act", case, action, "--reason", "符合条件")
            clerk.ask("review", "act", case, "deliver")
            clerk.ask("review", "act", case, "close")
            clerk.ask("inbox", "pull")
            self.assertEqual(clerk.ask("case", "show", case).json["state"], "closed")
            self.assertTrue(clerk.ask("audit", "verify").json["whole"])

    def come_back(self, hall, case, page, material, revision):
        clerk = hall.clerk
        returned = clerk.ask("inbox", "pull").json["returned"]
        self.assertEqual([entry["case"] for entry in returned], [case])
        clerk.ask("case", "reopen", case)
        hall.feed(sorted((hall.papers / "trouble").glob("*.jpg"))[:1])
        outcome = clerk.ask("case", "scan", case, material, "--device", "sane:papers:feeder", "--source", "adf", "--dpi",
                            "150", "--pages", "1", "--instead", page).json
        pages = [entry["page"] for entry in clerk.ask("case", "pages", case).json
                 if entry["material"] == material and not entry["discarded"]]
        self.assertIn(outcome["pages"][0], pages)
        self.assertNotIn(page, pages)
        self.assertEqual(clerk.ask("case", "seal", case).json["revision"], revision)
        clerk.ask("outbox", "send", "--wait")


if __name__ == "__main__":
    unittest.main()
