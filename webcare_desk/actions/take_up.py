"""What is found later in comments that are on the desk: by another protocol, or beside a parent."""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.awareness import day_zero
from webcare_desk.actions.base import Action, Moment, work_of
from webcare_desk.domain.audit import Details, Name
from webcare_desk.domain.finding import Category, gravity
from webcare_desk.domain.inbox import Status, Work, nearest
from webcare_desk.domain.moderator import Right, Role
from webcare_desk.domain.triage import Triage
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Session

#: The fact that says whether the comments were held against the protocol in force.
RECHECK = Name("recheck")
DUE = "due"
#: What was found does not change whether anybody looked, or whether PV still has to answer.
_STAYS = frozenset({Status.NEW, Status.ESCALATED})


@dataclass(frozen=True, slots=True)
class TakeUp(Action[Work]):
    """A report or crisis that was not found before becomes work, of the role `owner`.

    Day zero stays when a person on the desk first dealt with the comment (GVP
    VI.B.7), however long ago: a late find is late. Where nobody did, it is the
    first look. `forward_within` is how long PV may wait from then on, in microseconds.
    """

    comment: int
    triage: Triage
    owner: Role
    forward_within: int | None
    name: ClassVar[Name] = Name("take-up")
    right: ClassVar[Right] = Right.INGEST

    def apply(self, session: Session, moment: Moment) -> Work:
        """Keep what triage says now, and put the comment where it belongs."""
        work = work_of(session, self.comment)
        self._refuse_known(session, work)
        begun, within = day_zero(session, work), self.forward_within
        due = work.aware_due if begun is None or within is None else begun + within
        session.change(
            tables.WORK,
            self.comment,
            {
                "revision": session.say_again(self.comment, self.triage, moment.at),
                "queue": self.triage.queue,
                "category": self.triage.category,
                "tier": int(max(work.tier, self.triage.screening.urgency)),
                "status": work.status if work.status in _STAYS else Status.OPEN,
                "reason": None,
                "reply_due": self.triage.reply_due,
                "aware_at": begun,
                "aware_due": due,
                "due": nearest(self.triage.reply_due, due),
            },
        )
        return work_of(session, self.comment)

    def _refuse_known(self, session: Session, work: Work) -> None:
        """Refuse what is known as a report; a crisis in one is news, and PV answers no poster."""
        if self.triage.category is Category.CRISIS is not work.category:
            return
        if gravity(work.category) or session.escalations_of(self.comment):
            msg = Said.of(QT_TRANSLATE_NOOP("Said", "This comment is known as a report already."))
            raise RefusedError(msg)

    def detail_of(self, result: Work) -> Details:
        """Say what it is now, and whose step comes first."""
        return {"category": result.category, "owner": self.owner}


@dataclass(frozen=True, slots=True)
class RecordRecheck(Action[None]):
    """Every comment was held against the protocol that came into force."""

    read: int
    found: int
    known: int
    name: ClassVar[Name] = Name("record-recheck")
    right: ClassVar[Right] = Right.INGEST

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep that nothing is due any more."""
        del moment
        session.set_fact(RECHECK, "done")

    def detail_of(self, result: None) -> Details:
        """Count what was read, what became work, and what was known as a report."""
        del result
        return {"read": self.read, "found": self.found, "known": self.known}
