"""The register of safety cases: one row a case, for PV officers and supervisors."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from webcare_desk.domain.case_duty import duty
from webcare_desk.domain.case_state import CaseState
from webcare_desk.domain.case_version import CaseStanding, VersionKind, clock_from
from webcare_desk.domain.escalation import EscalationPlan
from webcare_desk.domain.moderator import Role


class Shown(StrEnum):
    """Which cases the register shows."""

    OPEN = "open"
    OURS = "ours"
    PV = "pv"
    ALARM = "alarm"
    DECIDED = "decided"
    CLOSED = "closed"
    ALL = "all"


_S = CaseState
_OURS: Final = (
    *(_S.DRAFTED, _S.QUEUED, _S.CAME_BACK),
    *(_S.REJECTED, _S.CORRECTED, _S.FOLLOW_UP),
)
_PV: Final = (_S.SENT, _S.ACKNOWLEDGED)
_DECIDED: Final = (_S.ACCEPTED, _S.NOT_A_CASE, _S.DUPLICATE)
#: The states of each choice; an alarm is asked for beside its own, and a closed case may be in doubt.
STATES: Final[Mapping[Shown, tuple[CaseState, ...]]] = {
    Shown.OPEN: (*_OURS, *_PV, *_DECIDED),
    Shown.OURS: _OURS,
    Shown.PV: _PV,
    Shown.ALARM: tuple(CaseState),
    Shown.DECIDED: _DECIDED,
    Shown.CLOSED: (_S.CLOSED,),
    Shown.ALL: tuple(CaseState),
}

#: A correction of that number corrects the first report.
_SECOND: Final = 2


@dataclass(frozen=True, slots=True)
class RegisterFilter:
    """Which cases, and words in the comment, of its author, or in PV's reference."""

    shown: Shown = Shown.OPEN
    words: str = ""


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One case; `text` is the beginning of the comment as it stands now.

    `day_zero_at` is when the regulatory clock began, by the policy that was frozen with the case.
    `reference` is our number as it was filed, of one that was erased only its end.
    `linked` is how many cases the moderator took for the same one when this one was sent,
    `asking` whom an alarm has reached about a question to the poster that is late.
    """

    standing: CaseStanding
    uid: str
    kind: VersionKind
    day_zero_at: int
    due_at: int
    author: str
    source: str
    text: str
    linked: int
    reference: str
    asking: Role | None


@dataclass(frozen=True, slots=True)
class CaseTurn:
    """Whose turn a case is, and until when (UTC microseconds)."""

    owner: Role
    until: int


def case_turn(row: RegisterRow, plan: EscalationPlan | None, now: int) -> CaseTurn | None:
    """Return whose turn the case of a row is, as `turn_in` does."""
    return turn_in(row.standing, plan, now)


def turn_in(standing: CaseStanding, plan: EscalationPlan | None, now: int) -> CaseTurn | None:
    """Return whose turn a case is by the plan it was escalated with; a closed case is nobody's."""
    begins = clock_from(standing)
    found = duty(standing.state, plan, now - begins)
    return None if found is None else CaseTurn(standing.alarm or found.owner, begins + found.until)


def submission_from(row: RegisterRow) -> int:
    """Return since when PV's days to submit run (UTC microseconds).

    For what is new about a case that PV has they begin again when it reached us (GVP VI.B.7);
    until PV has the case, and while its first report is corrected, they run from day zero.
    """
    standing = row.standing
    corrects_first = row.kind is VersionKind.CORRECTION and standing.number == _SECOND
    is_new = row.kind is VersionKind.INITIAL or standing.pv_reference is None or corrects_first
    return row.day_zero_at if is_new else standing.clock_from
