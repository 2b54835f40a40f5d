"""A cosignature is over one head, at one second, by one key."""

import base64
import hashlib
import struct

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from webcare_desk.errors import BrokenSealError, SecretError
from webcare_desk.vault.cosigning import Cosigner, cosigned_at
from webcare_desk.vault.secret import Secret
from webcare_desk.vault.signing import Signer

ORIGIN = "webcare-desk/0197"
NOTE = Signer.generate(ORIGIN).seal(ORIGIN, 7, hashlib.sha256(b"root").digest())
WITNESS = Cosigner.generate("supervisor.example/w1")
AT = 1_772_528_400


def test_a_cosignature_has_the_form_that_c2sp_describes() -> None:
    dash, name, encoded = WITNESS.cosign(NOTE, AT).removesuffix("\n").split(" ")
    data = base64.b64decode(encoded)
    public = base64.b64decode(WITNESS.verifier.split("+", 2)[2])
    assert (dash, name) == ("—", "supervisor.example/w1")
    assert public[:1] == b"\x04"
    assert data[:4] == hashlib.sha256(name.encode() + b"\n" + public).digest()[:4]
    assert struct.unpack(">Q", data[4:12]) == (AT,)
    text = NOTE.partition("\n\n")[0] + "\n"
    message = f"cosignature/v1\ntime {AT}\n{text}".encode()
    Ed25519PublicKey.from_public_bytes(public[1:]).verify(data[12:], message)


@given(st.integers(0, 2**63 - 1))
def test_it_tells_when_it_was_given(at: int) -> None:
    assert cosigned_at(NOTE, WITNESS.cosign(NOTE, at), WITNESS.verifier) == at


def test_no_flipped_bit_of_it_survives() -> None:
    line = WITNESS.cosign(NOTE, AT).encode()
    for bit in range(len(line) * 8):
        flipped = bytearray(line)
        flipped[bit // 8] ^= 1 << bit % 8
        with pytest.raises(BrokenSealError):
            cosigned_at(NOTE, flipped.decode("utf-8", "replace"), WITNESS.verifier)


def test_it_is_under_no_other_head_and_by_no_other_key() -> None:
    line = WITNESS.cosign(NOTE, AT)
    other = Signer.generate(ORIGIN).seal(ORIGIN, 8, hashlib.sha256(b"root").digest())
    with pytest.raises(BrokenSealError, match="was changed"):
        cosigned_at(other, line, WITNESS.verifier)
    with pytest.raises(BrokenSealError, match="by another key"):
        cosigned_at(NOTE, line, Cosigner.generate(WITNESS.name).verifier)
    for bad in ("", "a+b", Signer.generate("x").verifier, WITNESS.verifier.replace("+", "+0", 1)):
        with pytest.raises(BrokenSealError, match="not the public key of a cosigner"):
            cosigned_at(NOTE, line, bad)


def test_the_key_is_kept_as_a_secret_and_does_not_show_itself() -> None:
    again = Cosigner.from_secret(WITNESS.to_secret())
    assert again.verifier == WITNESS.verifier
    assert repr(again) == "Cosigner(name='supervisor.example/w1')"
    for damaged in ("", "w1+!", "w1+AAAA"):
        with pytest.raises(SecretError, match="damaged"):
            Cosigner.from_secret(Secret(damaged))
    with pytest.raises(ValueError, match="not a key name"):
        Cosigner.generate("a b")
