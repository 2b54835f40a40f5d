"""Asking the poster for more: each attempt is kept, with its own clock (GVP VI.B.3)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from webcare_desk.domain.escalation import EscalationPlan, Step, Unanswered
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.plan import Phase, state_at
from webcare_desk.domain.spans import DAY, HOUR

#: How long an answer is waited for, and how often one asks: more would be pressing.
WAITED: Final = 7 * DAY
MOST: Final = 3
#: Hours from the deputy's alarm to the supervisor's, and whose the asking is without a plan.
_LATER: Final = 24
_STEP: Final = Step("ask", Role.MODERATOR, Role.SENIOR, WAITED // HOUR, ())


class InquiryOutcome(StrEnum):
    """How an attempt ended."""

    ANSWERED = "answered"
    PARTLY = "partly"
    NO_ANSWER = "no-answer"
    REFUSED = "refused"
    NOT_REACHED = "not-reached"
    #: The question was called back before it left; the poster never saw it.
    CALLED_BACK = "called-back"


#: How a person can say that an attempt ended; calling the question back ends it by itself.
TOLD: Final = tuple(each for each in InquiryOutcome if each is not InquiryOutcome.CALLED_BACK)


@dataclass(frozen=True, slots=True)
class Invitation:
    """The public reply that asks for a private message, in Dutch ("nl") or else in English.

    It is held for `hold` microseconds in which it can be undone.
    """

    language: str
    hold: int


@dataclass(frozen=True, slots=True)
class Inquiry:
    """One attempt: which approved questions, asked when and by whom, waiting until when.

    Times in UTC microseconds; an attempt without `outcome` is open. `delivery` is the public
    reply that the desk sends for it; None where a person asked in another way. `alarm` is whom an
    alarm has reached because nobody said in time how it ended; `plan` is that of the case.
    """

    id: int
    case: int
    comment: int
    plan: str
    attempt: int
    questions: tuple[str, ...]
    asked_at: int
    by: str
    due_at: int
    ended_at: int | None
    outcome: InquiryOutcome | None
    delivery: int | None
    alarm: Role | None
    alarmed_at: int | None

    def is_late(self, now: int) -> bool:
        """Say whether nobody has said in time how it ended."""
        return self.outcome is None and now > self.due_at


def alarm_for(inquiry: Inquiry, plan: EscalationPlan | None, now: int) -> Role | None:
    """Return whom an alarm has to reach about an attempt at `now` (UTC microseconds), or None.

    It is the chain of a report that does not leave: the owner has the attempt's own time, then
    the deputy of the plan's step is alarmed, and a day later the supervisor.
    """
    if inquiry.outcome is not None:
        return None
    steps = () if plan is None else plan.steps
    step = next((each for each in steps if each.id == "forward"), _STEP)
    timed = replace(step, hours=WAITED // HOUR, deputy_after=0)
    chain = EscalationPlan("ask", (timed,), None, Unanswered(Role.SUPERVISOR, _LATER))
    phase = state_at(chain, 0, now - inquiry.due_at + WAITED).phase
    return {Phase.OWNER: None, Phase.DEPUTY: step.deputy, Phase.ROUND: Role.SUPERVISOR}[phase]


def tried(inquiries: Iterable[Inquiry]) -> int:
    """Return how often the poster was asked; what was called back does not count."""
    return sum(each.outcome is not InquiryOutcome.CALLED_BACK for each in inquiries)
