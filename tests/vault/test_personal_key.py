"""A person's key opens with that person's password, and with nothing else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.passwords import CHEAP
from webcare_desk.domain.audit import Name
from webcare_desk.domain.signature import SealedKey
from webcare_desk.errors import SecretError
from webcare_desk.vault.personal_key import is_signed, make_key, sign_with
from webcare_desk.vault.secret import Secret

PASSWORD = Secret("een zin die ik onthoud")
KEY = make_key(PASSWORD, CHEAP)
SIGNED = sign_with(KEY, PASSWORD, b"record")


def test_what_the_key_signs_verifies() -> None:
    assert is_signed(KEY.public, b"record", SIGNED)
    assert not is_signed(KEY.public, b"another record", SIGNED)
    assert not is_signed(make_key(PASSWORD, CHEAP).public, b"record", SIGNED)
    assert not is_signed("rsa:00", b"record", SIGNED)


@given(bit=st.integers(0, len(SIGNED) * 8 - 1))
@settings(deadline=None)
def test_a_signature_with_one_bit_changed_does_not_verify(bit: int) -> None:
    changed = bytearray(SIGNED)
    changed[bit // 8] ^= 1 << bit % 8
    assert not is_signed(KEY.public, b"record", bytes(changed))


@pytest.mark.parametrize("text", ["", "een zin die ik onthou", "Een zin die ik onthoud"])
def test_another_password_does_not_open_the_key(text: str) -> None:
    with pytest.raises(SecretError, match="does not open"):
        sign_with(KEY, Secret(text), b"record")


def test_the_same_password_typed_on_another_keyboard_opens_it() -> None:
    key = make_key(Secret("caf\u00e9 caf\u00e9 caf\u00e9"), CHEAP)
    assert sign_with(key, Secret("cafe\u0301 cafe\u0301 cafe\u0301"), b"x")


def test_nothing_of_the_private_half_stands_in_the_sealed_key() -> None:
    assert PASSWORD.reveal() not in KEY.sealed
    assert KEY.public.removeprefix("ed25519:") not in KEY.sealed


def test_a_private_half_under_another_public_one_does_not_open() -> None:
    swapped = SealedKey(make_key(PASSWORD, CHEAP).public, KEY.sealed)
    with pytest.raises(SecretError, match="does not open"):
        sign_with(swapped, PASSWORD, b"record")


def damaged() -> dict[str, str]:
    """Return the sealed key, broken in each place, by what is broken."""
    version, cost, salt, nonce, box = KEY.sealed.split("$")
    return {
        "nothing": "",
        "another version": f"key-v2${cost}${salt}${nonce}${box}",
        "dear": f"{version}$m=9999999,t=1,p=1${salt}${nonce}${box}",
        "no cost": f"{version}$cheap${salt}${nonce}${box}",
        "salt": f"{version}${cost}$é${nonce}${box}",
        "box": "$".join((version, cost, salt, nonce, box[4:])),
        "no box": f"{version}${cost}${salt}${nonce}",
    }


@pytest.mark.parametrize("sealed", damaged().values(), ids=damaged())
def test_a_damaged_key_is_a_sentence(sealed: str) -> None:
    with pytest.raises(SecretError, match="set a new password of your own"):
        sign_with(SealedKey(Name(KEY.public), sealed), PASSWORD, b"record")
