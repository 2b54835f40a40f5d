"""Checking and exporting the log in a worker, and saying the outcome in one sentence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from webcare_desk.actions import ExportForm
from webcare_desk.errors import UsageError
from webcare_desk.store.base import LogFilter
from webcare_desk.ui.workplace import Workplace

translate = QCoreApplication.translate
#: What a file's ending makes of the export.
FORMS: Mapping[str, ExportForm] = {
    ".csv": ExportForm.CSV,
    ".jsonl": ExportForm.JSON_LINES,
    ".html": ExportForm.HTML,
    ".pdf": ExportForm.PDF,
}
PACKAGE = ".zip"


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether a check was passed, in words; None where it was stopped and nothing is known."""

    is_good: bool | None
    words: str


def verify(folder: Path, watch: Callable[[int], bool] | None = None) -> Outcome:
    """Recompute the log of a desk, and hold its signed head and each text and row against it."""
    from webcare_desk.inspection import verify_log

    verdict = verify_log(folder, watch=watch)
    if verdict.holds:
        words = translate(
            "Audit",
            "The log holds: {size} entries, all signed, and each of the desk's {rows} rows is what "
            "it says. Head {root}",
        )
        rows = 0 if verdict.state is None else verdict.state.rows
        words = words.format(size=verdict.size, rows=rows, root=verdict.root)
        return Outcome(is_good=True, words=words)
    if verdict.was_stopped:
        words = translate("Audit", "The check was stopped: whether the log holds is not known.")
        return Outcome(is_good=None, words=words)
    if verdict.log_holds:
        words = translate("Audit", "The log holds, but the desk is not what it says: {flaw}.")
    else:
        words = translate("Audit", "The log does not hold: {flaw}.")
    return Outcome(is_good=False, words=words.format(flaw=verdict.flaw))


def replay(folder: Path) -> Outcome:
    """Rebuild the state of a desk from its log and compare it row for row."""
    from webcare_desk.inspection import replay_log

    done = replay_log(folder)
    if done.is_equal:
        words = translate("Audit", "Replayed {entries} entries: all {rows} rows are equal.")
        return Outcome(is_good=True, words=words.format(entries=done.entries, rows=done.rows))
    words = translate("Audit", "Replayed {entries} entries: {count} rows differ, first {first}.")
    return Outcome(
        is_good=False,
        words=words.format(entries=done.entries, count=done.wrong, first=done.differences[0]),
    )


def export(work: Workplace, chosen: LogFilter, target: Path) -> Outcome:
    """Write the entries that fit a filter as the name of `target` says; the log records it.

    Raises UsageError for another ending, and where a package would be more than was chosen.
    """
    from webcare_desk.disclosure import Order, export_log, export_package  # loads reportlab

    app, ending = work.app, target.suffix.lower()
    order = Order(app.desk, work.actor, app.verifier, target)
    if ending == PACKAGE:
        _require_package(chosen)
        done = export_package(order, chosen.subject, app.folder)
    elif ending in FORMS:
        done = export_log(order, FORMS[ending], chosen)
    else:
        msg = translate("Audit", "The ending of the name says what is written: {endings}.")
        raise UsageError(msg.format(endings=", ".join([*FORMS, PACKAGE])))
    if done.flaw is not None:
        words = translate("Audit", "{file} is written, and its own verify.py says: {flaw}")
        return Outcome(is_good=False, words=words.format(file=target.name, flaw=done.flaw))
    words = translate("Audit", "{count} entries are in {file}.")
    return Outcome(is_good=True, words=words.format(count=done.shown, file=target.name))


def _require_package(chosen: LogFilter) -> None:
    """Refuse what no package can be: it is of the whole desk, or of one comment."""
    if chosen != LogFilter(subject=chosen.subject):
        msg = translate(
            "Audit",
            "An inspection package is of the whole desk or of one comment: choose no other filter "
            "than the comment, or write a file of another kind.",
        )
        raise UsageError(msg)
