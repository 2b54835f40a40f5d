"""Erasing one comment on a desk that lives, by two people with keys."""

from tests.support.desks import Bench
from tests.support.passwords import CHEAP
from tests.support.signing import sign_directly
from webcare_desk.actions import Approve, Ask, Erase, LogIn, SetHold, SetPassword
from webcare_desk.domain.audit import Name
from webcare_desk.domain.erasure import Basis, HoldBasis, Retention, erasure_of
from webcare_desk.domain.identity import new_uid
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.signature import SealedKey
from webcare_desk.vault.personal_key import make_key
from webcare_desk.vault.secret import Secret


def session_of(bench: Bench, login: str, role: Role) -> Actor:
    """Begin a session of an account."""
    account = bench.desk.read.account(login)
    assert account is not None
    actor = Actor(account.moderator.id, role, new_uid(bench.clock()))
    return bench.desk.perform(LogIn(login, role), actor)


def hold_and_erase(
    bench: Bench, logins: tuple[str, str], own: tuple[SealedKey, Secret], words: str
) -> None:
    """Hold comment 1 with `words`; the first person asks to erase 4, the second approves."""
    desk = bench.desk
    officer = session_of(bench, logins[0], Role.DATA_PROTECTION)
    second = session_of(bench, logins[1], Role.SUPERVISOR)
    password = Secret("the second one's own")
    other = make_key(password, CHEAP)
    desk.perform(SetPassword(second.moderator, password.reveal(), other), second)
    desk.perform(SetHold(1, HoldBasis.LEGAL_CLAIM, words), officer)
    wanted = erasure_of(Name("comment/4"), [4], Basis.OBJECTION)
    asking = (wanted.record, wanted.document, wanted.asking)
    made = sign_directly(desk, officer, *own, asking)
    request = desk.perform(Ask(wanted, "", made), officer)
    approving = (wanted.record, wanted.document, wanted.approving)
    approved = sign_directly(desk, second, other, password, approving)
    desk.perform(Approve(request, approved), second)
    desk.perform(Erase(wanted, Retention()), officer)
