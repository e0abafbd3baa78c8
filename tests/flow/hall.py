"""A service hall in a temporary folder: one back office and workstations, all of them the real programs."""
import contextlib
import datetime
import json
import os
import pathlib
import re
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time

BUILD = pathlib.Path(os.environ["OW_BUILD"])
BIN = BUILD / "bin"
GUIDES = pathlib.Path(__file__).parents[2] / "forms/guides"
APPLICANT = {
    "name": "示例乙", "sex": "2", "nation": "01", "birth": "1987-11-02", "idno": "330399198711020245", "marr": "20",
    "edu": "20", "from": "测试区测试镇示例村1号", "from_pcs": "测试区测试派出所", "to": "测试区示例路2号1幢301室",
    "to_pcs": "测试区示例派出所", "rel": "配偶", "reason": "因婚(夫妻投靠)", "tel": "13800000000",
}
BUNDLE = {"location": "测试区示例路2号1幢301室", "new_owner": "示例乙", "new_owner_id": "330399198711020245",
          "old_owner": "示例甲", "phone": "13900000002"}
SITUATION = ["kind=marry", "dir=in", "range=city", "local=yes", "house=host", "child=no", "agent=self"]
MATERIALS = {"m-sqb": "*application*", "m-id": "*identity*", "m-hkb": "*register*", "m-jhz": "*marriage*",
             "m-hzty": "*consent*"}


class Refused(Exception):
    """A program ended with another exit code than asked for."""


class Answer:
    def __init__(self, process):
        self.code = process.returncode
        self.text = process.stdout
        self.messages = process.stderr
        try:
            self.json = json.loads(process.stdout)
        except ValueError:
            self.json = None


class BackOffice:
    def __init__(self, folder, environment=None):
        self.folder = folder
        self.environment = environment
        self.port = 0
        self.process = None

    def init(self):
        subprocess.run([BIN / "onewindow-backoffice", "init", "--data", self.folder, "--demo"], check=True,
                       stdout=subprocess.DEVNULL, env=self.environment)
        return self

    def start(self):
        with open(self.folder / "said.txt", "wb") as said, open(self.folder / "log.txt", "ab") as log:
            self.process = subprocess.Popen(
                [BIN / "onewindow-backoffice", "serve", "--data", self.folder, "--listen", f"127.0.0.1:{self.port}"],
                stdout=said, stderr=log, env=self.environment)
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            found = re.search(r"127\.0\.0\.1:(\d+)", (self.folder / "said.txt").read_text())
            if found:
                self.port = int(found.group(1))
                return self
            if self.process.poll() is not None:
                break
            time.sleep(0.02)
        raise AssertionError("the back office did not start: " + (self.folder / "log.txt").read_text())

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(10)

    def publish(self, *arguments):
        """The number of the release that `catalogue publish` made."""
        done = subprocess.run([BIN / "onewindow-backoffice", "catalogue", "publish", "--data", self.folder,
                               *map(str, arguments)], check=True, capture_output=True, text=True,
                              env=self.environment)
        return int(done.stdout)

    def publish_office(self, document):
        """The numbers of the office document and of the catalogue release that `office publish` made."""
        return tuple(map(int, self.say_publish_office(document).stdout.split()))

    def say_publish_office(self, document):
        file = self.folder / "new.office.json"
        file.write_text(json.dumps(document, ensure_ascii=False))
        return subprocess.run([BIN / "onewindow-backoffice", "office", "publish", "--data", self.folder, file],
                              check=True, capture_output=True, text=True)

    def office_document(self):
        done = subprocess.run([BIN / "onewindow-backoffice", "office", "show", "--data", self.folder], check=True,
                              capture_output=True, text=True)
        return json.loads(done.stdout)

    def publish_version(self, matter, version, change):
        """Another version of a sample guide, in force from today; `change(guide)` does what the department wants."""
        guide = json.loads((GUIDES / f"{matter}.guide.json").read_text())
        guide.update(version=version, effective={"from": time.strftime("%Y-%m-%d")}, examples=[])
        change(guide)
        file = self.folder / f"{matter}-{version}.guide.json"
        file.write_text(json.dumps(guide, ensure_ascii=False))
        return self.publish(file)

    @property
    def url(self):
        return f"https://127.0.0.1:{self.port}"

    def password(self, user):
        return json.loads((self.folder / "demo-users.json").read_text())[user]


