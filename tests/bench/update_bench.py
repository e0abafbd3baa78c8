"""How long a workstation takes to fetch a release of many guides over TLS on loopback, beside curl fetching the same guides over
one connection and keeping them nowhere.
usage: update_bench.py FOLDER, made by make-province with --published"""
import json
import os
import pathlib
import resource
import ssl
import subprocess
import sys
import tempfile
import time
import urllib.request

os.environ.setdefault("OW_BUILD", str(pathlib.Path(os.environ["OW_BIN_DIR"]).parent))
sys.path.insert(0, os.path.join(os.environ["OW_SOURCE_DIR"], "tests", "flow"))

import hall  # noqa: E402


def timed(command, **options):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.monotonic()
    done = subprocess.run(command, check=True, capture_output=True, text=True, **options)
    took = time.monotonic() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return took, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, after.ru_maxrss / 1024, done


def token(place):
    trust = ssl.create_default_context(cafile=place.office.folder / "ca.pem")
    asked = urllib.request.Request(
        place.office.url + "/v1/sessions", headers={"Content-Type": "application/json"},
        data=json.dumps({"user": "clerk", "password": place.office.password("clerk")}).encode())
    with urllib.request.urlopen(asked, context=trust) as answer:
        return json.load(answer)["token"]


def by_curl(place, digests):
    """Beside it because it checks nothing, unpacks what comes and keeps none of it."""
    with tempfile.NamedTemporaryFile("w", suffix=".curl") as config:
        config.write(f'silent\ncompressed\nfail\ncacert = "{place.office.folder / "ca.pem"}"\n'
                     f'header = "Authorization: Bearer {token(place)}"\n')
        for digest in digests:
            config.write(f'url = "{place.office.url}/v1/guides/{digest}"\noutput = "/dev/null"\n')
        config.flush()
        return timed(["curl", "--config", config.name])[0]


def main():
    published = pathlib.Path(sys.argv[1]) / "published"
    with hall.Hall() as place:
        took, _, memory, _ = timed([hall.BIN / "onewindow-backoffice", "catalogue", "publish", "--data", place.office.folder,
                                    published])
        count = sum(1 for _ in published.iterdir())
        print(f"publishing {count} guides {took:.1f} s, each linted   memory at most {memory:.0f} MB", flush=True)
        clerk = place.clerk
        took, computed, _, done = timed([hall.BIN / "onewindow-cli", "--data", clerk.folder, "--json", "guide", "update"],
                                        env=place.environment)
        fetched = json.loads(done.stdout)["fetched"]
        digests = [row["sha256"] for row in clerk.ask("guide", "list").json]
        plain = by_curl(place, digests)
        print(f"guide update of {fetched} guides {took:.1f} s ({computed:.1f} s computing here)   curl alone {plain:.1f} s   "
              f"{took / plain:.2f} x", flush=True)


main()
