"""23: the audit window over a log of 1,000,000 entries: opening, and each filter's first page.

The entries lie one minute apart, by 40 people, about 100,000 comments. Each
filter stands beside the limit that a person still calls at once, first with
nothing of the file in the system's page cache, then again; the window's first
page also beside the same page of a log of 10,000 entries.
"""

import os
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from benchmarks.desks import RESULTS, filled_desk, opened
from benchmarks.generator import SEED
from benchmarks.person import ORIGIN
from benchmarks.result import Row, interleaved, percentile, timed
from benchmarks.window import application
from webcare_desk.app import App, open_app
from webcare_desk.domain.audit import canonical
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.store.base import LogFilter
from webcare_desk.store.sqlite.opening import DATABASE
from webcare_desk.store.sqlite.store import SqliteStore
from webcare_desk.ui.audit.window import AuditWindow
from webcare_desk.ui.feed import Feed
from webcare_desk.ui.tasks import Tasks
from webcare_desk.ui.workplace import Workplace
from webcare_desk.vault.secret import MemorySecrets, Secret

_COUNT = 1_000_000
_COMMENTS = 100_000
_PAGE = 128
_ROUNDS = 7
_MINUTE = 60_000_000
_BEGAN = 1_700_000_000_000_000
_LIMIT = 200.0
_DAY = 24 * 60 * _MINUTE
_PEOPLE = tuple(f"person-{number:02d}" for number in range(40))
_ACTIONS = ("open", "claim", "classify", "note", "close", "queue-reply", "escalate", "hand-over")
_SHARES = (400, 150, 100, 80, 150, 100, 19, 1)


def run() -> list[Row]:
    """Return a row for opening, and two for each filter: its first call, the slowest of the rest."""
    mine, theirs = _windows(_log(_COUNT), _log(10_000))
    large, small = opened(_log(_COUNT)), opened(_log(10_000))
    rows = [
        Row(
            23, "audit window opens", "ms", mine, "10,000 entries", theirs,
            mine, 1000.0, 200.0, at_most=True,
        ),
    ]  # fmt: skip
    for name, chosen in _filters():
        _forget(_log(_COUNT) / DATABASE)
        first = timed(_page(large, chosen)) * 1000
        slowest = percentile([timed(_page(large, chosen)) * 1000 for _ in range(_ROUNDS)], 1.0)
        rows.append(_row(f"filter {name}, nothing cached", first, _LIMIT))
        rows.append(_row(f"filter {name}", slowest, 50.0))
    large.close()
    small.close()
    return rows


def _row(name: str, taken: float, goal: float) -> Row:
    return Row(23, name, "ms", taken, "limit 200 ms", _LIMIT, taken, _LIMIT, goal, at_most=True)


def _forget(path: Path) -> None:
    """Ask the system to drop the file from its page cache; Linux does."""
    if not hasattr(os, "posix_fadvise"):
        return
    with path.open("rb") as file:
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _windows(large: Path, small: Path) -> tuple[float, float]:
    """Return the milliseconds, at worst, from opening the window to its first page."""
    qt = application()
    qt.setStyle("Fusion")
    apps = [_app(folder) for folder in (large, small)]
    works = [partial(_open, qt, app) for app in apps]
    ours, peer = interleaved(works, _ROUNDS)
    for app in apps:
        app.close()
    return max(ours) * 1000, max(peer) * 1000


def _app(folder: Path) -> App:
    secrets = MemorySecrets()
    key = (folder / "signing-key").read_text(encoding="ascii")
    secrets.put(f"log-key:{ORIGIN}", Secret(key))
    return open_app(folder, secrets)


def _open(qt: QApplication, app: App) -> None:
    """Open the window as a supervisor does, and wait for its rows."""
    actor = Actor("nobody", Role.SUPERVISOR, "none")
    tasks = Tasks(app.desk, actor)
    feed = Feed(app.desk, tasks)
    window = AuditWindow(Workplace(app, actor, tasks, feed, "en"))
    window.show()
    while not window.model.rowCount():
        qt.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    feed.stop()
    tasks.close()
    window.close()


