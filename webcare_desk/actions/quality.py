"""Checking decisions: drawing them, and what a second person says of one."""

from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.base import Action, Moment, live_work, work_of
from webcare_desk.actions.deviation import OpenDeviation
from webcare_desk.domain.audit import Detail, Details, Name
from webcare_desk.domain.deviation import DeviationKind
from webcare_desk.domain.finding import Category, gravity
from webcare_desk.domain.identity import new_uid
from webcare_desk.domain.inbox import Queue, Status, home_of, nearest
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.quality import CHECK_WITHIN, Check, CheckReason, Decision, DecisionKind
from webcare_desk.domain.sampling import Draw
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Session


@dataclass(frozen=True, slots=True)
class DrawChecks(Action[int]):
    """Decisions drawn by `seed` wait for a second person; those drawn before stay as they are.

    The entry tells what was `chosen`, so that anybody can draw them again.
    """

    decisions: tuple[Decision, ...]
    seed: int
    chosen: Draw | None = None
    name: ClassVar[Name] = Name("draw-checks")
    right: ClassVar[Right] = Right.OVERSEE

    def apply(self, session: Session, moment: Moment) -> int:
        """Keep what was drawn and return how many are new."""
        known = {
            each.decision.entry
            for each in session.checks(
                min((one.at for one in self.decisions), default=0),
                max((one.at for one in self.decisions), default=0) + 1,
            )
        }
        fresh = [each for each in self.decisions if each.entry not in known]
        for decision in fresh:
            live_work(session, decision.comment)
            session.add(tables.QUALITY_CHECK, self._row(decision, moment))
        return len(fresh)

    def _row(self, decision: Decision, moment: Moment) -> dict[str, Detail]:
        return {
            "uid": Name(new_uid(moment.at)),
            "comment": decision.comment,
            "kind": decision.kind,
            "entry": decision.entry,
            "decided_by": Name(decision.by),
            "decided_at": decision.at,
            "seed": self.seed,
            "drawn_at": moment.at,
            "due_at": moment.at + CHECK_WITHIN,
            "version": 1,
        }

    def detail_of(self, result: int) -> Details:
        """Say how many were drawn that were not before, by which seed, and from what."""
        told: Details = {"drawn": result, "seed": self.seed}
        if self.chosen is None:
            return told
        below = self.chosen.below
        share = {"share": self.chosen.share} if below is None else {"below_per_mille": int(below)}
        return {**told, "since": self.chosen.since, "until": self.chosen.until, **share}


@dataclass(frozen=True, slots=True)
class CheckDecision(Action[Check]):
    """A second person agrees with a decision, or says what it should have been.

    `forward_within` is how long PV may be kept waiting from day zero on, in
    microseconds: a missed report keeps its true awareness time. `reply_due` is when a crisis that
    was missed had to be answered. `title` is that of the deviation which every miss opens.
    """

    check: int
    agrees: bool
    category: Category | None = None
    because: CheckReason | None = None
    remark: str = ""
    forward_within: int | None = None
    reply_due: int | None = None
    title: str = "A check found a report in what was closed as none."
    name: ClassVar[Name] = Name("check-decision")
    right: ClassVar[Right] = Right.OVERSEE

    def apply(self, session: Session, moment: Moment) -> Check:
        """Keep the answer; a report that was missed comes back as work."""
        found = self._found(session, moment)
        session.change(
            tables.QUALITY_CHECK,
            self.check,
            {
                "agrees": int(self.agrees),
                "category": None if self.agrees else self.category,
                "reason": None if self.agrees else self.because,
                "checked_by": Name(moment.by.moderator),
                "checked_at": moment.at,
            },
            {"remark": self.remark.strip() or None},
        )
        if not self.agrees and self.category is not None and gravity(self.category):
            self._bring_back(session, found, self.category)
        checked = session.check(self.check) or found
        if checked.found_event:
            self._deviate(session, moment, found.decision.comment)
        return checked

    def _found(self, session: Session, moment: Moment) -> Check:
        """Return what is checked, or refuse."""
        found = session.check(self.check)
        if found is None or found.checked_at is not None:
            msg = Said.of(
                QT_TRANSLATE_NOOP(
                    "Said", "This decision was not drawn, or somebody has checked it already."
                )
            )
            raise RefusedError(msg)
        if found.decision.by == moment.by.moderator:
            msg = Said.of(
                QT_TRANSLATE_NOOP(
                    "Said", "This is a decision of your own: a second person must check it."
                )
            )
            raise RefusedError(msg)
        live_work(session, found.decision.comment)
        if not self.agrees and (self.category is None or self.because is None):
            msg = Said.of(
                QT_TRANSLATE_NOOP("Said", "Say what the comment is, and why you disagree.")
            )
            raise RefusedError(msg)
        return found

    def _deviate(self, session: Session, moment: Moment, comment: int) -> None:
        """Open the deviation of a miss, unless somebody has."""
        kind = DeviationKind.MISSED_EVENT
        origin = Name(f"{kind.value}:{comment}")
        if origin not in session.known_origins():
            OpenDeviation(kind, self.title, comment, origin).apply(session, moment)

    def _bring_back(self, session: Session, check: Check, category: Category) -> None:
        """Open closed work again; day zero stays the first look that anybody had at it.

        Of what was escalated PV knows; the quarter of an hour of a crisis nobody has kept for it.
        """
        work = work_of(session, check.decision.comment)
        is_told = check.decision.kind is not DecisionKind.NOT_A_REPORT
        is_new_crisis = category is Category.CRISIS and work.category is not Category.CRISIS
        if work.queue is not Queue.DONE or (is_told and not is_new_crisis):
            return
        aware_at = check.decision.at if work.aware_at is None else work.aware_at
        due = work.aware_due
        if self.forward_within is not None and not is_told:
            due = aware_at + self.forward_within
        reply_due = work.reply_due if self.reply_due is None else self.reply_due
        session.change(
            tables.WORK,
            work.comment,
            {
                "status": Status.OPEN,
                "queue": home_of(category),
                "category": category,
                "reason": None,
                "aware_at": aware_at,
                "reply_due": reply_due,
                "aware_due": due,
                "due": nearest(reply_due, due),
            },
        )

    def subject_of(self, result: Check) -> int:
        """Return the comment."""
        return result.decision.comment

    def detail_of(self, result: Check) -> Details:
        """Say whose decision it was and what the check found."""
        return {
            "check": self.check,
            "agrees": self.agrees,
            "decided_by": Name(result.decision.by),
            "category": result.category,
            "reason": result.reason,
        }
