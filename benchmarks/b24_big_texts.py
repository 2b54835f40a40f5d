"""24: the longest time the window stands still while a comment of a megabyte is opened.

Each of twelve shapes that a text widget finds hard is read in, picked, and
quoted into the composer; a timer of one millisecond shows the gaps. The first
open of an ordinary comment is not counted: it builds the panes.
"""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.desks import add_person, new_desk
from benchmarks.generator import START
from benchmarks.result import Row
from benchmarks.window import open_window
from webcare_desk.actions import Ingest
from webcare_desk.domain.audit import Name
from webcare_desk.domain.comment import RemoteComment
from webcare_desk.domain.moderator import system_actor
from webcare_desk.domain.triage import Arrival
from webcare_desk.paths import protocols_dir, resources_dir
from webcare_desk.protocol.library import load_pack
from webcare_desk.screening import load_lexicon
from webcare_desk.triage import prepare_triage
from webcare_desk.ui.main_window import MainWindow

_SIZE = 1_000_000
_LIMIT = 0.300
_LOOKS = 400

#: Pieces that are repeated up to a megabyte.
SHAPES = {
    "one letter": "a",
    "words": "hoofdpijn en koorts ",
    "Hebrew": "א",
    "Arabic words": "صداع شديد ",
    "right to left": "\u202eabc",
    "isolates": "\u2066a\u2069",
    "marks": "e\u0301\u0302\u0303\u0304\u0305",
    "pictograms": "👩‍👩‍👧‍👦",
    "zero width": "\u200b\u200d",
    "Chinese": "头痛",
    "line ends": "a\n",
    "tabs": "\ta",
}


def run() -> list[Row]:
    """Return one row: the worst shape beside the limit."""
    with tempfile.TemporaryDirectory() as place:
        gaps = dict(_gaps(Path(place) / "desk"))
    worst = max(gaps, key=gaps.__getitem__)
    took = gaps[worst]
    return [
        Row(
            number=24,
            name=f"big_texts ({worst})",
            unit="ms",
            ours=took * 1000,
            peer_name="limit 300 ms",
            peer=_LIMIT * 1000,
            ratio=took / _LIMIT,
            floor=1.0,
            goal=0.5,
            at_most=True,
        )
    ]


def _gaps(folder: Path) -> Iterator[tuple[str, float]]:
    _fill(folder)
    qt, app, window = open_window(folder)
    _pick(qt, window, 1)
    for comment, shape in enumerate(SHAPES, start=2):
        yield shape, _longest_gap(qt, partial(_pick, qt, window, comment))
    app.close()


def _fill(folder: Path) -> None:
    protocol = load_pack(protocols_dir(), "varen").protocol
    if protocol is None:
        msg = "the shipped protocol has problems"
        raise LookupError(msg)
    triage = prepare_triage(protocol, load_lexicon(resources_dir() / "lexicons"))
    desk = new_desk(folder)
    texts = ["Goedemorgen allemaal", *(piece * (_SIZE // len(piece)) for piece in SHAPES.values())]
    arrivals = [Arrival(comment, triage(comment)) for comment in map(_comment, range(13), texts)]
    desk.perform(Ingest(Name("benchmark"), tuple(arrivals)), system_actor())
    add_person(desk)
    desk.store.close()


def _comment(number: int, text: str) -> RemoteComment:
    return RemoteComment(
        remote_id=f"c{number}",
        thread=f"t{number}",
        parent=None,
        author_id=f"a{number}",
        author_name=text[:200],
        text=text,
        posted_at=START + number,
        link="https://community.example.invalid/",
        thread_title=text[:200],
    )


def _pick(qt: QApplication, window: MainWindow, comment: int) -> None:
    """Open a comment, reply to it, and go on until nothing moves any more."""
    window.acts.open_comment(comment)
    while window.comment.sheet is None or window.comment.sheet.comment != comment:
        qt.processEvents()
    window.actions_by_id["reply"].trigger()
    for _ in range(_LOOKS):
        qt.processEvents()
    window.repaint()


def _longest_gap(qt: QApplication, work: Callable[[], None]) -> float:
    """Return the longest time between two ticks of the window's loop meanwhile, in seconds."""
    ticks = [time.perf_counter()]
    timer = QTimer(qt, interval=1)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start()
    work()
    ticks.append(time.perf_counter())
    timer.stop()
    return max(later - sooner for sooner, later in pairwise(ticks))
