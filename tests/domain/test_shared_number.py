"""PV's number under two of our cases is asked about, unless one is known to be the other's copy."""

from dataclasses import replace

import pytest

from tests.domain.test_reconcile import FOREVER, KIND, line_of, ours
from webcare_desk.domain.listed import Discrepancy, ListStatus
from webcare_desk.domain.reconcile import compare, shared_numbers


@pytest.mark.parametrize("number", ["PV-1", " pv‑1 "])
def test_two_cases_that_pv_keeps_as_one_are_asked_about(number: str) -> None:
    cases = [ours(1), ours(2, pv_reference=number), ours(3)]
    lines = [line_of(each) for each in cases]
    found = compare(cases, lines, *FOREVER)
    shared = Discrepancy(KIND.SHARED_NUMBER, 2, None, number, cases[0].reference)
    assert found.discrepancies == (shared,)
    assert (KIND.SHARED_NUMBER, 2) not in found.agreed
    assert (KIND.SHARED_NUMBER, 1) in found.agreed
    assert compare(cases, [lines[0], lines[2]], 0, 0).discrepancies == ()
    parted = [cases[0], ours(2), cases[2]]
    agreed = compare(parted, [line_of(each) for each in parted], *FOREVER).agreed
    assert (KIND.SHARED_NUMBER, 2) in agreed


@pytest.mark.parametrize(
    "changed", [{"decided": ListStatus.DUPLICATE}, {"is_taken_back": True}, {"pv_reference": " "}]
)
def test_a_duplicate_shares_its_number_rightly(changed: dict[str, object]) -> None:
    second = ours(2, **{"pv_reference": "PV-1", **changed})
    for cases in ([ours(1), second], [replace(second, case=1), replace(ours(1), case=2)]):
        assert list(shared_numbers(cases)) == []
