"""50 pages of the SANE test device (200 x 200 mm, 300 dpi) through the worker, encrypted and synced, beside scanimage writing
JPEG. Runs in pairs and prints the medians; fails only when it cannot measure."""
import os
import pathlib
import re
import statistics
import subprocess
import tempfile
import time

BIN = pathlib.Path(os.environ["OW_BIN_DIR"])
PAGES, PAIRS = 50, 3


def ours(mode, environment):
    said = subprocess.run([BIN / "scan-speed", BIN / "onewindow-scan-worker", "sane:test:0", str(PAGES), mode, "300"],
                          env=environment, check=True, capture_output=True, text=True).stdout
    return float(re.search(r"([\d.]+) s", said).group(1)), float(re.search(r"peak ([\d.]+)", said).group(1))


def scanimage(mode, environment):
    with tempfile.TemporaryDirectory() as folder:
        began = time.monotonic()
        subprocess.run(["scanimage", "-d", "test:0", "--mode", mode, "--resolution", "300", "-x", "210", "-y", "297",
                        f"--batch={folder}/%03d.jpg", "--batch-count", str(PAGES), "--format=jpeg"],
                       env=environment, check=False, capture_output=True)
        took = time.monotonic() - began
        assert len(list(pathlib.Path(folder).glob("*.jpg"))) == PAGES, "scanimage made fewer pages"
        return took


def main():
    with tempfile.TemporaryDirectory() as sane:
        pathlib.Path(sane, "dll.conf").write_text("test\n")
        environment = {**os.environ, "SANE_CONFIG_DIR": sane}
        for name, mode, theirs in (("grey", "gray", "Gray"), ("colour", "color", "Color")):
            pairs = [(ours(mode, environment), scanimage(theirs, environment)) for _ in range(PAIRS)]
            mine = statistics.median(pair[0][0] for pair in pairs)
            peer = statistics.median(pair[1] for pair in pairs)
            print(f"{PAGES} pages in {name:<7} {mine:5.2f} s beside scanimage {peer:5.2f} s: {mine / peer:.2f} x   "
                  f"worker peak {max(pair[0][1] for pair in pairs):.0f} MB   (figure: <= 1.10 x)", flush=True)


main()
