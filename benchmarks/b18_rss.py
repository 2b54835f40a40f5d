"""18: memory of the window's process after scrolling through 1,000,000 comments' list.

The peer is a process with an empty QMainWindow. Linux only: it reads /proc.
"""

import subprocess
import sys

from benchmarks.b16_cold_start import measure
from benchmarks.desks import filled_desk
from benchmarks.result import Row

_EMPTY = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([]); window = QMainWindow(); window.show(); app.processEvents()
status = open("/proc/self/status").read()
print(int(status.partition("VmHWM:")[2].split()[0]) / 1024, flush=True)
os._exit(0)
"""


def run() -> list[Row]:
    """Return the row of this benchmark."""
    _, figures = measure(filled_desk(1_000_000), "scroll")
    ours = figures["rss_mb"]
    bare = subprocess.run([sys.executable, "-c", _EMPTY], capture_output=True, check=True)  # noqa: S603 - a fixed script
    empty = float(bare.stdout)
    return [
        Row(
            18,
            "rss_1M",
            "MB",
            ours,
            "empty QMainWindow",
            empty,
            ours / empty,
            3.8,
            1.9,
            at_most=True,
        )
    ]
