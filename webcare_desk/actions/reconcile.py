"""Comparing with PV's list: what does not agree is kept until it is settled, and both sides sign."""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.base import Action, Moment
from webcare_desk.actions.signed import require_signature
from webcare_desk.domain.audit import Details, Digest, Name
from webcare_desk.domain.case_version import Way
from webcare_desk.domain.evidence import digest_of
from webcare_desk.domain.identity import new_uid
from webcare_desk.domain.listed import Agreement, Discrepancy, DiscrepancyKind, Resolution
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.reconciliation import OpenLine, Reconciliation, agrees_now, record_of
from webcare_desk.domain.spelling import plain
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Reads, Session

#: As many comparisons as there are.
_EVERY = 2**62


@dataclass(frozen=True, slots=True)
class RecordReconciliation(Action[int]):
    """PV's list was compared with the cases of a period; `document` is its file (`evidence_of`).

    What stood in an earlier comparison keeps its age; what this list says as we have it is
    settled. About the cases of another period a list says nothing: theirs stays open.
    """

    since: int
    until: int
    document: str
    lines: int
    cases: int
    found: Agreement
    name: ClassVar[Name] = Name("record-reconciliation")
    right: ClassVar[Right] = Right.ACKNOWLEDGE

    def apply(self, session: Session, moment: Moment) -> int:
        """Keep the comparison and return its id."""
        if not self.since < self.until:
            msg = Said.of(QT_TRANSLATE_NOOP("Said", "The period ends before it begins."))
            raise RefusedError(msg)
        made = session.add(
            tables.RECONCILIATION,
            {
                "uid": Name(new_uid(moment.at)),
                "since": self.since,
                "until": self.until,
                "made_at": moment.at,
                "by": Name(moment.by.moderator),
                "document": session.add_document(self.document),
                "lines": self.lines,
                "cases": self.cases,
                "matched": len(self.found.matches),
                "version": 1,
            },
            {"pv_name": None},
        )
        self._keep(session, moment, made)
        return made

    def _keep(self, session: Session, moment: Moment, made: int) -> None:
        before = session.discrepancies()
        still: set[str] = set()
        for each in self.found.discrepancies:
            known = [line for line in before if line.mark == each.key]
            still.add(each.key)
            for line in known:
                session.change(tables.DISCREPANCY, line.id, {"seen_in": made, "line": each.line})
            if not known:
                _open(session, moment, made, each)
        for line in before:
            is_within = self._is_within(session.reconciliation(line.seen_in))
            if line.mark not in still and agrees_now(line, self.found, is_within=is_within):
                _settle(session, moment, line, Resolution.AGREES_NOW, "")

    def _is_within(self, earlier: Reconciliation | None) -> bool:
        return earlier is not None and self.since <= earlier.since and earlier.until <= self.until

    def detail_of(self, result: int) -> Details:
        """Count both sides, and what does not agree."""
        return {
            "reconciliation": result,
            "lines": self.lines,
            "cases": self.cases,
            "matched": len(self.found.matches),
            "discrepancies": len(self.found.discrepancies),
        }


def _open(session: Session, moment: Moment, made: int, found: Discrepancy) -> None:
    session.add(
        tables.DISCREPANCY,
        {
            "reconciliation": made,
            "kind": found.kind,
            "mark": found.key,
            "escalation": found.case,
            "line": found.line,
            "opened_at": moment.at,
            "seen_in": made,
            "version": 1,
        },
        {"ours": found.ours, "theirs": found.theirs, "words": None},
    )


def _settle(
    session: Session, moment: Moment, line: OpenLine, resolution: Resolution, words: str
) -> None:
    settled: Details = {
        "resolution": resolution,
        "resolved_at": moment.at,
        "resolved_by": Name(moment.by.moderator),
    }
    session.change(tables.DISCREPANCY, line.id, settled, {"words": words or None})


@dataclass(frozen=True, slots=True)
class ResolveDiscrepancy(Action[OpenLine]):
    """A person settled what did not agree, and says how and why."""

    discrepancy: int
    resolution: Resolution
    words: str
    name: ClassVar[Name] = Name("resolve-discrepancy")
    right: ClassVar[Right] = Right.ACKNOWLEDGE

    def apply(self, session: Session, moment: Moment) -> OpenLine:
        """Keep how it was settled."""
        found = session.discrepancy(self.discrepancy)
        if found is None or found.resolution is not None:
            msg = Said.of(
                QT_TRANSLATE_NOOP("Said", "There is no open discrepancy {discrepancy}."),
                discrepancy=self.discrepancy,
            )
            raise RefusedError(msg)
        if self.resolution is Resolution.AGREES_NOW:
            msg = Said.of(QT_TRANSLATE_NOOP("Said", "Only a later list says that both agree now."))
            raise RefusedError(msg)
        if not self.words.strip():
            msg = Said.of(
                QT_TRANSLATE_NOOP("Said", "Say what was done, with whom, and why that settles it.")
            )
            raise RefusedError(msg)
        if self.resolution is Resolution.NUMBER_TAKEN:
            _require_number(session, found)
        _settle(session, moment, found, self.resolution, self.words.strip())
        return found

    def detail_of(self, result: OpenLine) -> Details:
        """Name the discrepancy and how it was settled."""
        kind, resolution = result.kind, self.resolution
        return {"discrepancy": self.discrepancy, "kind": kind, "resolution": resolution}


