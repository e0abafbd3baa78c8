"""Takes the pictures of every window, menu and dialog, with a real hall behind them. usage: pictures.py FOLDER zh_CN|en
The colours are those of the desktop it runs on."""
import os
import subprocess
import sys

OUT, LANGUAGE = os.path.abspath(sys.argv[1]), sys.argv[2]

from window_case import *  # noqa: E402,F403
from window_tour import Tour  # noqa: E402

LARGEST = 200_000  # bytes; a page that was scanned has too many colours for less


def picture(_app, name):
    os.makedirs(OUT, exist_ok=True)
    file = os.path.join(OUT, name + ".png")
    take = ["import", "-window", "root", "-strip", "+dither", "-depth", "8", "-define", "png:compression-level=9"]
    subprocess.run([*take, file], check=True, timeout=30)
    if os.path.getsize(file) > LARGEST:
        subprocess.run(["convert", file, "+dither", "-colors", "255", "-strip", "png8:" + file], check=True, timeout=60)


def main():
    os.chdir(os.environ["HOME"])  # what a dialog for files shows
    with hall.Hall() as place:
        Tour(place, LANGUAGE, picture).all()


main()
