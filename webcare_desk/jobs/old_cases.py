"""One tick of the cases from before the versions: each gets its first one, marked as such."""

from contextlib import suppress
from typing import Final

from webcare_desk.actions.cases import TakeUpOldCase
from webcare_desk.desk import Desk
from webcare_desk.domain.case_version import Sheet
from webcare_desk.domain.moderator import system_actor
from webcare_desk.errors import PacketError, RefusedError

#: So many at one time.
BATCH: Final = 50


def take_up_old(desk: Desk) -> int:
    """Give up to `BATCH` old cases their first version; return how many got one."""
    taken = 0
    for escalation in desk.read.escalations_without_case(BATCH):
        act = TakeUpOldCase(escalation, _sheet(desk, escalation))
        # Refused: another process was quicker.
        with suppress(RefusedError):
            desk.perform(act, system_actor())
            taken += 1
    return taken


def _sheet(desk: Desk, escalation: int) -> Sheet | None:
    """Return the report that the packet gives, with the numbers that PV knows it by."""
    from webcare_desk.pv.e2b.cases import case_batch, sheet_of
    from webcare_desk.pv.e2b.rules import Profile
    from webcare_desk.pv.packet import case_from_json

    found = desk.read.escalation(escalation)
    try:
        case, _ = case_from_json(b"" if found is None else found.case.encode("utf-8"))
    except PacketError:
        return None
    return sheet_of(case_batch(case, Profile.INTAKE))