def _require_number(read: Reads, found: OpenLine) -> None:
    """Refuse to call a number taken that we do not have: the next list would not agree again."""
    standing = None if found.case is None else read.case_standing(found.case)
    known = "" if standing is None else standing.pv_reference or ""
    is_other = plain(known) != plain(found.theirs or "")
    if found.kind is DiscrepancyKind.OTHER_NUMBER and is_other:
        msg = Said.of(
            QT_TRANSLATE_NOOP(
                "Said",
                "Case {case} has another number: enter {theirs} first, as PV's answer, and say "
                "that only the number is put right.",
            ),
            case=found.case,
            theirs=found.theirs,
        )
        raise RefusedError(msg)


def reconciled(read: Reads, reconciliation: int) -> tuple[Reconciliation, Digest]:
    """Return a comparison and the record that our signature under it covers; else refuse."""
    found = read.reconciliation(reconciliation)
    if found is None:
        msg = Said.of(
            QT_TRANSLATE_NOOP("Said", "There is no reconciliation {reconciliation}."),
            reconciliation=reconciliation,
        )
        raise RefusedError(msg)
    listed = digest_of(read.case_document(found.evidence) or "")
    return found, record_of(found, differing(read, found), listed)


def differing(read: Reads, found: Reconciliation) -> list[OpenLine]:
    """Return what did not agree in a comparison, by its entry in the log, the oldest first.

    The rows know only where they were seen first and last: a later list of a longer period has
    again what a comparison between did not have, and would put it there.
    """
    among = read.entries_between(found.made_at, found.made_at + 1) or (0, 0)
    entries = read.entries_among([RecordReconciliation.name], *among)
    stood = (
        key
        for entry in entries
        if entry.detail.get("reconciliation") == found.id
        for table, key, columns in entry.changes
        if table == tables.DISCREPANCY.name and "seen_in" in columns  # else it was settled
    )
    return [*filter(None, map(read.discrepancy, sorted({int(key) for key in stood})))]


def reconciled_by_rows(read: Reads, found: Reconciliation, at: int) -> Digest:
    """Return the record as earlier programs had it for who signed at `at`: over the rows.

    They took a line for one of every comparison between the first and the last that had it.
    """
    lines = {
        line.id: line
        for later in read.reconciliations(_EVERY)
        if later.id >= found.id and later.made_at <= at
        for line in differing(read, later)
        if line.opened_at <= found.made_at
    }
    listed = digest_of(read.case_document(found.evidence) or "")
    return record_of(found, list(lines.values()), listed)


def signable(read: Reads, reconciliation: int) -> Digest:
    """Return the record of a comparison that our side has not signed, or refuse."""
    found, record = reconciled(read, reconciliation)
    if found.signature is not None:
        msg = Said.of(QT_TRANSLATE_NOOP("Said", "This comparison is signed already."))
        raise RefusedError(msg)
    return record


@dataclass(frozen=True, slots=True)
class SignReconciliation(Action[None]):
    """Our side signs a comparison: `signature` stands over the record of `signable`."""

    reconciliation: int
    signature: int
    name: ClassVar[Name] = Name("sign-reconciliation")
    right: ClassVar[Right] = Right.ACKNOWLEDGE

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep the signature; every discrepancy of it must be settled or go on openly."""
        record = signable(session, self.reconciliation)
        require_signature(session, moment, self.signature, record)
        session.change(tables.RECONCILIATION, self.reconciliation, {"signature": self.signature})

    def detail_of(self, result: None) -> Details:
        """Name the comparison and the signature."""
        del result
        return {"reconciliation": self.reconciliation, "signature": self.signature}


@dataclass(frozen=True, slots=True)
class RecordPvSignature(Action[None]):
    """PV's side signed a comparison: who, how it came, and the evidence as it came."""

    reconciliation: int
    who: str
    way: Way
    evidence: str
    name: ClassVar[Name] = Name("record-pv-signature")
    right: ClassVar[Right] = Right.ACKNOWLEDGE

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep it with its evidence."""
        found, _ = reconciled(session, self.reconciliation)
        if found.pv_at is not None:
            msg = Said.of(QT_TRANSLATE_NOOP("Said", "PV has signed this comparison already."))
            raise RefusedError(msg)
        if not self.who.strip() or not self.evidence.strip():
            msg = Said.of(
                QT_TRANSLATE_NOOP("Said", "Say who signed for PV, and attach what they sent.")
            )
            raise RefusedError(msg)
        signed: Details = {
            "pv_way": self.way,
            "pv_document": session.add_document(self.evidence),
            "pv_at": moment.at,
        }
        session.change(tables.RECONCILIATION, found.id, signed, {"pv_name": self.who.strip()})

    def detail_of(self, result: None) -> Details:
        """Name the comparison and how it came."""
        del result
        return {"reconciliation": self.reconciliation, "way": self.way}