def _page(store: SqliteStore, chosen: LogFilter) -> Callable[[], object]:
    return lambda: store.entries(chosen, None, _PAGE)


def _filters() -> Iterator[tuple[str, LogFilter]]:
    """Yield what people filter by, also what hardly any entry or what half of them fit."""
    end = _BEGAN + _COUNT * _MINUTE
    yield "person", LogFilter(actor=_PEOPLE[7])
    yield "rare person", LogFilter(actor="rare")
    yield "action", LogFilter(action="note")
    yield "rare action", LogFilter(action="hand-over")
    yield "person and rare action", LogFilter(actor=_PEOPLE[7], action="hand-over")
    yield "rare person and action", LogFilter(actor="rare", action="close")
    yield "case", LogFilter(subject=4711)
    yield "last day", LogFilter(since=end - _DAY)
    yield "a day long ago", LogFilter(since=_BEGAN + 30 * _DAY, until=_BEGAN + 31 * _DAY)
    yield (
        "an old month of a person",
        LogFilter(actor=_PEOPLE[3], since=_BEGAN + 30 * _DAY, until=_BEGAN + 60 * _DAY),
    )
    yield "nobody", LogFilter(actor="nobody-at-all")
    for name, word in _words():
        yield f"text in {name}", LogFilter(words=word)
        yield f"text in {name}, rare person", LogFilter(words=word, actor="rare")
    yield "words of actions", LogFilter(words="note", words_actions=frozenset({"note"}))


def _words() -> Iterator[tuple[str, str]]:
    """Yield a word that most, some and few comments hold, by counting them."""
    folder = RESULTS / f"audit-{_COUNT}"
    with sqlite3.connect(folder / DATABASE) as db:
        db.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, text_fts, row)")
        total = db.execute("SELECT count(*) FROM text").fetchone()[0]
        for share in (0.5, 0.15, 0.05, 0.01, 0.0001):
            row = db.execute(
                "SELECT term, doc FROM temp.words ORDER BY abs(doc - ?) LIMIT 1",
                (int(share * total),),
            ).fetchone()
            yield f"{row[1]} comments", row[0]
    db.close()


def _log(count: int) -> Path:
    """Return a desk whose log has `count` entries; made when it is missing.

    They are written past the door, because only the reading is measured.
    """
    folder = RESULTS / f"audit-{count}"
    if (folder / "whole").exists():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(filled_desk(min(_COMMENTS, count)), folder)
    db = sqlite3.connect(folder / DATABASE, isolation_level=None)
    db.execute("PRAGMA synchronous = off")
    db.execute("BEGIN")
    for name in ("entry_needs_door", "entry_closes", "entry_delete_refused"):
        db.execute(f"DROP TRIGGER {name}")
    db.execute("DELETE FROM entry")
    db.execute("DELETE FROM entry_found")
    db.executemany("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?)", _entries(count))
    db.execute("COMMIT")
    db.close()
    (folder / "whole").touch()
    return folder


def _entries(count: int) -> Iterator[tuple[object, ...]]:
    draw = random.Random(SEED)
    for seq in range(count):
        action = draw.choices(_ACTIONS, _SHARES)[0]
        actor = "rare" if draw.random() < 1e-5 else draw.choice(_PEOPLE)  # noqa: PLR2004 - ten in a million
        at, subject = _BEGAN + seq * _MINUTE, 1 + draw.randrange(min(_COMMENTS, count))
        leaf = canonical(
            {
                "v": 1,
                "seq": seq,
                "at": at,
                "actor": actor,
                "role": "moderator",
                "session": "s",
                "action": action,
                "subject": subject,
                "detail": {},
                "changes": [["work", subject, {"version": [1, 2], "status": ["new", "open"]}]],
                "prev": "0" * 64,
            }
        )
        yield seq, leaf, at, actor, action, subject
