"""The only administrator has lost the telephone with the codes: two others let him in again."""

import pytest

from tests.support.desks import Bench
from tests.support.signing import Signer, staff
from webcare_desk.actions import DropCode, EnrolCode
from webcare_desk.desk import Desk
from webcare_desk.domain.approval import ALONE_AFTER, Wanted, code_drop
from webcare_desk.domain.moderator import Role
from webcare_desk.errors import RefusedError


@pytest.fixture
def crew(desk: Desk) -> dict[str, Signer]:
    """Hire an administrator with codes, two who can approve, and one who cannot."""
    crew = staff(
        desk,
        ada=Role.ADMINISTRATOR,
        noor=Role.SUPERVISOR,
        piet=Role.PV_OFFICER,
        mo=Role.MODERATOR,
    )
    desk.perform(EnrolCode(1), crew["ada"].actor)
    return crew


def lost(desk: Desk, ada: Signer) -> Wanted:
    person = desk.read.moderator(ada.uid)
    assert person is not None
    return code_drop(person)


def has_codes(desk: Desk) -> bool:
    account = desk.read.account("ada")
    assert account is not None
    return account.code_step is not None


def test_two_who_can_approve_drop_the_codes_and_neither_alone(
    desk: Desk, crew: dict[str, Signer]
) -> None:
    noor, drop = crew["noor"], DropCode(crew["ada"].uid)
    for who, sentence in (("noor", "ask for approval first"), ("mo", "Only an administrator")):
        with pytest.raises(RefusedError, match=sentence):
            desk.perform(drop, crew[who].actor)
    request = noor.ask(desk, lost(desk, crew["ada"]), "her telephone is in the canal")
    with pytest.raises(RefusedError, match="still waits"):
        desk.perform(drop, noor.actor)
    assert has_codes(desk)
    crew["piet"].approve(desk, request)
    desk.perform(drop, noor.actor)
    assert not has_codes(desk)
    entry = desk.read.entries_after(desk.read.log_size() - 2, 1)[0]
    assert (entry.detail["request"], entry.detail["alone"]) == (request, False)
    with pytest.raises(RefusedError, match="ask for approval first"):
        desk.perform(drop, noor.actor)


def test_whose_codes_they_are_is_no_second_person_to_wait_for(bench: Bench) -> None:
    """With the administrator locked out nobody else can approve: after three days it goes alone."""
    desk = bench.desk
    crew = staff(desk, ada=Role.ADMINISTRATOR, noor=Role.SUPERVISOR)
    desk.perform(EnrolCode(1), crew["ada"].actor)
    crew["noor"].ask(desk, lost(desk, crew["ada"]))
    bench.clock.pass_by(ALONE_AFTER // 2)
    drop, noor = DropCode(crew["ada"].uid), crew["noor"]
    with pytest.raises(RefusedError, match="still waits"):
        desk.perform(drop, noor.again(desk).actor)
    bench.clock.pass_by(ALONE_AFTER // 2)
    desk.perform(drop, noor.again(desk).actor)
    assert not has_codes(desk)
