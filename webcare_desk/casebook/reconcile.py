"""Reconciliation: our list for PV, nil reports too, and theirs held against it.

The window may call `ours_of`, `absence_of`, `statement`, `reconcile`, and with `desk.perform` the acts
`ResolveDiscrepancy`, `SignReconciliation` (its record is `actions.reconcile.reconciled`) and
`RecordPvSignature`; `desk.read.oldest_discrepancy()` is what the board shows.
"""

from dataclasses import replace
from functools import partial
from pathlib import Path

from webcare_desk.actions.cases import RecordReconciliation
from webcare_desk.actions.read import Read
from webcare_desk.actions.with_pv import is_taken_back
from webcare_desk.casebook.headings import headings, worded
from webcare_desk.casebook.leaving import handed_over_at
from webcare_desk.casebook.pv_list import PvList, read_list, text_digest
from webcare_desk.casebook.reading import batch_of, frozen
from webcare_desk.connectors.file_layout import reading
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name
from webcare_desk.domain.case_state import CaseState
from webcare_desk.domain.case_version import AnswerMeaning, CaseAnswer, CaseStanding, CaseVersion
from webcare_desk.domain.e2b import report_of
from webcare_desk.domain.escalation import Escalation
from webcare_desk.domain.evidence import evidence_of
from webcare_desk.domain.listed import Agreement, Discrepancy, DiscrepancyKind, ListStatus, Ours
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.reconcile import compare
from webcare_desk.domain.reconciliation import Absence, explained
from webcare_desk.domain.spelling import trimmed
from webcare_desk.newfile import written
from webcare_desk.reports.listing import Listing
from webcare_desk.reports.sentences import moment
from webcare_desk.store.base import Reads

_DECIDED = {
    CaseState.ACKNOWLEDGED: ListStatus.RECEIVED,
    CaseState.ACCEPTED: ListStatus.ACCEPTED,
    CaseState.NOT_A_CASE: ListStatus.NOT_A_CASE,
    CaseState.DUPLICATE: ListStatus.DUPLICATE,
    CaseState.REJECTED: ListStatus.REJECTED,
}
_ANSWERED = {
    AnswerMeaning.ACCEPTED: ListStatus.ACCEPTED,
    AnswerMeaning.NOT_A_CASE: ListStatus.NOT_A_CASE,
    AnswerMeaning.DUPLICATE: ListStatus.DUPLICATE,
    AnswerMeaning.REJECTED: ListStatus.REJECTED,
}
_TAKEN = frozenset({AnswerMeaning.ACCEPTED, AnswerMeaning.RECEIVED})
HEADER = (
    "our reference",
    "permalink",
    "verbatim sha-256",
    "recognised",
    "handed over",
    "version",
    "state",
    "PV number",
    "status",
    "period",
)


def said(read: Reads, found: Discrepancy) -> str:
    """Return what a discrepancy means now, and what is to be done."""
    return explained(found, absence_of(read, found))


def absence_of(read: Reads, found: Discrepancy) -> Absence:
    """Return why PV's list may lack the case that a discrepancy is about."""
    if found.case is None:
        return Absence.LOST
    if is_taken_back(read.case_versions(found.case)):
        return Absence.TAKEN_BACK
    return Absence.NOT_LEFT if handed_over_at(read, found.case) is None else Absence.LOST


def ours_of(read: Reads) -> list[Ours]:
    """Return every case as a list has it, the oldest first; one that was erased has nothing left."""
    return [_ours(read, *each) for each in _cases(read) if each[1].case]


def _cases(
    read: Reads, since: int = 0, until: int = 2**63
) -> list[tuple[CaseStanding, Escalation]]:
    """Return the cases recognised in a period, erased ones too: their packets are not read."""
    every = ((each, read.escalation(each.case)) for each in reversed(read.case_standings()))
    return [
        (standing, found)
        for standing, found in every
        if found is not None and since <= found.recognised_at < until
    ]


def _ours(read: Reads, standing: CaseStanding, found: Escalation) -> Ours:
    case = frozen(read, standing.case)
    text = case.snapshot.text
    versions = read.case_versions(standing.case)
    is_back = is_taken_back(versions)
    is_gone = is_back and versions[-1].answer is AnswerMeaning.ACCEPTED
    return Ours(
        case=standing.case,
        reference=report_of(batch_of(read, standing.case, 1)).text("C.1.1"),
        link=case.snapshot.link,
        verbatim=text_digest(text),
        recognised_at=found.recognised_at,
        sent_at=handed_over_at(read, standing.case),
        state=standing.state,
        decided=ListStatus.NULLIFIED if is_gone else _decided(read, standing),
        pv_reference=standing.pv_reference or "",
        subject=case.reference,
        is_taken_back=is_back,
        trimmed=text_digest(trimmed(text)),
    )


