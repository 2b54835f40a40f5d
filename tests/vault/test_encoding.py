"""Base64 has one spelling here, and a key's name no blank."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webcare_desk.errors import SecretError
from webcare_desk.vault.cosigning import Cosigner
from webcare_desk.vault.encoding import as_base64, from_base64, require_key_name
from webcare_desk.vault.secret import Secret


@given(st.binary(max_size=80))
def test_what_was_written_is_read_back(data: bytes) -> None:
    assert from_base64(as_base64(data)) == data


@pytest.mark.parametrize("text", ["QR==", "QQ", "QQ==\n", " QQ==", "Q", "é", "QQ==QQ=="])
def test_another_spelling_of_the_same_bytes_is_none(text: str) -> None:
    assert from_base64("QQ==") == b"A"
    assert from_base64(text) is None


@pytest.mark.parametrize("name", ["", "two words", "one+two", "n" * 121, "é"])
def test_a_key_has_a_name_that_stands_in_one_line_of_a_note(name: str) -> None:
    require_key_name("supervisor.example/w1")
    with pytest.raises(ValueError, match="not a key name"):
        require_key_name(name)


def test_the_key_of_a_cosigner_in_another_spelling_is_damaged() -> None:
    name, _, seed = Cosigner.generate("w1").to_secret().reveal().partition("+")
    kept = Cosigner.from_secret(Secret(f"{name}+{seed}")).to_secret()
    assert kept.reveal() == f"{name}+{seed}"
    for other in (f"{seed[:-4]}", f"{seed[:-2]}{'B' if seed[-2] != 'B' else 'C'}="):
        with pytest.raises(SecretError, match="is damaged"):
            Cosigner.from_secret(Secret(f"{name}+{other}"))
