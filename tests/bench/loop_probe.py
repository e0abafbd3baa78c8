"""Asks a window's event loop a question every 10 ms and writes how long each answer took, in ms, one a line, until it is
ended. The answer is given by the loop itself, so a blocked window answers late. usage: loop_probe.py PID FILE"""
import sys
import time

import gi
gi.require_version("Atspi", "2.0")
import pyatspi  # noqa: E402

pid, out = int(sys.argv[1]), open(sys.argv[2], "w", buffering=1)
pyatspi.setTimeout(10000, 10000)
desktop = pyatspi.Registry.getDesktop(0)
app = next(a for a in (desktop.getChildAtIndex(i) for i in range(desktop.childCount)) if a and a.get_process_id() == pid)
window = app.getChildAtIndex(0)
while True:
    began = time.monotonic()
    window.getState()

    window.queryComponent().getExtents(0)
    took = time.monotonic() - began
    out.write(f"{took * 1000:.2f}\n")
    time.sleep(max(0.0, 0.01 - took))
