"""PV's answer as a person enters it: signed with a cheap key, which who has none gets first."""

from dataclasses import dataclass, replace
from typing import ClassVar

from tests.support.passwords import CHEAP
from tests.support.signing import sign_directly
from webcare_desk.actions.base import Action, Moment
from webcare_desk.actions.case_moves import spoken_of
from webcare_desk.actions.cases import Judged, RecordAnswer
from webcare_desk.actions.keys import add_key
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name
from webcare_desk.domain.case_version import PvDecision, SpokenAnswer, Way, record_of
from webcare_desk.domain.moderator import Actor, Right
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.signature import Meaning, SealedKey
from webcare_desk.store.base import Session
from webcare_desk.vault.personal_key import make_key
from webcare_desk.vault.secret import Secret


def pv_says(
    desk: Desk, by: Actor, case: int, reference: str = "PV-1", *, is_case: bool = True
) -> Judged:
    """Enter what PV said by telephone of a case, signed."""
    return desk.perform(answer_of(desk, by, case, reference, is_case=is_case), by)


def answer_of(
    desk: Desk, by: Actor, case: int, reference: str = "PV-1", *, is_case: bool = True
) -> RecordAnswer:
    """Return what PV said by telephone of the last version; its signature is on the desk already."""
    decision = PvDecision.ACCEPTED if is_case else PvDecision.NOT_A_CASE
    reason = None if is_case else Reason.NO_PRODUCT
    said = SpokenAnswer(case, decision, Way.PHONE, "PV called us at eleven", reference)
    for latest in spoken_of(desk.read, case)[-1:]:
        said = replace(said, version=latest.number)
    what = (record_of(said, reason), Name(f"case:{case}"), Meaning.RESPONSIBLE)
    made = sign_directly(desk, by, *key_of(desk, by), what)
    return RecordAnswer(said, made, reason)


def received(desk: Desk, by: Actor, case: int) -> Judged:
    """Enter that PV has received a case, and has still to decide, signed."""
    said = SpokenAnswer(case, PvDecision.RECEIVED, Way.PHONE, "PV has it")
    what = (record_of(said, None), Name(f"case:{case}"), Meaning.RESPONSIBLE)
    made = sign_directly(desk, by, *key_of(desk, by), what)
    return desk.perform(RecordAnswer(said, made), by)


def key_of(desk: Desk, by: Actor) -> tuple[SealedKey, Secret]:
    """Return a person's signing key and its password; one is made where none is."""
    person = desk.read.moderator(by.moderator)
    assert person is not None
    own = Secret(f"the own password of {person.login}")
    found = desk.read.signing_key(by.moderator)
    if found is not None:
        return SealedKey(found.public, found.sealed), own
    key = make_key(own, CHEAP)
    desk.perform(TakeKey(key), by)
    return key, own


@dataclass(frozen=True, slots=True)
class TakeKey(Action[None]):
    """Somebody gets a signing key and stays in every session, which a new password would end."""

    key: SealedKey
    name: ClassVar[Name] = Name("set-password")
    right: ClassVar[Right] = Right.SESSION

    def apply(self, session: Session, moment: Moment) -> None:
        """Add the key."""
        add_key(session, moment.by.moderator, self.key, moment)
