"""The log in a form of somebody's choice; without its entry there is no file."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from webcare_desk.actions import ExportForm, ExportLog
from webcare_desk.desk import Desk
from webcare_desk.disclosure.chosen import Chosen, choose, cover_of, filter_digest, names_of
from webcare_desk.disclosure.evidence import KEYS, entries_of
from webcare_desk.disclosure.history import keys_in, printed_block, printed_step
from webcare_desk.domain.audit import AuditEntry, Digest
from webcare_desk.domain.moderator import Actor
from webcare_desk.errors import UsageError
from webcare_desk.newfile import written
from webcare_desk.paths import resources_dir
from webcare_desk.reports.case_file import Cover
from webcare_desk.reports.csv_guard import csv_lines
from webcare_desk.reports.entries import HEADER, rows
from webcare_desk.reports.extract import extract
from webcare_desk.reports.page import page
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import LogFilter

#: A PDF is set as a whole, in memory: far more entries take minutes and gigabytes.
MOST_PRINTED = 20_000


@dataclass(frozen=True, slots=True)
class Disclosed:
    """What was handed over: how many entries of how many, and by which entry it is recorded.

    `flaw` is what the verifier of a package found wrong with it, in its words.
    """

    shown: int
    size: int
    entry: int
    flaw: str | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """Who takes what from which desk, into which new file; `key` is the log's public key."""

    desk: Desk
    by: Actor
    key: str
    target: Path


def export_log(order: Order, form: ExportForm, filter_: LogFilter) -> Disclosed:
    """Write the chosen entries, oldest first, and record it.

    Raises UsageError when the file is there already, ReadOnlyError when it
    cannot be written.
    """
    desk = order.desk
    with written(order.target) as draft:
        with desk.store.snapshot(), draft.open("xb") as file:
            chosen = choose(desk, filter_)
            _require_printable(form, chosen.count)
            cover = cover_of(desk, order.by, filter_, chosen.count, order.key)
            for block in _blocks(desk, form, cover, chosen):
                file.write(block)
        with draft.open("rb") as file:
            content = Digest(hashlib.file_digest(file, "sha256").hexdigest())
        wanted = filter_digest(filter_)
        act = ExportLog(
            form, wanted, content, cover.size, cover.root, chosen.count, filter_.subject
        )
        return Disclosed(chosen.count, cover.size, desk.perform(act, order.by))


def _require_printable(form: ExportForm, count: int) -> None:
    """Refuse what would take minutes and gigabytes, for more paper than anybody reads."""
    if form is ExportForm.PDF and count > MOST_PRINTED:
        msg = Said.of(
            QT_TRANSLATE_NOOP(
                "Said",
                "{count} entries are more than a PDF takes ({most}): choose a shorter period, or "
                "CSV, JSON Lines or a page.",
            ),
            count=count,
            most=MOST_PRINTED,
        )
        raise UsageError(msg)


def _blocks(desk: Desk, form: ExportForm, cover: Cover, chosen: Chosen) -> Iterable[bytes]:
    names = names_of(desk)
    if form is ExportForm.CSV:
        return csv_lines(HEADER, rows(chosen.entries, names))
    if form is ExportForm.JSON_LINES:
        is_whole = chosen.count == cover.size
        keys = entries_of(desk, *KEYS)
        shown = frozenset(e.seq for e in (*keys, *(() if is_whole else chosen.entries)))
        note = desk.read.head_note()
        signed = _signatures(desk, None if is_whole else chosen.entries)
        leaves = desk.store.leaves()
        return extract(leaves, note, lambda seq: is_whole or seq in shown, signatures=signed)
    steps = (printed_step(desk, entry, names) for entry in chosen.entries)
    if form is ExportForm.HTML:
        return (part.encode("utf-8") for part in page(cover, (), steps, style()))
    from webcare_desk.reports.printed import to_pdf  # loads reportlab

    return [to_pdf(cover, steps)]


def _signatures(desk: Desk, entries: Iterable[AuditEntry] | None) -> Iterator[object]:
    """Yield the signatures that entries recorded, or all, as a signed record shows them.

    The salt and the texts are beside it: the log has the name only by its digest.
    """
    table = tables.SIGNATURE
    keys = [] if entries is None else [*keys_in(entries, table)]
    some = (desk.store.salted_text(table, key) for key in keys)
    for text in desk.store.salted_texts(table) if entries is None else some:
        found = None if text is None else desk.read.signature(text.key)
        if text is not None and found is not None:
            yield [text.key, printed_block(found), text.salt.hex(), list(text.values)]


def style() -> str:
    """Return the style of a page for an inspector."""
    return (resources_dir() / "inspection" / "page.css").read_text(encoding="utf-8")
