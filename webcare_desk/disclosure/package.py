"""The inspection package: the log, what it is held against, and what checks it, in one zip.

The manifest names every member by its SHA-256; the entry that records the
export names the manifest; the head after that entry is signed. So the desk's
key vouches for each byte of the package.
"""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from webcare_desk.actions import ExportForm, ExportLog
from webcare_desk.actions.base import NOWHERE
from webcare_desk.desk import Desk
from webcare_desk.disclosure.chosen import cover_of, filter_digest, names_of
from webcare_desk.disclosure.evidence import KEYS, Scope, entries_of, scope_of
from webcare_desk.disclosure.export import Disclosed, Order, style
from webcare_desk.disclosure.history import case_files, other_steps, signatures_in
from webcare_desk.disclosure.proof import flaw_in
from webcare_desk.disclosure.protocols import write_protocols
from webcare_desk.domain.audit import canonical, digest
from webcare_desk.domain.moderator import Right, rights_of
from webcare_desk.errors import DeniedError, RefusedError
from webcare_desk.newfile import written
from webcare_desk.paths import resources_dir
from webcare_desk.reports.case_file import Cover
from webcare_desk.reports.extract import extract
from webcare_desk.reports.manifest import MANIFEST, RECEIPT, digests_in, manifest, pack
from webcare_desk.reports.page import page
from webcare_desk.reports.sentences import moment
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store.base import LogFilter, SaltedText
from webcare_desk.working import work_folder

_OWN_HEAD = (
    "The signed head of this desk when the package was made. It is the desk's own word:\n"
    "nobody else held it then. Keep it elsewhere, and it is an anchor for later.\n\n"
)
#: Anchors beyond this number are left out, the oldest first.
_MOST = 100_000


def export_package(order: Order, comment: int | None, desk_folder: Path) -> Disclosed:
    """Write a package of one case, or of the whole desk, and record it.

    It is checked before it is handed over. One that does not hold is written
    all the same: of a log that somebody changed it is the evidence.
    `desk_folder` is where the desk keeps the protocols that were in force.
    Raises UsageError when the file is there already, ReadOnlyError when it
    cannot be written, DeniedError for whoever reads no comments: it holds their words.
    RefusedError where no comment has that number.
    """
    _require(order, comment)
    desk, key = order.desk, order.key
    with (
        written(order.target) as draft,
        work_folder(desk_folder, *desk_folder.glob("*.db")) as folder,
    ):
        filter_ = LogFilter(subject=comment)
        with desk.store.snapshot():
            scope = scope_of(desk, comment)
            cover = cover_of(desk, order.by, filter_, len(scope.entries), key)
            _write_evidence(desk, scope, folder)
            _write_readable(desk, scope, cover, folder)
            write_protocols(desk, scope.entries, desk_folder, folder / "protocols")
            _copy_tools(folder, key)
        facts = {"origin": cover.origin, "key": key, "comment": comment, "size": cover.size}
        sealed = manifest(digests_in(folder), scope.whole, {**facts, "build": cover.build})
        (folder / MANIFEST).write_bytes(sealed)
        act = ExportLog(
            ExportForm.PACKAGE,
            filter_digest(filter_),
            digest(sealed),
            cover.size,
            cover.root,
            cover.shown,
            comment,
        )
        entry = desk.perform(act, order.by)
        _write(folder / RECEIPT, _receipt(desk, cover.size, entry))
        pack(folder, draft)
        return Disclosed(cover.shown, cover.size, entry, flaw_in(folder, key))


def _require(order: Order, comment: int | None) -> None:
    """Refuse who reads no comments, and a number that no comment has."""
    by = order.by
    if Right.READ not in rights_of(by.role):
        msg = Said.of(
            QT_TRANSLATE_NOOP(
                "Said", "A package holds what patients wrote, which the role {role} does not read."
            ),
            role=by.role,
        )
        raise DeniedError(msg)
    if comment is not None and order.desk.read.comment(comment) is None:
        raise RefusedError(Said.of(NOWHERE, comment=comment))