class Workstation:
    def __init__(self, hall, name):
        self.hall = hall
        self.folder = hall.folder / name

    def start(self, *arguments):
        """The running program, its standard error piped: for tests that kill it."""
        return subprocess.Popen([BIN / "onewindow-cli", "--data", self.folder, "--json", *map(str, arguments)],
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=self.hall.environment)

    def ask(self, *arguments, expect=0):
        process = subprocess.run([BIN / "onewindow-cli", "--data", self.folder, "--json", *map(str, arguments)],
                                 capture_output=True, text=True, env=self.hall.environment, timeout=60)
        answer = Answer(process)
        if expect is not None and answer.code != expect:
            raise Refused(f"exit {answer.code}, not {expect}: {arguments}\n{answer.text}\n{answer.messages}")
        return answer

    def login(self, user, expect=0):
        secret = self.hall.folder / f"password-{user}"
        secret.write_text(self.hall.office.password(user))
        return self.ask("--server", self.hall.office.url, "--ca", self.hall.office.folder / "ca.pem", "login", user,
                        "--password-file", secret, expect=expect)

    def age_catalogue(self, days):
        """As if the back office had confirmed the guides so many days ago: programs have no clock to be set."""
        database = sqlite3.connect(self.folder / "onewindow.db")
        database.execute("UPDATE releases SET confirmed = confirmed - ?", (days * 86_400_000,))
        database.commit()
        database.close()

    def new_case(self):
        """A case with its situation and form, without papers."""
        case = self.ask("case", "new", "hk-qy").json["case"]
        self.ask("case", "answer", case, *SITUATION)
        self.ask("case", "fill", case, *(f"{name}={value}" for name, value in APPLICANT.items()))
        return case

    def attach_all(self, case):
        for material, pattern in MATERIALS.items():
            self.ask("case", "attach", case, material, *sorted((self.hall.papers / "case").glob(pattern)))

    def put_off(self, case, material):
        """Puts a material off for as long as the matter's promise lasts, with the commitment printed and signed."""
        today = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))).date()
        due = self.ask("deadline", "--from", today, "--n", 1, "--unit", "workday").json["due"]
        self.ask("case", "defer", case, material, "--due", due)
        self.ask("case", "notice", case, "deferral-commitment", "--out", self.hall.folder / "commitment.pdf")
        self.ask("case", "attach", case, "deferral-commitment", sorted((self.hall.papers / "case").glob("*consent*"))[0])
        return due

    def sealed_case(self):
        case = self.new_case()
        self.attach_all(case)
        return case, self.ask("case", "seal", case).json["manifest"]


    def sent_bundle(self, utilities="water,power,gas,tv"):
        """A complete case of the bundle sdqg-gh at the back office, with a part for each utility."""
        case = self.ask("case", "new", "sdqg-gh").json["case"]
        self.ask("case", "answer", case, f"utilities={utilities}", "basis=notice", "arrears=yes", "autopay=no",
                 "old_owner=no")
        self.ask("case", "fill", case, *(f"{name}={value}" for name, value in BUNDLE.items()))
        for material in ("m-id", "m-tzs", "m-hh"):
            self.ask("case", "exempt", case, material, "--by", "e-licence", "--reference", "R-1")
        self.ask("case", "seal", case)
        self.ask("outbox", "send", "--wait")
        return case


class Hall:
    """`with Hall() as hall:` — started, the clerk logged in with guides, papers drawn."""
    _papers = None

    def __init__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="hall-")
        self.folder = pathlib.Path(self._folder.name)
        self.office = BackOffice(self.folder / "office")
        self.environment = dict(os.environ, DBUS_SESSION_BUS_ADDRESS="", XDG_RUNTIME_DIR="", ONEWINDOW_LANG="en")
        self.clerk = Workstation(self, "clerk")

    def __enter__(self):
        try:
            self.office.init().start()
            self.clerk.login("clerk")
            self.clerk.ask("guide", "update")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        self.office.stop()
        with contextlib.suppress(OSError):
            self._folder.cleanup()

    @staticmethod
    def text_of(pdf):
        """What a paper says, as a reader copies it: without line breaks, blanks and the isolates around values."""
        text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout
        return re.sub(r"[\s\u2066-\u2069]", "", text)

    @property
    def papers(self):
        """The drawn papers: drawn once for all halls of this process."""
        if Hall._papers is None:
            Hall._papers = tempfile.TemporaryDirectory(prefix="papers-")
            subprocess.run([BIN / "onewindow-draw-papers", Hall._papers.name], check=True, stdout=subprocess.DEVNULL)
        return pathlib.Path(Hall._papers.name)

    def workstation(self, user):
        station = Workstation(self, f"station-{user}")
        station.login(user)
        return station

    def feed(self, files, **settings):
        """Puts papers into the simulated feeder; settings as in papers.conf, `_` for `-`."""
        sane = self.folder / "sane"
        stack = self.folder / "feeder"
        shutil.rmtree(stack, ignore_errors=True)
        stack.mkdir()
        sane.mkdir(exist_ok=True)
        for number, file in enumerate(files):
            os.symlink(file, stack / f"{number:03d}-{pathlib.Path(file).name}")
        (sane / "dll.conf").write_text("papers\n")
        (sane / "papers.conf").write_text(f"folder {stack}\n" + "".join(
            f"{name.replace('_', '-')} {value}\n" for name, value in settings.items()))
        libraries = str(BUILD / "lib" / "sane")
        self.environment["SANE_CONFIG_DIR"] = str(sane)
        self.environment["LD_LIBRARY_PATH"] = libraries

    def snapshot(self, name):
        """Copies the whole hall's state; the back office must not run."""
        target = self.folder / name
        shutil.copytree(self.office.folder, target / "office")
        shutil.copytree(self.clerk.folder, target / "clerk")
        return target

    def restore(self, snapshot):
        for folder, copy in ((self.office.folder, "office"), (self.clerk.folder, "clerk")):
            shutil.rmtree(folder)
            shutil.copytree(snapshot / copy, folder)
