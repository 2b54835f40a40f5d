"""The history of each case of a package, out of what the desk knows of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from webcare_desk.desk import Desk
from webcare_desk.disclosure.chosen import names_of
from webcare_desk.disclosure.evidence import Scope
from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.signature import signature_block
from webcare_desk.reports.case_file import CaseFile
from webcare_desk.reports.sentences import Step, step_of
from webcare_desk.store import tables


def case_files(desk: Desk, scope: Scope) -> list[CaseFile]:
    """Return the history of every case that an entry is about, in order of number."""
    about: dict[int, list[AuditEntry]] = {}
    for entry in scope.entries:
        if entry.subject is not None:
            about.setdefault(entry.subject, []).append(entry)
    if scope.comment is not None:
        about.setdefault(scope.comment, [])
    names = names_of(desk)
    found = (_case_file(desk, number, about[number], names) for number in sorted(about))
    return [case for case in found if case is not None]


def _case_file(
    desk: Desk, number: int, entries: list[AuditEntry], names: Mapping[str, str]
) -> CaseFile | None:
    comment = desk.read.comment(number)
    if comment is None:
        return None
    notes = desk.read.notes(number)
    return CaseFile(
        comment=comment,
        wordings=tuple(desk.read.revisions(number)),
        notes=tuple((names.get(note.author, note.author), note.at, note.text) for note in notes),
        deliveries=tuple(desk.read.deliveries_of(number)),
        escalations=tuple(desk.read.escalations_of(number)),
        steps=tuple(_step(desk, entry, names) for entry in entries),
        signatures=tuple(signatures_in(desk, entries)),
    )


def _step(desk: Desk, entry: AuditEntry, names: Mapping[str, str]) -> Step:
    """Return the step, with what a person said beyond the reason on the list."""
    step = step_of(entry, names)
    said = (
        None
        if entry.explanation is None
        else desk.store.salted_text(tables.TEXT, entry.explanation)
    )
    words = None if said is None else said.values[0]
    return replace(step, reason=f"{step.reason}: {words}") if words else step


def signatures_in(desk: Desk, entries: Iterable[AuditEntry]) -> Iterator[tuple[str, ...]]:
    """Yield each signature that an entry recorded, in the lines that a signed record shows."""
    for entry in entries:
        for table, key, _ in entry.changes:
            signature = desk.read.signature(int(key)) if table == tables.SIGNATURE.name else None
            if signature is not None:
                yield (*signature_block(signature), f"Recorded: entry {entry.seq}")


def other_steps(scope: Scope, names: Mapping[str, str]) -> Iterator[Step]:
    """Yield what is about no case: logins, polls, accounts, protocols."""
    return (step_of(entry, names) for entry in scope.entries if entry.subject is None)