def _receipt(desk: Desk, size: int, entry: int) -> Iterator[bytes]:
    """Yield the log from where the package ends, with the entry that records it.

    The log's key may have changed since, before that entry or after it.
    """
    with desk.store.snapshot():
        note = desk.read.head_note()
        shown = {entry, *(each.seq for each in entries_of(desk, *KEYS))}
        yield from extract(desk.store.leaves(size), note, shown.__contains__)


def _write_evidence(desk: Desk, scope: Scope, folder: Path) -> None:
    note, shown = desk.read.head_note(), scope.shown
    sizes = frozenset(anchor.head.size for anchor in desk.read.anchors(_MOST))
    lines = extract(desk.store.leaves(), note, shown.__contains__, sizes)
    _write(folder / "entries.jsonl", lines)
    batches = (desk.store.batch(entry.detail) + b"\n" for entry in scope.batches)
    _write(folder / "batches.jsonl", batches)
    _write(folder / "texts.jsonl", map(_text_line, scope.texts(desk)))
    originals = folder / "originals"
    originals.mkdir()
    for text in scope.texts(desk):
        if text.table == "document" and text.values[0] is not None:
            kind = "json" if text.values[0].startswith("{") else "eml"
            body = text.values[0].encode("utf-8")
            (originals / f"document-{text.key}.{kind}").write_bytes(body)


def _text_line(text: SaltedText) -> bytes:
    return canonical([text.table, text.key, text.salt.hex(), list(text.values)]) + b"\n"


def _write_readable(desk: Desk, scope: Scope, cover: Cover, folder: Path) -> None:
    cases = case_files(desk, scope)
    steps = other_steps(scope, names_of(desk))
    parts = page(cover, cases, steps, style())
    _write(folder / "history.html", (part.encode("utf-8") for part in parts))
    signatures = tuple(signatures_in(desk, scope.entries))
    _write(folder / "signatures.txt", _signatures(signatures))
    _write_anchors(desk, folder)


def _signatures(signatures: Sequence[tuple[str, ...]]) -> Iterator[bytes]:
    yield f"Electronic signatures in this package: {len(signatures)}\n".encode("ascii")
    for lines in signatures:
        yield "\n".join(("", *lines, "")).encode("utf-8")


def _write_anchors(desk: Desk, folder: Path) -> None:
    """Write every head that others hold as an anchor, and the one of now as what it is.

    One that still waits to leave is nobody's yet: the desk's own word, which
    proves nothing. Those from before a fork are of a log with another name and key:
    the verifier, which is given the key of this one, can not open them.
    """
    head = desk.read.head_note()
    (folder / "own-head.txt").write_text(_OWN_HEAD + head, encoding="utf-8")
    for anchor in (each for each in desk.read.anchors(_MOST) if each.is_held):
        given = "nobody yet" if anchor.taken_at is None else moment(anchor.taken_at)
        told = f"Held by others since: {given}\n{anchor.evidence or ''}\n"
        text = f"{anchor.kind.value}, {anchor.state.value}\n\n{anchor.head.note}\n{told}"
        is_own = _origin(anchor.head.note) == _origin(head)
        place = folder / ("anchors" if is_own else "anchors-before")
        place.mkdir(exist_ok=True)
        (place / f"{anchor.id:06}-{anchor.kind.value}.txt").write_text(text, encoding="utf-8")


def _origin(note: str) -> str:
    return note.partition("\n")[0]


def _copy_tools(folder: Path, key: str) -> None:
    for name in ("verify.py", "README.txt"):
        shutil.copyfile(resources_dir() / "inspection" / name, folder / name)
    (folder / "log.vkey").write_text(key + "\n", encoding="ascii")


def _write(target: Path, blocks: Iterable[bytes]) -> None:
    with target.open("wb") as file:
        file.writelines(blocks)
