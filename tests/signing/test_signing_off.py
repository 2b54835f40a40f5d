"""Signing: whose, with what, under what; and why nobody signs for somebody else."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.desks import SECOND, SYSTEM, Bench, enter
from tests.support.passwords import CHEAP
from tests.support.signing import (
    DOCUMENT,
    RECORD,
    Signer,
    give_key,
    hire,
    new_password,
    staff,
    unsigned,
)
from webcare_desk import people, signing_off
from webcare_desk.actions import (
    LockSigning,
    PutProtocolInForce,
    RecordFailedLogin,
    RecordSignature,
)
from webcare_desk.desk import Desk
from webcare_desk.domain.alert import TRIES, AlertKind
from webcare_desk.domain.audit import Name, digest
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.signature import Meaning, Signature, covered
from webcare_desk.errors import (
    DeniedError,
    LoginError,
    RefusedError,
    SecretError,
    UsageError,
)
from webcare_desk.signing_off import needs_both, sign, verify_signature
from webcare_desk.vault.personal_key import is_signed, make_key, sign_with
from webcare_desk.vault.secret import Secret


@pytest.fixture
def noor(desk: Desk) -> Signer:
    """Give Noor, a supervisor who can sign."""
    return hire(desk, "noor", Role.SUPERVISOR)


def only_password(desk: Desk, who: Signer) -> Signature:
    """Sign with the one private component."""
    return sign(desk, who.actor, who.password, RECORD, DOCUMENT, Meaning.REVIEWED)


@pytest.mark.requirement("D1")
def test_a_signature_says_who_when_where_and_what_it_means(bench: Bench, noor: Signer) -> None:
    bench.desk.perform(PutProtocolInForce(Name("base@1"), digest(b"pack")), SYSTEM)
    made = noor.sign(bench.desk, Meaning.QUALITY_CHECKED)
    assert (made.signer, made.name, made.role) == (noor.uid, "Noor", Role.SUPERVISOR)
    assert (made.record, made.document) == (RECORD, DOCUMENT)
    assert made.meaning is Meaning.QUALITY_CHECKED
    assert made.protocol == digest(b"pack")
    assert made.zone.startswith("utc")
    assert abs(made.at - bench.clock.at) < SECOND
    read = bench.desk.read
    assert read.signature(made.id) == made
    assert read.signatures() == [made]
    (entry,) = read.entries_after(read.log_size() - 2, 9)
    assert entry.action == "record-signature"
    assert entry.detail["signed"] == digest(made.signed)
    assert b"Noor" not in entry.leaf


@pytest.mark.requirement("D2")
def test_a_kept_signature_verifies_and_is_not_transplantable(desk: Desk, noor: Signer) -> None:
    made = noor.sign(desk)
    assert verify_signature(desk.read, made, RECORD, DOCUMENT) is None
    other = digest(b"another record")
    assert "another record" in str(verify_signature(desk.read, made, other, DOCUMENT))
    assert "another record" in str(verify_signature(desk.read, made, RECORD, Name("review:2")))
    moved = replace(made, record=other)
    assert "was changed" in str(verify_signature(desk.read, moved, other, DOCUMENT))


@pytest.mark.parametrize("name", ["Mo", "Noor "])
def test_another_printed_name_fails(desk: Desk, noor: Signer, name: str) -> None:
    made = replace(noor.sign(desk), name=name)
    assert "was changed" in str(verify_signature(desk.read, made, RECORD, DOCUMENT))


@given(bit=st.integers(0, 511))
@settings(deadline=None)
def test_one_changed_bit_of_a_signature_is_found_before_it_is_kept(bit: int) -> None:
    key, password = make_key(Secret("x"), CHEAP), Secret("x")
    whole = replace(unsigned(), key=key.public)
    signed = bytearray(sign_with(key, password, covered(whole)))
    signed[bit // 8] ^= 1 << bit % 8
    assert not is_signed(key.public, covered(whole), bytes(signed))


@pytest.mark.requirement("D3")
def test_the_first_signature_of_a_session_takes_both_components(desk: Desk, noor: Signer) -> None:
    assert needs_both(desk.read, noor.actor)
    with pytest.raises(UsageError, match="login and password"):
        only_password(desk, noor)
    noor.sign(desk)
    assert not needs_both(desk.read, noor.actor)
    assert only_password(desk, noor).id == 2
    later = noor.again(desk)
    with pytest.raises(UsageError, match="login and password"):
        only_password(desk, later)


@pytest.mark.requirement("D3")
def test_after_a_screen_lock_both_are_asked_again_each_time(desk: Desk, noor: Signer) -> None:
    for _ in range(2):
        noor.sign(desk)
        desk.perform(LockSigning(), noor.actor)
        with pytest.raises(UsageError, match="login and password"):
            only_password(desk, noor)


def test_the_desk_itself_refuses_a_first_signature_with_one_component(
    desk: Desk, noor: Signer
) -> None:
    made = noor.sign(desk)
    desk.perform(LockSigning(), noor.actor)
    with pytest.raises(RefusedError, match="login and password"):
        desk.perform(RecordSignature(made, has_both=False), noor.actor)


def test_a_wrong_password_signs_nothing_and_counts(bench: Bench, noor: Signer) -> None:
    desk = bench.desk
    wrong = replace(noor, password=Secret("not the password"))
    for _ in range(TRIES):
        with pytest.raises(LoginError, match="nothing was signed"):
            wrong.sign(desk)
    for _ in range(2):
        with pytest.raises(LoginError, match="Too many wrong tries"):
            noor.sign(desk)
    (alert,) = desk.read.alerts()
    assert (alert.kind, alert.tries) == (AlertKind.WRONG_SIGNATURE, TRIES + 1)
    account = desk.read.account("noor")
    assert account is not None
    assert account.failures == TRIES
    assert desk.read.last_signature() == 0
    bench.clock.pass_by(60 * SECOND)
    assert noor.sign(desk).signer == noor.uid


@pytest.mark.parametrize("typed", ["Noor", " NOOR", "noor "])
def test_the_login_that_lets_one_in_signs_too(desk: Desk, noor: Signer, typed: str) -> None:
    assert replace(noor, login=typed).sign(desk).signer == noor.uid
    account = desk.read.account("noor")
    assert account is not None
    assert account.failures == 0


def test_the_login_of_somebody_else_is_a_wrong_login(desk: Desk, noor: Signer) -> None:
    with pytest.raises(LoginError, match="nothing was signed"):
        replace(noor, login="mo").sign(desk)
    account = desk.read.account("noor")
    assert account is not None
    assert account.failures == 1


@pytest.mark.requirement("D4")
def test_whoever_resets_the_own_password_needs_a_new_key_too(desk: Desk, noor: Signer) -> None:
    own = noor.again(desk, Role.ADMINISTRATOR).actor
    new_password(desk, noor.uid, own, "without a key of its own")
    with pytest.raises(RefusedError, match="no signing key"):
        replace(noor, password=Secret("without a key of its own")).sign(desk)


@pytest.mark.requirement("D4")
def test_an_administrator_cannot_sign_for_another(desk: Desk) -> None:
    people_here = staff(desk, ada=Role.ADMINISTRATOR, noor=Role.SUPERVISOR)
    ada, noor = people_here["ada"], people_here["noor"]
    before = noor.sign(desk)
    given = Secret("what ada gave noor")
    new_password(desk, noor.uid, ada.actor, given.reveal())
    with pytest.raises(RefusedError, match="no signing key"):
        replace(noor, password=given).sign(desk)  # her session has ended besides
    (old,) = desk.read.signing_keys(noor.uid)
    assert (old.sealed, old.ended_by) == ("", ada.uid)
    assert verify_signature(desk.read, before, RECORD, DOCUMENT) is None
    after = give_key(desk, noor.uid, "noor", Role.SUPERVISOR).sign(desk)
    assert after.key != before.key
    assert verify_signature(desk.read, after, RECORD, DOCUMENT) is None


def test_no_one_records_a_signature_in_another_name_or_by_another_key(desk: Desk) -> None:
    both = staff(desk, ada=Role.ADMINISTRATOR, noor=Role.SUPERVISOR)
    ada, noor = both["ada"], both["noor"]
    made = noor.sign(desk)
    with pytest.raises(RefusedError, match="for oneself alone"):
        desk.perform(RecordSignature(made, has_both=True), ada.actor)
    own = make_key(Secret("x"), CHEAP)
    forged = replace(made, key=own.public)
    forged = replace(forged, signed=sign_with(own, Secret("x"), covered(forged)))
    with pytest.raises(RefusedError, match="not the key"):
        desk.perform(RecordSignature(forged, has_both=True), noor.actor)
    with pytest.raises(RefusedError, match="was not made by its owner"):
        desk.perform(RecordSignature(replace(made, record=digest(b"x")), True), noor.actor)  # noqa: FBT003 - has_both
    with pytest.raises(RefusedError, match="printed name"):
        desk.perform(RecordSignature(replace(made, name="x"), has_both=True), noor.actor)


def test_a_signature_of_another_time_is_refused(bench: Bench, noor: Signer) -> None:
    made = noor.sign(bench.desk)
    bench.clock.pass_by(61 * SECOND)
    with pytest.raises(RefusedError, match="not of this moment"):
        bench.desk.perform(RecordSignature(made, has_both=True), noor.actor)


def test_a_key_does_not_vouch_for_another_time_or_person(bench: Bench, noor: Signer) -> None:
    made = noor.sign(bench.desk)
    other = Secret("a sentence in its place")
    people.set_password(bench.desk, noor.uid, other, noor.actor, CHEAP)
    (key, _) = bench.desk.read.signing_keys(noor.uid)
    assert bench.store.signing_key(noor.uid) != key
    late = replace(made, at=bench.clock.at, signer=noor.uid)
    assert "was changed" in str(verify_signature(bench.desk.read, late, RECORD, DOCUMENT))
    stranger = replace(unsigned(), key=make_key(Secret("x"), CHEAP).public)
    assert "was changed" in str(verify_signature(bench.desk.read, stranger, RECORD, DOCUMENT))


def test_a_stranger_who_signs_rightly_is_not_a_person_of_the_desk(desk: Desk) -> None:
    key = make_key(Secret("x"), CHEAP)
    bare = replace(unsigned(), key=key.public)
    made = replace(bare, signed=sign_with(key, Secret("x"), covered(bare)))
    assert "was never this person's" in str(verify_signature(desk.read, made, RECORD, DOCUMENT))


def test_who_may_not_sign_does_not(desk: Desk, noor: Signer) -> None:
    auditor = hire(desk, "mo", Role.AUDITOR)
    with pytest.raises(DeniedError, match="may not do this: record-signature"):
        auditor.sign(desk)
    nobody = Actor("nobody", Role.SUPERVISOR, noor.actor.session)
    with pytest.raises(LoginError, match="nothing was signed"):
        sign(desk, nobody, noor.password, RECORD, DOCUMENT, Meaning.REVIEWED, login="noor")


def test_a_damaged_key_refuses_with_a_sentence(desk: Desk) -> None:
    noor = hire(desk, "noor", Role.SUPERVISOR)
    broken = make_key(Secret("something else here"), CHEAP)
    people_key = desk.read.signing_key(noor.uid)
    assert people_key is not None
    from webcare_desk.actions import SetPassword
    from webcare_desk.vault.passwords import hash_password

    record = hash_password(noor.password, CHEAP)
    desk.perform(SetPassword(noor.uid, record, broken), noor.actor)
    with pytest.raises(SecretError, match="does not open"):
        noor.sign(desk)


def test_the_first_administrator_can_sign_at_once(desk: Desk) -> None:
    password = Secret("a sentence to keep")
    uid = people.add_first_administrator(desk, "ada", "Ada", password, CHEAP)
    ada = Signer(enter(desk, uid, "ada", Role.ADMINISTRATOR), "ada", password)
    assert ada.sign(desk).name == "Ada"


def test_failed_logins_of_nobody_sign_nothing(desk: Desk) -> None:
    desk.perform(RecordFailedLogin("nobody"), SYSTEM)
    assert desk.read.last_signature() == 0


def test_a_request_that_is_not_there_is_refused_before_anything_is_signed(
    desk: Desk, noor: Signer
) -> None:
    with pytest.raises(RefusedError, match="no request 7"):
        signing_off.approve(desk, noor.actor, noor.password, 7, login="noor")
    assert desk.read.last_signature() == 0


def test_a_signature_under_another_protocol_is_refused(desk: Desk, noor: Signer) -> None:
    made = noor.sign(desk)
    desk.perform(PutProtocolInForce(Name("base@2"), digest(b"put in force meanwhile")), SYSTEM)
    with pytest.raises(RefusedError, match="not of this moment"):
        desk.perform(RecordSignature(made, has_both=True), noor.actor)
