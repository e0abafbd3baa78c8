"""Every example of every sample guide comes out through the command line as its author expects."""
import json
import pathlib
import unittest

from hall import Hall

GUIDES = sorted((pathlib.Path(__file__).parents[2] / "forms/guides").glob("*.guide.json"))
FORMATS = {"cn-id": "330399198711020245", "cn-id-or-uscc": "330399198711020245", "cn-phone": "13900000002", "cn-uscc": "11330399MB0000019B",
           "cn-address": "测试区示例镇示例路2号1幢1单元301室", "date": "1987-11-02"}

SHOP = "测试区示例甲小吃店"  # built by the rule for names, which the program judges by itself


def value_of(schema):
    """Something the schema accepts, all of one person."""
    if schema.get("x-prefill", "") in ("id_card.sex", "id_card_reader.sex") or schema.get("title") == "性别":
        return "2"
    if "oneOf" in schema:
        return schema["oneOf"][0]["const"]
    if schema["type"] == "object":
        return {name: value_of(schema["properties"][name]) for name in schema.get("required", [])}
    if schema["type"] == "array":
        return [value_of(schema["items"]) for _ in range(schema.get("minItems", 0))]
    if schema["type"] in ("integer", "number"):
        return 1
    if schema.get("title") == "名称":
        return SHOP
    return FORMATS.get(schema.get("format"), "示例")


def filled(form):
    schema = form["schema"]
    return {name: value_of(schema["properties"][name]) for name in schema.get("required", [])}


class Examples(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.hall = Hall().__enter__()
        cls.clerk = cls.hall.clerk
        cls.page = sorted((cls.hall.papers / "case").glob("*application*"))[0]

    @classmethod
    def tearDownClass(cls):
        cls.hall.__exit__()

    def exempt(self, case, material, offline):
        """Without the line a query cannot be made, and the program says so."""
        refused = offline and material["exempt"].get("offline", "collect-copy") == "collect-copy"
        self.clerk.ask("case", "exempt", case, material["id"], "--by", "e-licence", "--reference", "R-1",
                       expect=1 if refused else 0)

    def walk(self, guide, example):
        case = self.clerk.ask("case", "new", guide["code"]).json["case"]
        answers = (f"{name}={','.join(value) if isinstance(value, list) else value}"
                   for name, value in example["answers"].items())
        self.clerk.ask("case", "answer", case, *answers)
        if "route" not in example["expect"]:
            file = self.hall.folder / "forms.json"
            file.write_text(json.dumps({form["id"]: filled(form) for form in guide["forms"]}))
            self.clerk.ask("case", "fill", case, file)
        for material in guide["materials"]:
            name = material["id"]
            if name in example.get("provided", []):
                self.clerk.ask("case", "attach", case, name, self.page)
            exempt = material.get("exempt", {"by": "generated"})["by"] != "generated"
            if exempt and name not in example.get("exemption_failed", []):
                self.exempt(case, material, example.get("offline", False))
        return case, self.clerk.ask("case", "check", case, expect=None)

    def judge(self, offline):
        for file in GUIDES:
            guide = json.loads(file.read_text())
            for example in guide["examples"]:
                if example.get("offline", False) != offline:
                    continue
                with self.subTest(guide=guide["code"], example=example["name"]):
                    case, check = self.walk(guide, example)
                    expected = example["expect"]
                    self.assertEqual(check.json["verdict"], expected["verdict"], check.text)
                    self.assertEqual(check.code, 0 if expected["verdict"].startswith("acceptable") else 3)
                    if "route" in expected:
                        self.written_notice(case)
                        continue
                    for member in ("required", "exempt", "missing"):
                        self.assertEqual(set(check.json[member]), set(expected[member]), member)

    def written_notice(self, case):
        """A route is no end without its notice in writing."""
        self.clerk.ask("case", "seal", case, expect=3)
        self.clerk.ask("case", "notice", case, "not-accepted-notice", "--out", self.hall.folder / "refusal.pdf")
        self.clerk.ask("case", "seal", case)

    def test_examples_with_the_line_there_and_then_gone(self):
        self.judge(offline=False)
        self.hall.office.stop()
        self.clerk.ask("logout", expect=None)
        self.clerk.login("clerk")
        self.judge(offline=True)


if __name__ == "__main__":
    unittest.main()
