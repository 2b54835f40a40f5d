"""Giving heads of the log to somebody else, and keeping what he gives for them."""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.base import Action, Moment
from webcare_desk.domain.anchor import Anchor, AnchorKind, AnchorState, KeptHead
from webcare_desk.domain.audit import Detail, Details, Name
from webcare_desk.domain.identity import new_uid
from webcare_desk.domain.inbox import NEVER
from webcare_desk.domain.moderator import Right, rights_of
from webcare_desk.errors import DeniedError, RefusedError, StaleError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Session


def add_anchor(  # noqa: PLR0913 - the parts of an anchor
    session: Session,
    moment: Moment,
    kind: AnchorKind,
    head: KeptHead,
    values: Details,
    *,
    uid: str = "",
    evidence: str | None = None,
) -> int:
    """Keep a new anchor, waiting unless `values` say otherwise; return its row."""
    row: dict[str, Detail] = {
        "uid": Name(uid or new_uid(moment.at)),
        "kind": kind,
        "state": AnchorState.WAITING,
        "size": head.size,
        "root": head.root,
        "made_at": moment.at,
        "attempts": 0,
        "not_before": moment.at,
        "version": 1,
    }
    return session.add(tables.ANCHOR, {**row, **values}, {"note": head.note, "evidence": evidence})


def take_anchor(session: Session, moment: Moment, anchor: int, state: AnchorState) -> None:
    """Record that somebody else has an anchor; when he first had it stays."""
    found = _get(session, anchor)
    taken_at = moment.at if found.taken_at is None else found.taken_at
    session.change(tables.ANCHOR, anchor, {"state": state, "taken_at": taken_at, "problem": None})


def take_with(session: Session, moment: Moment, delivery: int) -> None:
    """Record that PV has the anchor that travels with a packet, if there is one."""
    anchor = session.anchor_of(delivery)
    if anchor is not None and not anchor.is_held:
        take_anchor(session, moment, anchor.id, AnchorState.TAKEN)


@dataclass(frozen=True, slots=True)
class MakeAnchor(Action[int]):
    """A head is to leave for somebody else; `mail` freezes what will be sent, word for word."""

    kind: AnchorKind
    uid: str
    head: KeptHead
    mail: str | None = None
    name: ClassVar[Name] = Name("make-anchor")
    right: ClassVar[Right] = Right.DELIVER

    def apply(self, session: Session, moment: Moment) -> int:
        """Keep it until somebody else has it."""
        mail = None if self.mail is None else session.add_document(self.mail)
        return add_anchor(session, moment, self.kind, self.head, {"mail": mail}, uid=self.uid)

    def detail_of(self, result: int) -> Details:
        """Name the head."""
        del result
        return {"kind": self.kind, "size": self.head.size, "root": self.head.root}


@dataclass(frozen=True, slots=True)
class RecordAnchor(Action[None]):
    """Somebody else has the head, and gave `evidence` for it."""

    anchor: int
    evidence: str
    name: ClassVar[Name] = Name("record-anchor")
    right: ClassVar[Right] = Right.DELIVER

    def apply(self, session: Session, moment: Moment) -> None:
        """Set it taken."""
        found = _get(session, self.anchor)
        if found.is_held:
            msg = QT_TRANSLATE_NOOP("Said", "Somebody else has this anchor already.")
            raise StaleError(Said.of(msg))
        session.change(
            tables.ANCHOR,
            self.anchor,
            {"state": AnchorState.TAKEN, "taken_at": moment.at, "problem": None},
            {"evidence": self.evidence},
        )

    def detail_of(self, result: None) -> Details:
        """Name the anchor."""
        del result
        return {"anchor": self.anchor}


@dataclass(frozen=True, slots=True)
class RecordAnchorFailure(Action[None]):
    """Nobody took it; the same bytes are tried again at `again`."""

    anchor: int
    problem: Name
    again: int
    name: ClassVar[Name] = Name("record-anchor-failure")
    right: ClassVar[Right] = Right.DELIVER

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep why, and when it is tried again."""
        del moment
        found = _get(session, self.anchor)
        session.change(
            tables.ANCHOR,
            self.anchor,
            {
                "problem": self.problem,
                "not_before": self.again,
                "attempts": found.attempts + 1,
            },
        )

    def detail_of(self, result: None) -> Details:
        """Name the problem."""
        del result
        return {"anchor": self.anchor, "problem": self.problem}


@dataclass(frozen=True, slots=True)
class KeepAnchor(Action[int]):
    """A person brings what somebody else holds: a cosignature, or a head that was kept."""

    kind: AnchorKind
    head: KeptHead
    evidence: str
    name: ClassVar[Name] = Name("keep-anchor")
    right: ClassVar[Right] = Right.REVIEW

    def apply(self, session: Session, moment: Moment) -> int:
        """Keep it, unless the log is shorter than what it tells of; a supervisor cosigns."""
        if self.kind is AnchorKind.COSIGNATURE and Right.OVERSEE not in rights_of(moment.by.role):
            msg = QT_TRANSLATE_NOOP("Said", "Only who oversees the desk cosigns its log.")
            raise DeniedError(Said.of(msg))
        if self.head.size > session.log_size():
            msg = QT_TRANSLATE_NOOP("Said", "This head is of a longer log than that of this desk.")
            raise RefusedError(Said.of(msg))
        held: Details = {
            "state": AnchorState.CONFIRMED,
            "taken_at": moment.at,
            "not_before": NEVER,
        }
        return add_anchor(session, moment, self.kind, self.head, held, evidence=self.evidence)

    def detail_of(self, result: int) -> Details:
        """Name the head."""
        del result
        return {"kind": self.kind, "size": self.head.size, "root": self.head.root}


def _get(session: Session, anchor: int) -> Anchor:
    found = session.anchor(anchor)
    if found is None:
        msg = QT_TRANSLATE_NOOP("Said", "There is no anchor {anchor}.")
        raise RefusedError(Said.of(msg, anchor=anchor))
    return found
