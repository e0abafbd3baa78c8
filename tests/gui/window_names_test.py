"""Every place, sheet, menu and dialog of the window: each control has a name a screen reader can say. With OW_GUI_PICTURES each
is also kept as a picture."""
import sys

from window_case import *  # noqa: F403
from window_tour import Tour

LANGUAGE = sys.argv[1] if len(sys.argv) > 1 else "en"
lacking = []


def look(app, name):
    screenshot(f"{name}-{LANGUAGE}")
    found = unnamed(app)
    print(f"{'FAILED' if found else 'passed'}: {name}: {len(list(walk(app)))} things, {len(found)} without a name", flush=True)
    lacking.extend(f"{name}: {each}" for each in found)


def main():
    with hall.Hall() as place:
        Tour(place, LANGUAGE, look).all()
    print("\n".join(lacking))
    sys.exit(1 if lacking else 0)


main()
