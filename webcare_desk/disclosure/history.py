"""The history of each case of a package, out of what the desk knows of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from webcare_desk.actions import Erase
from webcare_desk.desk import Desk
from webcare_desk.disclosure.chosen import names_of
from webcare_desk.disclosure.evidence import Scope
from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.escalation import Escalation
from webcare_desk.domain.signature import Signature, signature_block
from webcare_desk.errors import PacketError
from webcare_desk.pv.packet import case_from_json
from webcare_desk.reports.case_file import CaseFile
from webcare_desk.reports.sentences import Step, step_of
from webcare_desk.store import tables
from webcare_desk.store.table import Table

#: The first lines of a signature: who, what it means, when.
_SHOWN = 3


def case_files(desk: Desk, scope: Scope) -> Iterator[CaseFile]:
    """Yield the history of every case that an entry is about, in order of number."""
    names = names_of(desk)
    for number, entries in sorted(scope.cases.items()):
        case = _case_file(desk, number, entries, names)
        if case is not None:
            yield case


def _case_file(
    desk: Desk, number: int, entries: Sequence[AuditEntry], names: Mapping[str, str]
) -> CaseFile | None:
    comment = desk.read.comment(number)
    if comment is None:
        return None
    said = ((each.author, each.at, each.text) for each in desk.read.notes(number))
    sent = desk.read.deliveries_of(number)
    escalations = desk.read.escalations_of(number)
    return CaseFile(
        comment=comment,
        wordings=tuple(desk.read.revisions(number)),
        notes=tuple((_name(who, names), at, text) for who, at, text in said),
        deliveries=tuple((_name(each.author, names), each) for each in sent),
        escalations=tuple((_reference(each), each) for each in escalations),
        steps=tuple(_step(desk, entry, names) for entry in entries),
        signatures=tuple(signatures_in(desk, entries)),
        erased_by=next((entry.seq for entry in entries if entry.action == Erase.name), None),
    )


def _name(who: str, names: Mapping[str, str]) -> str:
    return names.get(who, who)


def _reference(escalation: Escalation) -> str:
    """Return the number that PV has; where the frozen case is gone, the desk's own."""
    try:
        return case_from_json(escalation.case.encode("utf-8"))[0].reference
    except PacketError:
        return escalation.uid


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


def printed_step(desk: Desk, entry: AuditEntry, names: Mapping[str, str]) -> Step:
    """Return the step; one that recorded a signature shows it as a signed record must."""
    step = step_of(entry, names)
    shown = (line for lines in signatures_in(desk, (entry,)) for line in lines[:_SHOWN])
    return replace(step, beside=(*shown, *step.beside))


def signatures_in(desk: Desk, entries: Iterable[AuditEntry]) -> Iterator[tuple[str, ...]]:
    """Yield each signature that an entry recorded, in the lines that a signed record shows."""
    for entry in entries:
        for key in keys_in((entry,), tables.SIGNATURE):
            signature = desk.read.signature(key)
            if signature is not None:
                yield (*signature_block(signature), f"Recorded: entry {entry.seq}")


def keys_in(entries: Iterable[AuditEntry], table: Table) -> Iterator[int]:
    """Yield the rows of a table that entries changed."""
    for entry in entries:
        yield from (int(key) for name, key, _ in entry.changes if name == table.name)


def printed_block(signature: Signature) -> tuple[str, ...]:
    """Return who signed, what it means and when, as a signed record shows it."""
    return signature_block(signature)[:_SHOWN]


def other_steps(scope: Scope, names: Mapping[str, str]) -> Iterator[Step]:
    """Yield what is about no case: logins, polls, accounts, protocols."""
    told = {entry.seq for entries in scope.cases.values() for entry in entries}
    return (step_of(entry, names) for entry in scope.entries if entry.seq not in told)
