"""Goes through every place, sheet, menu and dialog of the window in one language and shows each to `look(app, name)`: once to
find controls without a name, once to take pictures."""
from window_case import *  # noqa: F403
from words import translator

UNCLEAR = "住址不清，请重扫此页"
# Who hands in, one after the other; the last is the applicant of the draft too, so that one second case is told.
PEOPLE = [("示例甲", "1", "01", "1985-06-15", "330399198506150139"), ("示例·古丽", "2", "05", "1990-01-01", "330399199001010629"),
          ("示例丙", "1", "01", "1958-03-09", "330399195803090319"), ("示例乙", "2", "01", "1987-11-02", "330399198711020245")]


def windows(app):
    return sum(1 for i in range(app.childCount) if showing(app.getChildAtIndex(i)))


class Tour:
    def __init__(self, place, language, look):
        self.place = place
        self.language = language
        self.say = translator(language)
        self.show = look
        self.app = None
        self.people = iter(PEOPLE)

    # What is in the hall before anybody looks.

    def prepare(self):
        """A case that came back and one that was corrected, one under review, one at the back office, one draft."""
        self.reviewer = self.place.workstation("reviewer")
        self.correct(self.send_back(self.hand_in()))
        self.send_back(self.hand_in())
        examined = self.hand_in()
        for step in ("accept", "examine"):
            self.reviewer.ask("review", "act", examined, step)
        self.hand_in()
        self.place.clerk.ask("inbox", "pull")
        draft = self.place.clerk.new_case()
        self.place.clerk.ask("case", "answer", draft, "child=yes")
        for material in ("m-id", "m-hkb"):
            self.place.clerk.ask("case", "attach", draft, material, *self.papers(material))

    def papers(self, material):
        return sorted((self.place.papers / "case").glob(hall.MATERIALS[material]))

    def hand_in(self):
        clerk = self.place.clerk
        case = clerk.new_case()
        fields = zip(("name", "sex", "nation", "birth", "idno"), next(self.people))
        clerk.ask("case", "fill", case, *(f"{name}={value}" for name, value in fields))
        clerk.attach_all(case)
        clerk.ask("case", "seal", case)
        clerk.ask("outbox", "send", "--wait")
        return case

    def send_back(self, case):
        page = next(p for p in self.reviewer.ask("review", "show", case).json["pages"] if p["material"] == "m-hkb")["page"]
        self.reviewer.ask("review", "annotate", case, page, "--xywh", "20,38,60,8", "--point", "m-hkb/hkb-pages", "--text", UNCLEAR)
        self.reviewer.ask("review", "act", case, "request-correction", "--reason", "户口簿：住址不清", "--point", "m-hkb/hkb-pages")
        return case

    def correct(self, case):
        clerk = self.place.clerk
        clerk.ask("inbox", "pull")
        clerk.ask("case", "reopen", case)
        page = next(p for p in clerk.ask("case", "pages", case).json if p["material"] == "m-hkb")["page"]
        clerk.ask("case", "replace", case, page, sorted((self.place.papers / "trouble").glob("skewed*"))[0])
        clerk.ask("case", "seal", case)
        clerk.ask("outbox", "send", "--wait")

    # Steps of a person.

    def look(self, name):
        time.sleep(1)  # what is being drawn comes to rest
        self.show(self.app, name)

    def await_node(self, english, role=None):
        return await_node(self.app, self.say(english), role)

    def list(self, english):
        focus_list(self.app, self.say(english))

    def closes(self, name, before):
        self.look(name)
        press_key("Escape")
        wait_until(lambda: windows(self.app) == before, f"Escape does not close {name}")
        time.sleep(0.5)

    def opens(self, key, name):
        """A key opens a window or menu, which Escape closes."""
        before = windows(self.app)
        press_key(key)
        wait_until(lambda: windows(self.app) > before, f"{key} opens no {name}")
        self.closes(name, before)

    def presses(self, english, name):
        """The same with a button."""
        before = windows(self.app)
        push(self.await_node(english, pyatspi.ROLE_PUSH_BUTTON))
        wait_until(lambda: windows(self.app) > before, f"{english} opens no {name}")
        self.closes(name, before)

    def chooses(self, english, name):
        """The same with an item of the menu behind F10."""
        before = windows(self.app)
        press_key("F10")
        wait_until(lambda: find(self.app, self.say(english), pyatspi.ROLE_MENU_ITEM), f"{english} is not in the menu")
        choose_in_menu(self.app, self.say(english))
        time.sleep(0.5)
        wait_until(lambda: windows(self.app) > before, f"{english} opens no {name}")
        self.closes(name, before)

    def material(self, name):
        """Down the list of materials until its sheet is open."""
        self.list("Materials")
        press_key("Home")
        press_key("Return")
        for _ in range(14):
            time.sleep(0.4)
            if open_sheet(self.app).startswith(name):
                return
            press_key("Down")
        raise AssertionError(f"{name} cannot be reached: {open_sheet(self.app)}")

    def login(self, window, user):
        self.app = window.app
        window.login(user)
        time.sleep(1)

    # Who sees what.

    def clerk(self):
        with Window(self.place, "clerk", self.language) as window:
            self.app = window.app
            self.look("login")
            self.login(window, "clerk")
            self.look("intake-search")
            self.intake()
            self.places()
            press_key("Control+l")
            self.await_node("Locked")
            self.look("locked")

    def intake(self):
        self.list("Drafts to go on with")
        press_key("Down")
        press_key("Return")
        await_text(self.app, "14/14")
        self.look("intake-form")
        birth = wait_until(lambda: find_editable(self.app, "出生日期"), "no date of birth")
        focus(birth)
        self.opens("Alt+Down", "calendar")
        self.material(NAMES["m-hkb"])
        await_text(self.app, self.say("Page {number}").replace("{number}", "1"))
        self.look("intake")
        self.presses_fail_point()
        self.opens("F10", "intake-menu")
        self.chooses("Move the page to another material…", "move-page")
        self.opens("F4", "add-files")
        self.opens("F3", "receipt-slip")
        self.opens("F9", "one-time-notice")
        self.material(NAMES["m-jhz"])
        self.opens("F5", "exemption")
        self.material(NAMES["m-csz"])
        self.opens("F7", "deferral")
        self.chooses("Withdraw the draft…", "withdraw-draft")
        self.opens("F1", "keys")

    def presses_fail_point(self):
        point = next(p for m in GUIDE["materials"] if m["id"] == "m-hkb" for p in m["review_points"])["text"]
        choose(self.app, point, self.say("Fail"))
        before = windows(self.app)
        push(wait_until(lambda: find(self.app, self.say("Usual words: {point}").replace("{point}", point)), "no usual words"))
        wait_until(lambda: windows(self.app) > before, "no menu of usual words")
        self.closes("usual-words", before)
        choose(self.app, point, self.say("Pass"))

    def places(self):
        press_key("Alt+2")
        self.await_node("Find a case")
        self.look("cases")
        self.list("Cases")
        press_key("Home")
        self.opens("F9", "reprint")
        self.presses("Withdraw…", "withdraw")
        press_key("Alt+3")
        self.await_node("Send now")
        self.look("outbox")
        press_key("Alt+4")
        await_text(self.app, UNCLEAR)
        self.look("inbox")
        self.opens("F9", "inbox-notice")
        press_key("Alt+6")
        await_text(self.app, "Papers")
        self.list("Scanners")
        press_key("Home")
        press_key("Return")
        time.sleep(1)
        self.look("devices")
        self.place.feed(self.papers("m-id")[:1])
        self.test_scan()
        self.opens("F4", "import-guide")

    def test_scan(self):
        before = windows(self.app)
        press_key("F3")
        wait_until(lambda: windows(self.app) > before, "no test scan")
        await_text(self.app, "300 dpi")
        self.closes("test-scan", before)

    def reviews(self):
        with Window(self.place, "reviewer-window", self.language) as window:
            self.login(window, "reviewer")
            self.look("review-list")
            self.open_case("Submitted", revision=2)
            self.look("review-revision")
            self.open_case("Submitted", revision=1)
            self.look("review")
            press_key("F3")
            self.await_node("Release")
            self.opens("F10", "review-menu")
            self.presses("Usual words for the opinion", "usual-words-opinion")
            self.mark()
            self.opens("F7", "return-to-window")
            self.opens("F9", "correction-notice")
            self.chooses("Do not accept the case", "not-accept")
            self.reply()

    def open_case(self, state, revision):
        """Down the work list until such a case is open."""
        self.list("Work list")
        press_key("Home")
        for _ in range(8):
            time.sleep(1.2)
            said = texts(self.app)
            if self.say(state) in said and any(t.endswith(self.say("{number} · revision {revision}").replace(
                    "{number}", "").replace("{revision}", str(revision))) for t in said):
                return
            press_key("Down")
        raise AssertionError(f"no case {state}, revision {revision}: {[t for t in texts(self.app) if t]}")

    def mark(self):
        press_key("F2")
        press_key("Insert")
        press_key("Down", 3)
        self.opens("Return", "mark")
        press_key("F2")
        press_key("Insert")
        press_key("Return")
        type_text(self.app, self.say("What is wrong"), UNCLEAR)
        click(self.await_node("Set the mark", pyatspi.ROLE_PUSH_BUTTON))
        await_text(self.app, UNCLEAR)
        time.sleep(1)

    def reply(self):
        marks = focus_list(self.app, self.say("Marks on the page"))
        press_key("Home")
        marks.querySelection().selectChild(0)
        time.sleep(0.5)
        self.opens("F4", "reply")

    def approves(self):
        with Window(self.place, "approver-window", self.language) as window:
            self.login(window, "approver")
            self.open_case("Under review", revision=1)
            self.look("review-decision")
            self.chooses("Begin a special procedure", "suspend")
            self.opens("F8", "refuse")

    def all(self):
        self.prepare()
        self.place.feed([])
        self.clerk()
        self.reviews()
        self.approves()


def open_sheet(app):
    """The name of the sheet that is open in the middle of an open case."""
    for node in walk(app):
        if node.getRole() == pyatspi.ROLE_TOGGLE_BUTTON and node.getState().contains(pyatspi.STATE_CHECKED) \
                and any(node.name.startswith(name) for name in NAMES.values()) and "/" not in node.name:
            return node.name
    return ""