def _decided(read: Reads, standing: CaseStanding) -> ListStatus | None:
    known = _DECIDED.get(standing.state)
    if known is not None:
        return known
    answers, latest = read.case_answers(standing.case), standing.number
    said = (_said(each, latest, answers) for each in reversed(read.case_versions(standing.case)))
    return next(filter(None, said), None)


def _said(version: CaseVersion, latest: int, answers: list[CaseAnswer]) -> ListStatus | None:
    """Return what PV said of a version; an earlier one that it refused has been corrected."""
    if version.answer is None or (
        version.answer is AnswerMeaning.REJECTED and version.number < latest
    ):
        return None
    taken = [each for each in answers if each.number == version.number and each.meaning in _TAKEN]
    if version.answer is AnswerMeaning.ACCEPTED and taken and _is_received(taken[-1]):
        return ListStatus.RECEIVED
    return _ANSWERED.get(version.answer)


def _is_received(answer: CaseAnswer) -> bool:
    """Say whether PV has only received a version: a case that it keeps has its number."""
    return answer.meaning is AnswerMeaning.RECEIVED or not answer.pv_reference


def statement(read: Reads, since: int, until: int, made_at: int, language: str = "en") -> Listing:
    """Return our list of the cases recognised in a period; without one it is a nil report.

    All in UTC microseconds; times are shown in UTC. `language` is that of headings and words.
    How many cases were erased stands beside the period, which every form of a list has.
    """
    say = partial(worded, language=language)
    cases = _cases(read, since, until)
    every = [_ours(read, *each) for each in cases if each[1].case]
    span = f"{moment(since)} {say('to')} {moment(until)}"
    if len(every) < len(cases):
        span += f"; {say('erased cases left out')}: {len(cases) - len(every)}"
    numbers = {each.case: str(each.number) for each, _ in cases}
    rows = [
        (
            each.reference,
            each.link,
            each.verbatim,
            moment(each.recognised_at),
            "" if each.sent_at is None else moment(each.sent_at),
            numbers[each.case],
            say(each.state.value),
            each.pv_reference,
            "" if each.status is None else say(each.status.value),
            span,
        )
        for each in every
    ]
    nil = ("NIL", *[""] * 5, say("nil report: no case in this period"), "", "", span)
    facts = (
        (say("Period"), span),
        (say("Cases"), str(len(rows)) if rows else say("none: this is a nil report")),
        (say("Made"), moment(made_at)),
    )
    title = say("Cases handed to pharmacovigilance")
    return Listing(title, facts, headings(HEADER, language), tuple(rows or [nil]), language)


def export(desk: Desk, by: Actor, target: Path, made: bytes, *, over: bool = False) -> None:
    """Leave our list in a file and record it; without the entry there is no file."""
    with written(target, over=over) as draft:
        draft.write_bytes(made)
        desk.perform(Read(Name("list-export")), by)


def held_against(
    read: Reads, path: Path, period: tuple[int, int], named: dict[str, str] | None = None
) -> tuple[Agreement, PvList]:
    """Compare PV's list in a file with our cases, and keep nothing; as `reconcile` else.

    A row that cannot be read may be any case: it differs until somebody knows what it says.
    """
    listed = read_list(path, named)
    found = compare(ours_of(read), listed.lines, *period)
    unread = (
        Discrepancy(DiscrepancyKind.UNREAD, None, line, "", f"{line}: {reason}")
        for line, reason in listed.rejected
    )
    return replace(found, discrepancies=(*found.discrepancies, *unread)), listed


def reconcile(
    desk: Desk, path: Path, by: Actor, period: tuple[int, int], named: dict[str, str] | None = None
) -> tuple[int, PvList]:
    """Compare PV's list in a file with our cases, and keep what does not agree.

    `period` (UTC microseconds) says whose cases must be on it; `named` are columns by meaning.
    Returns the comparison's id and the list; raises what `read_list` does.
    """
    found, listed = held_against(desk.read, path, period, named)
    own = [each for each in _cases(desk.read, *period) if each[1].case]
    lines = sum(not each.is_nil for each in listed.lines) + len(listed.rejected)
    with reading(path):
        document = evidence_of(path.read_bytes())
    act = RecordReconciliation(*period, document, lines, len(own), found)
    return desk.perform(act, by), listed
