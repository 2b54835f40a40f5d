"""Checking and exporting the log in a worker, and saying the outcome in one sentence."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from webcare_desk.errors import ReadOnlyError
from webcare_desk.store.base import LogFilter, Reads

translate = QCoreApplication.translate
_PAGE = 500


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether a check was passed, in words."""

    is_good: bool
    words: str


def verify(folder: Path) -> Outcome:
    """Recompute the log of a desk and hold it against its signed head."""
    from webcare_desk.inspection import verify_log  # noqa: PLC0415 - imported when first needed

    verdict = verify_log(folder)
    if verdict.holds:
        words = translate("Audit", "The log holds: {size} entries, all signed. Head {root}")
        return Outcome(is_good=True, words=words.format(size=verdict.size, root=verdict.root))
    words = translate("Audit", "The log does not hold: {flaw}.")
    return Outcome(is_good=False, words=words.format(flaw=verdict.flaw))


def replay(folder: Path) -> Outcome:
    """Rebuild the state of a desk from its log and compare it row for row."""
    from webcare_desk.inspection import replay_log  # noqa: PLC0415 - imported when first needed

    done = replay_log(folder)
    if done.is_equal:
        words = translate("Audit", "Replayed {entries} entries: all {rows} rows are equal.")
        return Outcome(is_good=True, words=words.format(entries=done.entries, rows=done.rows))
    words = translate("Audit", "Replayed {entries} entries: {count} rows differ, first {first}.")
    return Outcome(
        is_good=False,
        words=words.format(
            entries=done.entries, count=len(done.differences), first=done.differences[0]
        ),
    )


def export(read: Reads, chosen: LogFilter, target: Path) -> Outcome:
    """Write the entries that fit a filter to `target`, one JSON object a line, the newest first."""
    count, before = 0, None
    try:
        with target.open("wb") as lines:
            while page := read.entries(chosen, before, _PAGE):
                lines.writelines(entry.leaf + b"\n" for entry in page)
                count, before = count + len(page), page[-1].seq
    except OSError as error:
        msg = f"{target} cannot be written: {error.strerror}."
        raise ReadOnlyError(msg) from error
    words = translate("Audit", "{count} entries are in {file}.")
    return Outcome(is_good=True, words=words.format(count=count, file=target.name))
