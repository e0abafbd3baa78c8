"""The keyboard of the test's screen, as the X server knows it: keys go to whoever has the focus, like a person's.

Every character that has no key of its own gets one before it is used, and keeps it as long as there are others: a program that
is late in reading its keys still reads the right ones. A test waits for a text before it types the next.
"""
import ctypes
import time

KEYS = {"Return": 0xFF0D, "Tab": 0xFF09, "Escape": 0xFF1B, "Insert": 0xFF63, "Home": 0xFF50, "End": 0xFF57, "Left": 0xFF51,
        "Up": 0xFF52, "Right": 0xFF53, "Down": 0xFF54, "Page_Down": 0xFF56, "Delete": 0xFFFF, "BackSpace": 0xFF08,
        "Alt": 0xFFE9, "Control": 0xFFE3, "Ctrl": 0xFFE3, "Shift": 0xFFE1, "space": 0x20,
        **{f"F{n}": 0xFFBD + n for n in range(1, 13)}}
FIRST, LAST = 8, 255


def symbol_of(character):
    """The keysym of a character: Latin-1 as it is, all others by their code point."""
    point = ord(character)
    return point if point < 0x100 else 0x01000000 + point


class Keyboard:
    def __init__(self):
        self.x = ctypes.CDLL("libX11.so.6")
        self.test = ctypes.CDLL("libXtst.so.6")
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XGetKeyboardMapping.restype = ctypes.POINTER(ctypes.c_ulong)
        self.x.XInternAtom.restype = ctypes.c_ulong
        self.x.XDefaultRootWindow.restype = ctypes.c_ulong
        # A window may go while it is asked about; the default is to end the program.
        self.ignore = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda *_: 0)
        self.x.XSetErrorHandler(self.ignore)
        self.display = ctypes.c_void_p(self.x.XOpenDisplay(None))
        assert self.display.value, "there is no screen"
        width = ctypes.c_int()
        mapping = self.x.XGetKeyboardMapping(self.display, ctypes.c_ubyte(FIRST), LAST - FIRST + 1, ctypes.byref(width))
        self.codes, self.spare, self.lent = {}, [], []
        for code in range(FIRST, LAST + 1):
            symbols = mapping[(code - FIRST) * width.value:(code - FIRST + 1) * width.value]
            if not any(symbols):
                self.spare.append(code)
            elif symbols[0]:
                self.codes.setdefault(symbols[0], code)

    def window_in_front(self):
        """The process whose window gets the keys now; None: no window does."""
        window = self._property(self.x.XDefaultRootWindow(self.display), b"_NET_ACTIVE_WINDOW")
        return self._property(window, b"_NET_WM_PID") if window else None

    def _property(self, window, name):
        """The first number of a window's property; None: it has none, or the window is gone."""
        kind, form = ctypes.c_ulong(), ctypes.c_int()
        count, left = ctypes.c_ulong(), ctypes.c_ulong()
        content = ctypes.POINTER(ctypes.c_ulong)()
        failed = self.x.XGetWindowProperty(
            self.display, ctypes.c_ulong(window), ctypes.c_ulong(self.x.XInternAtom(self.display, name, 0)), ctypes.c_long(0),
            ctypes.c_long(1), 0, ctypes.c_ulong(0), ctypes.byref(kind), ctypes.byref(form), ctypes.byref(count),
            ctypes.byref(left), ctypes.byref(content))
        if failed or not count.value:
            return None
        number = content[0]
        self.x.XFree(content)
        return number

    def prepare(self, text):
        for character in text:
            self._code(symbol_of(character))

    def type(self, text):
        self.prepare(text)
        for character in text:
            self._stroke([], self._code(symbol_of(character)))

    def press(self, chord, times=1, held=0):
        """"F6", "Alt+4", "Ctrl+Z", "a": all but the last are kept down for so many seconds."""
        *below, last = chord.split("+") if chord != "+" else [chord]
        code = self._code(KEYS.get(last) or symbol_of(last.lower()))
        for _ in range(times):
            self._stroke([self._code(KEYS[each]) for each in below], code, held)

    def _code(self, symbol):
        if symbol in self.lent:
            self.lent.remove(symbol)
            self.lent.append(symbol)
        elif symbol not in self.codes:
            code = self.spare.pop(0) if self.spare else self.codes.pop(self.lent.pop(0))
            self.lent.append(symbol)
            symbols = (ctypes.c_ulong * 2)(symbol, symbol)  # one alone would be taken for a letter small and large
            self.x.XChangeKeyboardMapping(self.display, code, 2, symbols, 1)
            self.x.XSync(self.display, 0)
            self.codes[symbol] = code
        return self.codes[symbol]

    def _stroke(self, below, code, held=0):
        for each in below:
            self.test.XTestFakeKeyEvent(self.display, each, 1, ctypes.c_ulong(0))
        self.test.XTestFakeKeyEvent(self.display, code, 1, ctypes.c_ulong(0))
        self.test.XTestFakeKeyEvent(self.display, code, 0, ctypes.c_ulong(0))
        if held:
            self.x.XSync(self.display, 0)
            time.sleep(held)
        for each in reversed(below):
            self.test.XTestFakeKeyEvent(self.display, each, 0, ctypes.c_ulong(0))
        self.x.XSync(self.display, 0)
