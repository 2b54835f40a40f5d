"""A signed head stands or falls with every single bit."""

import base64
import hashlib

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given, settings
from hypothesis import strategies as st

from webcare_desk.errors import BrokenSealError, SecretError, WebcareError
from webcare_desk.vault.secret import Secret
from webcare_desk.vault.signing import Head, Signer, open_note, read_note

ROOT = hashlib.sha256(b"root").digest()
SIGNER = Signer.generate("desk-1")
ORIGIN = "desk.example/0197-a"
_GRAPHIC = st.text(
    st.characters(min_codepoint=33, max_codepoint=126, exclude_characters="+"),
    min_size=1,
    max_size=40,
)


def test_a_note_has_the_form_that_c2sp_describes() -> None:
    note = SIGNER.seal(ORIGIN, 7, ROOT)
    text, _, signature = note.partition("\n\n")
    assert text.split("\n") == [ORIGIN, "7", base64.b64encode(ROOT).decode()]
    dash, name, encoded = signature.removesuffix("\n").split(" ")
    assert (dash, name) == ("—", "desk-1")
    _, key_id, key = SIGNER.verifier.split("+", 2)
    raw = base64.b64decode(key)
    signed = base64.b64decode(encoded)
    assert raw[:1] == b"\x01"
    assert signed[:4].hex() == key_id == hashlib.sha256(b"desk-1\n" + raw).hexdigest()[:8]
    Ed25519PublicKey.from_public_bytes(raw[1:]).verify(signed[4:], f"{text}\n".encode())


@settings(max_examples=60, deadline=None)
@given(name=_GRAPHIC, origin=_GRAPHIC, size=st.integers(0, 10**16 - 1), root=st.binary())
def test_what_was_sealed_opens_again(name: str, origin: str, size: int, root: bytes) -> None:
    signer, digest = Signer.generate(name), hashlib.sha256(root).digest()
    note = signer.seal(origin, size, digest)
    assert open_note(note, signer.verifier) == Head(origin, size, digest)
    assert Signer.from_secret(signer.to_secret()).verifier == signer.verifier


def _flips(note: str) -> list[str]:
    data = note.encode()
    flipped = []
    for bit in range(len(data) * 8):
        changed = bytearray(data)
        changed[bit // 8] ^= 1 << (bit % 8)
        flipped.append(bytes(changed).decode("utf-8", "replace"))
    return flipped


def _refused(note: str) -> bool:
    try:
        open_note(note, SIGNER.verifier)
    except BrokenSealError:
        return True
    return False


def _unverified_refused(note: str) -> bool:
    try:
        read_note(note)
    except BrokenSealError:
        return True
    return False


def test_every_single_bit_flip_of_a_note_is_refused() -> None:
    flipped = _flips(SIGNER.seal(ORIGIN, 12345, ROOT))
    assert [note for note in flipped if not _refused(note)] == []


def test_a_reader_that_does_not_verify_accepts_many_of_those_flips() -> None:
    flipped = _flips(SIGNER.seal(ORIGIN, 12345, ROOT))
    assert sum(not _unverified_refused(note) for note in flipped) > len(flipped) // 4


def test_every_bit_flip_of_the_public_key_is_refused() -> None:
    note = SIGNER.seal(ORIGIN, 1, ROOT)
    for vkey in _flips(SIGNER.verifier):
        with pytest.raises(BrokenSealError):
            open_note(note, vkey)


def _variants(note: str) -> list[str]:
    text, _, signature = note.partition("\n\n")
    origin, size, root = text.split("\n")
    return [
        "",
        note[:-1],
        f"{note}\n",
        note + signature,
        f" {note}",
        note.replace("\n", "\r\n"),
        f"{origin}\n0{size}\n{root}\n\n{signature}",
        f"{origin}\n+{size}\n{root}\n\n{signature}",
        f"{origin}\n{size}\n{root}\nextension\n\n{signature}",
        f"{origin}\n{size}\n{root[:-1]}\n\n{signature}",
        f"{origin}\n{size}\n{root[:-2]}B=\n\n{signature}",
        f"{origin}\n{size}\nAAAA\n\n{signature}",
        f" {origin}\n{size}\n{root}\n\n{signature}",
        f"{origin}\n{size}\n{root}\n\n{signature.replace('desk-1', 'de+k-1')}",
        f"{origin}\n{size}\n{root}\n\n{signature.replace('—', '-')}",
        f"{origin}\n٧\n{root}\n\n{signature}",
        f"é{origin}\n{size}\n{root}\n\n{signature}",
        "x" * 1_000_000,
    ]


@pytest.mark.parametrize("number", range(18))
def test_a_note_in_any_other_spelling_is_refused(number: int) -> None:
    note = _variants(SIGNER.seal(ORIGIN, 7, ROOT))[number]
    with pytest.raises(BrokenSealError):
        open_note(note, SIGNER.verifier)


def test_the_note_of_another_key_of_the_same_name_is_refused() -> None:
    other = Signer.generate("desk-1")
    with pytest.raises(BrokenSealError, match="another key"):
        open_note(other.seal(ORIGIN, 7, ROOT), SIGNER.verifier)


def test_a_broken_seal_is_a_known_error() -> None:
    assert issubclass(BrokenSealError, WebcareError)


@pytest.mark.parametrize("name", ["", "desk 1", "desk+1", "dé", "x" * 121])
def test_a_key_name_that_a_note_cannot_carry_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="not a key name"):
        Signer.generate(name)


@pytest.mark.parametrize(
    ("origin", "size", "root"),
    [("", 1, ROOT), ("a\nb", 1, ROOT), (" a", 1, ROOT), ("a", -1, ROOT), ("a", 1, b"short")],
)
def test_what_is_no_head_is_not_sealed(origin: str, size: int, root: bytes) -> None:
    with pytest.raises(ValueError, match="not a head"):
        SIGNER.seal(origin, size, root)


def test_a_damaged_private_key_is_a_sentence() -> None:
    text = SIGNER.to_secret().reveal()
    other = Signer.generate("desk-1").to_secret().reveal()
    mixed = "+".join([*text.split("+", 4)[:4], other.split("+", 4)[4]])
    for damaged in ("", text.removeprefix("PRIVATE+KEY+"), text[:-4], f"{text}A", mixed):
        with pytest.raises(SecretError, match="signing key"):
            Signer.from_secret(Secret(damaged))


def test_the_signer_does_not_show_its_key() -> None:
    assert repr(SIGNER) == "Signer(name='desk-1')"
