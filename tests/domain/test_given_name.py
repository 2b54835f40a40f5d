"""Whom a reply greets by name: somebody with a given name, and nobody's handle."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webcare_desk.domain.given_name import given_name


@pytest.mark.parametrize(
    ("shown", "name"),
    [
        ("Marijke de Wit", "Marijke"),
        (" Zoë ", "Zoë"),
        ("Anne-Marie Bakker", "Anne-Marie"),
        ("Jan de V.", "Jan"),
        ("Bo", "Bo"),
        ("anoniem_in_Assen", ""),
        ("Anoniem", ""),
        ("Zwijgzame_Zoe", ""),
        ("knarsknie", ""),
        ("De heer Jansen", ""),
        ("Dr. Peters", ""),
        ("Dr Peters", ""),
        ("Mevr. de Vries", ""),
        ("Mevrouw de Vries", ""),
        ("The Walker", ""),
        ("J. Bakker", ""),
        ("J Bakker", ""),
        ("ALS NIEMAND LUISTERT", ""),
        ("McKay", ""),
        ("Jan1952", ""),
        ("🌻 Marie", ""),
        ("Anne-", ""),
        ("  ", ""),
    ],
)
def test_only_what_looks_like_a_given_name_is_one(shown: str, name: str) -> None:
    assert given_name(shown) == name


@given(st.text(max_size=30))
def test_a_name_is_the_first_word_or_nothing(shown: str) -> None:
    assert given_name(shown) in {"", *shown.split()[:1]}
