"""What a case from before lacks: its first version, marked as made later, and the clock of PV's answer."""

from dataclasses import dataclass
from typing import ClassVar, Final

from webcare_desk.actions.base import Moment, OnComment
from webcare_desk.actions.case_moves import add_version
from webcare_desk.actions.pv_clock import set_clock
from webcare_desk.domain.audit import Detail, Details, Name
from webcare_desk.domain.case_state import CaseState
from webcare_desk.domain.case_version import AnswerMeaning, CaseStanding, Sheet, VersionKind
from webcare_desk.domain.escalation import Escalation, EscalationState
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.reply import AT_PV, Delivery, DeliveryKind
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Session

#: What a version says that was made later, from the packet that was kept.
MARK: Final = "Made afterwards from the packet: this case is older than the desk's versions."
_ANSWERED: Final = {
    EscalationState.ACKNOWLEDGED: (CaseState.ACCEPTED, AnswerMeaning.ACCEPTED),
    EscalationState.NOT_A_CASE: (CaseState.NOT_A_CASE, AnswerMeaning.NOT_A_CASE),
}


@dataclass(frozen=True, slots=True)
class TakeUpOldCase(OnComment[Escalation]):
    """An escalation without a case gets one; `sheet` is made from the packet that was kept.

    Without a sheet the packet could not be read; the report is then made from it each time.
    """

    escalation: int
    sheet: Sheet | None
    name: ClassVar[Name] = Name("take-up-old-case")
    right: ClassVar[Right] = Right.DELIVER

    def apply(self, session: Session, moment: Moment) -> Escalation:
        """Make the case as far as the escalation has come, with its marked version."""
        found = session.escalation(self.escalation)
        if found is None or session.case_standing(self.escalation) is not None:
            msg = QT_TRANSLATE_NOOP(
                "Said", "Escalation {escalation} is no case from before the versions."
            )
            raise RefusedError(Said.of(msg, escalation=self.escalation))
        packet = _packet_of(session, found)
        state, answer = _ANSWERED.get(found.state, (_waiting(packet), None))
        session.add(
            tables.SAFETY_CASE,
            {
                "escalation": found.id,
                "state": state,
                "since": moment.at,
                "report": None if self.sheet is None else self.sheet.report,
                "version": 1,
            },
        )
        initial = (VersionKind.INITIAL, found.aware_at, self.sheet, MARK)
        add_version(session, moment, found.id, *initial)
        latest = session.case_versions(found.id)[-1]
        kept: dict[str, Detail] = {"delivery": None if packet is None else packet.id}
        session.change(tables.CASE_VERSION, latest.id, {**kept, "answer": answer})
        return found

    def detail_of(self, result: Escalation) -> Details:
        """Name the case, and say whether its packet could be read."""
        return {"escalation": result.id, "is_whole": self.sheet is not None}


@dataclass(frozen=True, slots=True)
class ClockOldCase(OnComment[CaseStanding]):
    """A report left before its comment got the clock of PV's answer then: it gets that one.

    `within` is how long PV has to answer, in microseconds.
    """

    case: int
    within: int
    name: ClassVar[Name] = Name("clock-old-case")
    right: ClassVar[Right] = Right.DELIVER

    def apply(self, session: Session, moment: Moment) -> CaseStanding:
        """Set the clock, once."""
        del moment
        found = {each.case: each for each in session.cases_clocked_before()}.get(self.case)
        if found is None:
            msg = QT_TRANSLATE_NOOP("Said", "Case {case} does not have the clock of an older one.")
            raise RefusedError(Said.of(msg, case=self.case))
        set_clock(session, self.case, self.within)
        return found

    def detail_of(self, result: CaseStanding) -> Details:
        """Name the case."""
        return {"escalation": result.case}


def _packet_of(session: Session, found: Escalation) -> Delivery | None:
    packets = (
        each
        for each in session.deliveries_of(found.comment)
        if each.kind is DeliveryKind.PACKET and each.escalation == found.id
    )
    return next(packets, None)


def _waiting(packet: Delivery | None) -> CaseState:
    is_there = packet is not None and packet.state in AT_PV
    return CaseState.SENT if is_there else CaseState.QUEUED
