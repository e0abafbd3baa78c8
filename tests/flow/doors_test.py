"""Bad input at every door: its exit code or problem, a sentence that says what to do, and nothing lost."""
import json
import pathlib
import shutil
import ssl
import subprocess
import unittest
import urllib.error
import urllib.request

from hall import APPLICANT, Hall, SITUATION, Workstation


class Doors(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.hall = Hall().__enter__()
        cls.clerk = cls.hall.clerk

    @classmethod
    def tearDownClass(cls):
        cls.hall.__exit__()

    def refused(self, answer, code, *words):
        self.assertEqual(answer.code, code, answer.messages)
        sentence = answer.json["error"]["message"]
        self.assertGreater(len(sentence), 15, sentence)
        self.assertNotIn("{", sentence)
        for word in words:
            self.assertIn(word, sentence)
        return sentence

    def ask(self, *arguments):
        return self.clerk.ask(*arguments, expect=None)

    def request(self, method, path, body=b"", token=None, **headers):
        context = ssl.create_default_context(cafile=self.hall.office.folder / "ca.pem")
        if token:
            headers["Authorization"] = "Bearer " + token
        request = urllib.request.Request(self.hall.office.url + path, data=body or None, method=method,
                                         headers={name.replace("_", "-"): value for name, value in headers.items()})
        try:
            with urllib.request.urlopen(request, context=context) as answer:
                return answer.status, json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as error:
            self.assertEqual(error.headers.get_content_type(), "application/problem+json")
            return error.code, json.loads(error.read())

    def token(self, user="clerk"):
        body = json.dumps({"user": user, "password": self.hall.office.password(user)}).encode()
        return self.request("POST", "/v1/sessions", body, Content_Type="application/json")[1]["token"]

    def test_unknown_matter(self):
        self.refused(self.ask("case", "new", "no-such-matter"), 1, "no-such-matter")

    def test_unknown_verb_and_missing_argument_are_usage(self):
        for arguments in (["case", "dance"], ["case", "new"], ["case", "scan", "x"], []):
            self.assertEqual(self.ask(*arguments).code, 2)

    def test_answer_that_is_no_choice_names_the_choices(self):
        case = self.clerk.new_case()
        self.refused(self.ask("case", "answer", case, "kind=moon"), 2, "moon", "marry")
        self.refused(self.ask("case", "answer", case, "nothing=yes"), 1, "nothing")
        self.assertEqual(self.clerk.ask("case", "show", case).json["answers"]["kind"], "marry")

    def test_form_field_that_does_not_exist_or_file_that_is_no_json(self):
        case = self.clerk.new_case()
        self.refused(self.ask("case", "fill", case, "colour=red"), 1, "colour")
        broken = self.hall.folder / "broken.json"
        for text in ("{", "[]", '"x"', "{" * 200, '{"name": "\\ud800"}'):
            broken.write_text(text)
            self.assertIn(self.ask("case", "fill", case, broken).code, (1, 2))
        self.assertEqual(self.clerk.ask("case", "show", case).json["forms"]["application"]["name"], APPLICANT["name"])

    def test_form_field_of_wrong_type_is_a_finding_or_a_refusal_and_keeps_the_rest(self):
        case = self.clerk.new_case()
        self.clerk.ask("case", "fill", case, "idno=330399198506150130")
        check = self.ask("case", "check", case)
        self.assertEqual(check.code, 3)
        self.assertTrue([f for f in check.json["findings"] if f.get("field") == "/idno"], check.text)
        matter = self.clerk.ask("case", "new", "bdc-zy-clf").json["case"]
        self.refused(self.ask("case", "fill", matter, "price=many"), 1)

    def test_file_that_is_no_image(self):
        case = self.clerk.new_case()
        text = self.hall.folder / "letter.jpg"
        text.write_text("not a picture")
        self.refused(self.ask("case", "attach", case, "m-id", text), 1, "letter.jpg")
        good = next((self.hall.papers / "case").glob("*identity*"))
        cut = self.hall.folder / "cut.jpg"
        cut.write_bytes(good.read_bytes()[:5000])
        self.refused(self.ask("case", "attach", case, "m-id", cut), 1, "cut.jpg")
        self.refused(self.ask("case", "attach", case, "m-id", self.hall.folder / "absent.jpg"), 1, "absent.jpg")
        self.refused(self.ask("case", "attach", case, "m-nothing", good), 1, "m-nothing")
        self.assertEqual(self.clerk.ask("case", "pages", case).json, [])

    def test_invalid_guide_is_refused_with_its_path_and_the_old_one_stays(self):
        guide = json.loads((pathlib.Path(__file__).parents[2] / "forms/guides/hk-qy.guide.json").read_text())
        file = self.hall.folder / "bad.guide.json"
        before = self.clerk.ask("guide", "list").json
        guide["questions"][3]["when"]["properties"] = {"direction": {"const": "in"}}
        file.write_text(json.dumps(guide))
        self.refused(self.ask("guide", "import", file), 1, "direction")
        self.assertEqual(self.ask("guide", "lint", file).code, 1)
        file.write_text(json.dumps(guide)[:-40])
        self.refused(self.ask("guide", "import", file), 1)
        self.assertEqual(self.clerk.ask("guide", "list").json, before)

    def test_truncated_catalogue(self):
        file = self.hall.folder / "half.owc"
        file.write_bytes(b"catalogue.jws" + bytes(700))
        self.refused(self.ask("guide", "import", file), 1)
        self.assertEqual(len(self.clerk.ask("guide", "list").json), 8)

    def test_wrong_password(self):
        station = Workstation(self.hall, "thief")
        secret = self.hall.folder / "wrong"
        secret.write_text("wrong")
        answer = station.ask("--server", self.hall.office.url, "--ca", self.hall.office.folder / "ca.pem", "login",
                             "clerk", "--password-file", secret, expect=None)
        self.refused(answer, 4)
        self.assertEqual(station.ask("whoami", expect=None).code, 4)

    def test_server_with_a_wrong_certificate(self):
        other = self.hall.folder / "other"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost",
                        "-keyout", other.with_suffix(".key"), "-out", other.with_suffix(".pem")], check=True,
                       capture_output=True)
        station = Workstation(self.hall, "stranger")
        secret = self.hall.folder / "password"
        secret.write_text(self.hall.office.password("clerk"))
        answer = station.ask("--server", self.hall.office.url, "--ca", other.with_suffix(".pem"), "login", "clerk",
                             "--password-file", secret, expect=None)
        self.refused(answer, 5)

    def test_nobody_there(self):
        with Hall() as hall:
            case, _ = hall.clerk.sealed_case()
            hall.office.kill()
            answer = hall.clerk.ask("outbox", "send", expect=None)
            self.assertEqual(answer.code, 5)
            self.assertNotEqual(hall.clerk.ask("outbox", "list").json[0]["state"], "received")
            hall.office.start()
            hall.clerk.ask("outbox", "send", "--wait")
            self.assertEqual(hall.clerk.ask("outbox", "list").json[0]["state"], "received")

    def test_another_server_with_the_right_certificate_is_not_ours(self):
        with Hall() as hall:
            hall.clerk.sealed_case()
            hall.office.stop()
            kept = {name: (hall.office.folder / name).read_bytes() for name in ("ca.pem", "keys/tls.key")}
            shutil.rmtree(hall.office.folder)
            hall.office.init()
            for name, content in kept.items():
                (hall.office.folder / name).write_bytes(content)
            hall.office.start()
            answer = hall.clerk.ask("outbox", "send", expect=None)
            self.assertEqual(answer.code, 5, answer.text + answer.messages)
            self.assertEqual(answer.json["line"], "not-our-server")

    def test_incomplete_case_is_not_sealed(self):
        case = self.clerk.new_case()
        self.refused(self.ask("case", "seal", case), 3)
        check = self.ask("case", "check", case)
        self.assertEqual(check.code, 3)
        self.assertEqual(sorted(check.json["missing"]), ["m-hkb", "m-hzty", "m-id", "m-jhz"])

    def test_manifest_with_a_missing_digest(self):
        with Hall() as hall:
            case, _ = hall.clerk.sealed_case()
            page = hall.clerk.ask("case", "pages", case).json[0]["sha256"]
            (hall.clerk.folder / "pages" / page[:2] / page).unlink()
            hall.clerk.ask("outbox", "send", expect=None)
            entry = hall.clerk.ask("outbox", "list").json[0]
            self.assertEqual(entry["state"], "parked")
            self.assertIn(entry["cause"], ("damaged", "missing-pages"))
            self.assertEqual(hall.workstation("reviewer").ask("review", "list").json, [])

    def test_manifest_that_is_none(self):
        case = "/v1/cases/01990000-0000-7000-8000-000000000001/revisions/1"
        token = self.token()
        for body in (b"not a jws", b"e30.e30.AAAA", b"a" * 100_000):
            status, problem = self.request("PUT", case, body, token, Content_Type="application/jose")
            self.assertIn(status, (400, 403, 422), problem)
            self.assertTrue(problem["type"].startswith("urn:onewindow:problem:"))

    def test_http_without_session_unknown_route_and_wrong_type(self):
        self.assertEqual(self.request("GET", "/v1/cases")[0], 401)
        self.assertEqual(self.request("GET", "/v1/cases", token="wrong")[0], 401)
        self.assertEqual(self.request("GET", "/v1/nothing", token=self.token())[0], 404)
        self.assertEqual(self.request("GET", "/v1/cases?state=dancing", token=self.token())[0], 400)
        self.assertEqual(self.request("POST", "/v1/sessions", b"{", Content_Type="application/json")[0], 400)

    def test_scanner_that_is_not_there_or_jams(self):
        case = self.clerk.new_case()
        self.hall.feed([])
        scan = ("case", "scan", case, "m-id", "--source", "adf", "--dpi", "100")
        self.assertEqual(self.ask(*scan, "--device", "sane:papers:nowhere").code, 6)
        self.assertEqual(self.ask(*scan, "--device", "sane:papers:feeder").code, 6)
        self.refused(self.ask(*scan, "--device", "feeder"), 2)
        papers = sorted((self.hall.papers / "case").glob("*.jpg"))[:3]
        self.hall.feed(papers, fault="jam", fault_page=3)
        answer = self.ask(*scan, "--device", "sane:papers:feeder")
        self.assertEqual(answer.code, 6)
        self.assertEqual(answer.json["fault"], "jammed")
        self.assertEqual(len(self.clerk.ask("case", "pages", case).json), 2)

    def test_data_folder_that_is_a_file(self):
        file = self.hall.folder / "a-file"
        file.write_text("x")
        station = Workstation(self.hall, "a-file")
        self.refused(station.ask("case", "list", expect=None), 2)
        self.assertEqual(file.read_text(), "x")


if __name__ == "__main__":
    unittest.main()
