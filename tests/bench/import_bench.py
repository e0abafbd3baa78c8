"""How long a province's catalogue takes to come in, beside SQLite alone taking the same bytes, and how much memory it needs.
usage: import_bench.py FOLDER, made by make-province with --file-guides; afterwards FOLDER/data holds the catalogue"""
import hashlib
import os
import pathlib
import resource
import sqlite3
import subprocess
import sys
import time

BLOCK = 512
GUIDES_AT_ONCE = 256


def guides(file):
    """Name and bytes of what a plain tar holds."""
    with open(file, "rb") as tar:
        while True:
            header = tar.read(BLOCK)
            if len(header) < BLOCK or not header.strip(b"\0"):
                return
            size = int(header[124:135], 8)
            content = tar.read((size + BLOCK - 1) // BLOCK * BLOCK)[:size]
            yield header[:100].rstrip(b"\0").decode(), content


def by_sqlite_alone(file, database):
    began = time.monotonic()
    store = sqlite3.connect(database, isolation_level=None)
    store.execute("PRAGMA journal_mode = WAL")
    store.execute("PRAGMA synchronous = FULL")
    store.execute("CREATE TABLE guides (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL)")
    store.execute("BEGIN")
    for number, (_, content) in enumerate(guides(file)):
        store.execute("INSERT INTO guides VALUES (?, ?)", (hashlib.sha256(content).hexdigest(), content))
        if number % GUIDES_AT_ONCE == 0:
            store.execute("COMMIT")
            store.execute("BEGIN")
    store.execute("COMMIT")
    store.close()
    return time.monotonic() - began


def main():
    folder = pathlib.Path(sys.argv[1])
    file = folder / "province.owc"
    peer = folder / "peer.db"
    plain = by_sqlite_alone(file, peer)
    for leftover in folder.glob("peer.db*"):
        leftover.unlink()
    began = time.monotonic()
    subprocess.run([pathlib.Path(os.environ["OW_BIN_DIR"]) / "onewindow-cli", "--data", folder / "data", "--language", "en",
                    "guide", "import", file], check=True)
    took = time.monotonic() - began
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"import of {file.stat().st_size / 1e6:.0f} MB of guides {took:.1f} s ({used.ru_utime + used.ru_stime:.1f} s computing)   "
          f"figure: < 60 s for 100,000   SQLite alone {plain:.1f} s   peak memory {used.ru_maxrss / 1024:.0f} MB", flush=True)


main()
