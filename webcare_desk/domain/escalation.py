"""An escalation: what is handed to pharmacovigilance, by whom, and by when."""

from dataclasses import dataclass
from enum import StrEnum

from webcare_desk.domain.moderator import Role
from webcare_desk.domain.reason import Reason


class Criterion(StrEnum):
    """The four minimum criteria of a valid report (GVP VI.B.2)."""

    PATIENT = "patient"
    REPORTER = "reporter"
    PRODUCT = "product"
    EVENT = "event"


class Presence(StrEnum):
    """Whether a criterion is met, as far as the text says."""

    PRESENT = "present"
    ABSENT = "absent"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The answer to one criterion with the spans `(start, end)` that show it.

    `defaulted` marks an answer that stands on a rule rather than on the text
    (GVP VI.B.2: a reporter without a stated qualification is a consumer).
    """

    presence: Presence
    spans: tuple[tuple[int, int], ...] = ()
    defaulted: bool = False


class Situation(StrEnum):
    """Special situations, forwarded with or without a reaction (GVP VI.B.6)."""

    PREGNANCY = "pregnancy"
    BREASTFEEDING = "breastfeeding"
    OVERDOSE = "overdose"
    ABUSE = "abuse"
    MISUSE = "misuse"
    MEDICATION_ERROR = "medication-error"
    OCCUPATIONAL = "occupational-exposure"
    OFF_LABEL = "off-label"
    LACK_OF_EFFECT = "lack-of-effect"
    EXPIRED = "expired"
    COUNTERFEIT = "counterfeit"
    INFECTION = "infection"
    INTERACTION = "interaction"


class EscalationState(StrEnum):
    """Escalated is not done until PV has acknowledged."""

    OPEN = "open"
    ACKNOWLEDGED = "acknowledged"
    NOT_A_CASE = "not-a-case"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an escalation plan.

    Hours count wall-clock time from the awareness time: this clock never
    pauses. After `deputy_after` of them (0: after `hours`) the deputy has the
    step, after `hours` it is late. `evidence` is what should be there when it
    is done, shown and not checked; `reasons` are those with which the way to PV may end here.
    """

    id: str
    owner: Role
    deputy: Role
    hours: int
    title: tuple[tuple[str, str], ...]
    deputy_after: int = 0
    evidence: tuple[tuple[tuple[str, str], ...], ...] = ()
    reasons: tuple[Reason, ...] = ()

    @property
    def passes_after(self) -> int:
        """After how many hours the deputy has it."""
        return self.deputy_after or self.hours

    def title_in(self, language: str) -> str:
        """Return the title in `language`, else in English, else the id."""
        titles = dict(self.title)
        return titles.get(language) or titles.get("en") or self.id


#: How long somebody else has a late step before it goes on, where the plan says nothing.
_USUAL_HOURS = 24


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Who has a late step on which nobody acts: `owner` after `hours`, and on it goes."""

    owner: Role
    hours: int


@dataclass(frozen=True, slots=True)
class EscalationPlan:
    """The steps from recognition to PV's acknowledgement, in order.

    `out_of_hours` has a step in time while the office is closed; None: its owner.
    `nobody_acts` None stands for the deputy of the last step, a day later.
    """

    id: str
    steps: tuple[Step, ...]
    out_of_hours: Role | None = None
    nobody_acts: Unanswered | None = None

    @property
    def goes_on(self) -> Unanswered:
        """Who has a late step next, and after how many hours each time."""
        return self.nobody_acts or Unanswered(self.steps[-1].deputy, _USUAL_HOURS)

    @property
    def forwards(self) -> bool:
        """Say whether a packet leaves for PV by this plan: it has a step `forward`."""
        return any(step.id == "forward" for step in self.steps)


@dataclass(frozen=True, slots=True)
class OpenStep:
    """What the clock needs of an open escalation: its present step, since when, and whose it is.

    `aware_at` is when what PV has to know reached us: of the latest version (UTC microseconds).
    """

    id: int
    comment: int
    plan: str
    step: int
    aware_at: int
    owner: Role


@dataclass(frozen=True, slots=True)
class Done:
    """Who did a step (an account's id, or the program), when (UTC microseconds), in which words.

    `due_at` is until when that was in time, where the entry says so.
    """

    by: str
    at: int
    words: str = ""
    due_at: int | None = None


@dataclass(frozen=True, slots=True)
class PlanStep:
    """How a step stands of a plan that leads to no packet; times in UTC microseconds.

    After `due_at` it is late: of what was recorded, as it was then. `doers` are the roles in which somebody may record that it was done.
    """

    plan: str
    step: Step
    due_at: int
    doers: frozenset[Role]
    done: Done | None

    @property
    def key(self) -> tuple[str, str]:
        """Return the plan and the step, by their ids."""
        return self.plan, self.step.id


@dataclass(frozen=True, slots=True)
class Escalation:
    """An escalation as the desk keeps it; times in UTC microseconds.

    `aware_at` is day zero: when anybody on the desk first saw the comment
    (GVP VI.B.7). `case` is the frozen safety case as JSON, `owner` the role that
    owns the present step, `pv_reference` PV's case number from its answer.
    """

    id: int
    uid: str
    comment: int
    state: EscalationState
    plan: str
    step: int
    aware_at: int
    recognised_at: int
    due_at: int
    case: str
    owner: Role
    by: str
    pv_reference: str | None
    version: int

    @property
    def is_open(self) -> bool:
        """Say whether PV still has to answer."""
        return self.state is EscalationState.OPEN
