"""What PV has of a comment: as which case, and whether that is all that it says."""

from webcare_desk.actions.rewording import reworded_after
from webcare_desk.domain.case_state import CaseState
from webcare_desk.domain.case_version import CaseVersion, VersionKind
from webcare_desk.domain.escalation import Escalation, EscalationState
from webcare_desk.domain.inbox import Work
from webcare_desk.store.base import Reads


def known_case(read: Reads, comment: int) -> Escalation | None:
    """Return the case as which PV has a comment; None where each was taken back or is none.

    What is new goes on with that case: as another one it would get another worldwide number,
    and PV would count one event twice.
    """
    living = [each for each in read.escalations_of(comment) if _lives(read, each)]
    return living[-1] if living else None


def is_with_pv(read: Reads, comment: int) -> bool:
    """Say whether a comment cannot be another case now: it is one, or PV has still to answer."""
    is_open = any(each.is_open for each in read.escalations_of(comment))
    return is_open or known_case(read, comment) is not None


def knows_all(read: Reads, work: Work) -> bool:
    """Say whether PV was told all that a comment says; not while PV's clock runs for what is new."""
    cases = read.escalations_of(work.comment)
    return bool(cases) and work.aware_due is None and not has_news(read, cases[-1])


def has_news(read: Reads, case: Escalation) -> bool:
    """Say whether a comment was reworded after the last that PV was told of its case."""
    told = [each for each in read.case_versions(case.id) if each.delivery is not None]
    return reworded_after(read, case.comment, told[-1].made_at if told else case.recognised_at)


def is_taken_back(versions: list[CaseVersion]) -> bool:
    """Say whether PV was told that a report does not hold any more (C.1.11.1)."""
    return any(each.kind is VersionKind.NULLIFICATION for each in versions)


def _lives(read: Reads, escalation: Escalation) -> bool:
    if is_taken_back(read.case_versions(escalation.id)):
        return False
    if escalation.state is not EscalationState.NOT_A_CASE:
        return True
    standing = read.case_standing(escalation.id)
    # What was told after PV had said so is judged anew.
    return standing is not None and standing.state not in {CaseState.NOT_A_CASE, CaseState.CLOSED}
