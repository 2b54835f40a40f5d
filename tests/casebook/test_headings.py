"""Lists leave the desk in Dutch or English, with every word that can stand in them."""

from itertools import chain

import pytest

from tests.support.safety import Safety
from webcare_desk.casebook.headings import headings, worded
from webcare_desk.casebook.pv_list import guess_columns, status_of
from webcare_desk.casebook.reconcile import HEADER
from webcare_desk.casebook.register import Register, listing_of
from webcare_desk.domain.case_state import CaseState
from webcare_desk.domain.case_version import VersionKind
from webcare_desk.domain.listed import ListStatus
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.register import RegisterFilter, Shown

READ_BACK = [each for each in ListStatus if each is not ListStatus.UNREADABLE]


@pytest.mark.parametrize("word", sorted({*chain(CaseState, VersionKind, Role, Shown, READ_BACK)}))
def test_every_word_of_a_list_has_its_dutch(word: str) -> None:
    assert worded(word, "nl")
    assert worded(word, "en") == word


@pytest.mark.parametrize("status", READ_BACK)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_pv_decided_is_read_back_in_both_languages(status: ListStatus, language: str) -> None:
    assert status_of(worded(status.value, language)) is status


def test_the_columns_of_our_own_list_are_found_in_both_languages() -> None:
    english, dutch = (guess_columns(headings(HEADER, each)) for each in ("en", "nl"))
    assert (english.reference, english.number) == ("our reference", "PV number")
    assert (dutch.reference, dutch.number) == ("onze referentie", "PV-nummer")
    assert (english.status, dutch.status) == ("status", "besluit")
    assert (dutch.link, dutch.hash) == ("permalink", "verbatim sha-256")


def test_the_register_leaves_in_dutch(safety: Safety) -> None:
    read, chosen = safety.bench.desk.read, RegisterFilter(Shown.OPEN)
    made = listing_of(read, Register(lambda _: None, "nl"), chosen, safety.bench.clock())
    assert made.title == "Register van meldingen"
    assert made.facts[1:] == (("Getoond", "open"), ("Meldingen", "1"))
    assert made.header[:3] == ("nummer", "melding", "stand")
    assert made.rows[0][2] == "in de rij"
    assert len(made.header) == len(made.rows[0])
