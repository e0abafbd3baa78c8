"""The office document between the real programs: published, fetched with the guides, carried by hand, named by what is
sealed."""
import sqlite3
import subprocess
import unittest

from hall import BIN, Hall


def moved(document):
    """The hall has moved, and its water company has a name the guides do not know."""
    document["sites"][0].update(name="测试区政务服务中心（新址）", telephone="0000-0000009")
    for department in document["departments"]:
        if department["id"] == "water":
            department["name"] = "测试区水务公司"
    return document


def change_releases(station, assignment):
    """As another program or another publisher would have left the releases of this workstation."""
    database = sqlite3.connect(station.folder / "onewindow.db")
    database.execute("UPDATE releases SET " + assignment)
    database.commit()
    database.close()


class Office(unittest.TestCase):
    def test_a_document_reaches_a_window_over_the_line_and_stays_without_it(self):
        with Hall() as hall:
            first = hall.clerk.ask("office").json
            self.assertEqual(first["release"], 1)
            self.assertEqual([site["name"] for site in first["sites"]], ["测试区政务服务中心", "测试镇便民服务中心"])
            self.assertEqual(hall.office.publish_office(moved(hall.office.office_document())), (2, 2))
            self.assertEqual(hall.clerk.ask("office").json, first)
            self.assertEqual(hall.clerk.ask("guide", "update").json,
                             {"release": 2, "fetched": 0, "changed": True, "held": 0, "left_out": []})
            hall.office.stop()
            second = hall.clerk.ask("office").json
            self.assertEqual((second["release"], second["sites"][0]["telephone"]), (2, "0000-0000009"))
            self.assertNotEqual(second["sha256"], first["sha256"])
            self.assertEqual(hall.clerk.ask("guide", "rollback").json["release"], 1)
            self.assertEqual(hall.clerk.ask("office").json, first)

    def test_a_document_is_carried_to_a_place_without_a_line_and_its_cases_arrive(self):
        with Hall() as hall:
            village = hall.workstation("agent")
            self.assertEqual(village.ask("office").json["release"], 0)
            hall.office.publish_office(moved(hall.office.office_document()))
            file = hall.folder / "release.owc"
            subprocess.run([BIN / "onewindow-backoffice", "catalogue", "export", "--data", hall.office.folder, "--out", file],
                           check=True, stdout=subprocess.DEVNULL)
            hall.office.stop()
            village.ask("guide", "import", file)
            self.assertEqual(village.ask("office").json["release"], 2)
            case = village.new_case()
            village.attach_all(case)
            village.ask("case", "seal", case, "--receipt")
            hall.office.start()
            hall.office.publish_office(hall.office.office_document())  # what was sealed names the one before
            village.ask("outbox", "send", "--wait")
            self.assertEqual(village.ask("outbox", "list").json[0]["state"], "received")

    def test_a_case_sealed_before_any_document_came_arrives(self):
        with Hall() as hall:
            change_releases(hall.clerk, "office = ''")
            self.assertEqual(hall.clerk.ask("office").json["sha256"], None)
            hall.clerk.sealed_case()
            hall.clerk.ask("outbox", "send", "--wait")
            self.assertEqual(hall.clerk.ask("outbox", "list").json[0]["state"], "received")

    def test_papers_name_the_hall_of_the_document(self):
        with Hall() as hall:
            hall.office.publish_office(moved(hall.office.office_document()))
            hall.clerk.ask("guide", "update")
            slip = hall.folder / "slip.pdf"
            hall.clerk.ask("case", "notice", hall.clerk.new_case(), "receipt-slip", "--out", slip)
            text = subprocess.run(["pdftotext", slip, "-"], check=True, capture_output=True, text=True).stdout
            self.assertIn("（新址）", text)
            self.assertIn("0000-0000009", text)

    def test_the_publisher_is_told_of_departments_the_document_does_not_know(self):
        with Hall() as hall:
            self.assertNotIn("does not know", hall.office.say_publish_office(hall.office.office_document()).stderr)
            said = hall.office.say_publish_office(moved(hall.office.office_document())).stderr
            self.assertIn("测试区自来水公司", said)
            self.assertNotIn("测试供电公司", said)

    def test_only_a_supervisor_is_told_of_a_missing_calendar(self):
        with Hall() as hall:
            supervisor = hall.workstation("supervisor")
            supervisor.ask("guide", "update")
            for station in (hall.clerk, supervisor):
                change_releases(station, "calendar = '{}'")
            warning = "There is no calendar of working days for"
            self.assertIn(warning, supervisor.ask("guide", "list").messages)
            self.assertIn(warning, supervisor.ask("review", "list").messages)
            self.assertNotIn(warning, hall.clerk.ask("guide", "list").messages)


if __name__ == "__main__":
    unittest.main()
