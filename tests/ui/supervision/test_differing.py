"""What does not agree is said in words of the window, with what to do, and settled as it can be."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication

from webcare_desk.domain.listed import DiscrepancyKind, Resolution
from webcare_desk.domain.reconciliation import Absence, OpenLine, Reconciliation
from webcare_desk.ui.language import speaking
from webcare_desk.ui.supervision import differing

KIND = DiscrepancyKind
LINE = OpenLine(1, KIND.OTHER_STATUS, "", 7, 4, 0, 1, None, None, None, "sent", "accepted", None)
FOUND = Reconciliation(1, "u", 0, 9, 5, "m", 1, 1, 2, 1, None, None, None, None, None)


@pytest.fixture(autouse=True)
def dutch(qapp: QCoreApplication) -> Iterator[None]:
    """Speak Dutch."""
    with speaking(qapp, "nl"):
        yield


def test_codes_are_said_in_dutch_and_words_of_pv_as_they_are() -> None:
    assert (differing.ours(LINE), differing.theirs(LINE)) == ("verstuurd", "aangenomen")
    assert differing.theirs(replace(LINE, theirs="Pending QC")) == "Pending QC"
    assert differing.ours(replace(LINE, kind=KIND.OTHER_NUMBER, ours="sent")) == "sent"


def test_why_a_line_cannot_be_read_stands_without_its_number() -> None:
    fields = "7: This row has 1 fields where the header has 4."
    said = differing.theirs(replace(LINE, kind=KIND.UNREAD, theirs=fields))
    assert re.fullmatch(r"\D+: 1; \D+: 4", said)
    told = replace(LINE, kind=KIND.UNREAD, theirs=f"{fields} “PV-9”")
    assert differing.theirs(told) == f"{said} “PV-9”"
    broken = replace(LINE, kind=KIND.UNREAD, theirs="7: This line is broken JSON.")
    assert differing.theirs(broken) == "This line is broken JSON."


@pytest.mark.parametrize("kind", KIND)
def test_each_kind_says_what_to_do_and_has_its_usual_end_first(kind: DiscrepancyKind) -> None:
    line = replace(LINE, kind=kind)
    assert differing.advice(line, Absence.LOST)
    usual = differing.choices(line, Absence.LOST)[0][1]
    assert (usual is Resolution.SENT_AGAIN) == (kind is KIND.MISSING_AT_PV)


def test_what_cannot_have_been_done_is_not_offered() -> None:
    missing = replace(LINE, kind=KIND.MISSING_AT_PV)
    for absence in (Absence.NOT_LEFT, Absence.TAKEN_BACK):
        offered = [each for _, each in differing.choices(missing, absence)]
        assert Resolution.SENT_AGAIN not in offered
    told = {differing.advice(missing, each) for each in Absence}
    assert len(told) == len(Absence)
    unknown = replace(LINE, kind=KIND.UNKNOWN_TO_US, case=None)
    offered = [each for _, each in differing.choices(unknown, Absence.LOST)]
    assert offered[0] is Resolution.NOT_OURS
    assert len(offered) == 4


def test_a_comparison_is_shown_as_it_is_signed() -> None:
    period, counts, *lines = differing.signed_words(FOUND, "1 en 2", [LINE]).splitlines()
    assert "1970" in period
    assert counts == "1 en 2"
    assert lines == ["– Ander oordeel: verstuurd | aangenomen"]
    assert len(differing.signed_words(FOUND, "", []).splitlines()) == 3
