"""Whether a case still waits for a word of PV, so that a person may enter one."""

from webcare_desk.domain.case_state import WAITS, Wait
from webcare_desk.domain.escalation import Escalation
from webcare_desk.store.base import Reads


def awaits_pv(read: Reads, escalation: Escalation) -> bool:
    """Say whether PV has not answered, or has received it and has still to decide."""
    standing = read.case_standing(escalation.id)
    decides = standing is not None and WAITS.get(standing.state) is Wait.DECIDE
    return escalation.is_open or decides
