"""Passwords are kept as Argon2id records and checked without surprises."""

import argon2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.passwords import CHEAP
from webcare_desk.errors import LoginError, UsageError
from webcare_desk.vault.passwords import (
    LONGEST,
    SHORTEST,
    check_password,
    hash_password,
    verify_password,
)
from webcare_desk.vault.secret import Secret

PASSWORD = Secret("zeven groene fietsen")


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=40, max_size=60))
def test_a_password_verifies_and_another_does_not(text: str) -> None:
    record = hash_password(Secret(text + "?"), CHEAP)
    assert verify_password(record, Secret(text + "?"))
    assert not verify_password(record, Secret(text + "!"))


@pytest.mark.requirement("C6")
def test_the_standard_record_is_argon2id_with_64_mib_3_passes_4_lanes() -> None:
    record = hash_password(PASSWORD)
    assert record.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert verify_password(record, PASSWORD)


def test_two_records_of_one_password_differ() -> None:
    assert hash_password(PASSWORD, CHEAP) != hash_password(PASSWORD, CHEAP)


def test_the_same_word_from_another_keyboard_is_the_same_password() -> None:
    record = hash_password(Secret("een pati\u00ebnt aan zee"), CHEAP)
    assert verify_password(record, Secret("een patie\u0308nt aan zee"))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "at least 12 characters"),
        ("x" * (SHORTEST - 1), "at least 12 characters"),
        ("x" * (LONGEST + 1), "more than 1024"),
        ("x" * SHORTEST + "\ud800", "cannot be typed"),
    ],
)
def test_an_unfit_password_is_refused_with_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        hash_password(Secret(text), CHEAP)


def test_twelve_characters_are_enough() -> None:
    check_password(Secret("x" * SHORTEST))
    assert verify_password(hash_password(Secret("x" * SHORTEST), CHEAP), Secret("x" * SHORTEST))


@pytest.mark.parametrize("text", ["\ud800" * 20, "x" * (LONGEST + 1), ""])
def test_a_login_with_a_strange_password_is_just_wrong(text: str) -> None:
    assert not verify_password(hash_password(PASSWORD, CHEAP), Secret(text))


@pytest.mark.parametrize(
    "record",
    [
        "",
        "plain",
        "$argon2id$v=19$m=x,t=3,p=4$abc$def",
        "$argon2id$v=19$m=4194304,t=3,p=4$c29tZXNhbHQ$aGFzaA",
        "$argon2id$v=19$m=64,t=9999999,p=4$c29tZXNhbHQ$aGFzaA",
        "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$",
        argon2.PasswordHasher(1, 64, 1, type=argon2.Type.I).hash(
            "zeven groene fietsen", salt=b"always the same"
        ),
    ],
)
def test_a_damaged_or_dear_record_is_a_sentence(record: str) -> None:
    with pytest.raises(LoginError, match="record of this account is damaged"):
        verify_password(record, PASSWORD)


@pytest.mark.parametrize(
    "text", ["x" * 20, "ababababababab", "sanne.vos sanne", "Sanne Vos Sanne Vos", "VosSanne12345"]
)
def test_a_password_is_more_than_a_name_and_one_letter_again_and_again(text: str) -> None:
    known = ("sanne.vos", "Sanne Vos")
    with pytest.raises(UsageError, match=r"repeats itself|hardly more than"):
        check_password(Secret(text), known)
    check_password(Secret("sanne walks through Utrecht"), known)
