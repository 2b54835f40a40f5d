"""Every kind of discrepancy is found, and nothing is matched that is not the same."""

from dataclasses import replace
from random import Random

import pytest

from webcare_desk.domain.audit import digest
from webcare_desk.domain.case_state import CaseState
from webcare_desk.domain.listed import (
    Agreement,
    Discrepancy,
    DiscrepancyKind,
    ListStatus,
    Ours,
    Theirs,
)
from webcare_desk.domain.reconcile import compare
from webcare_desk.domain.reconciliation import Absence, OpenLine, agrees_now, explained

KIND = DiscrepancyKind
FOREVER = (0, 2**53)


def ours(case: int, **changed: object) -> Ours:
    made = Ours(
        case,
        f"NL-WEBCARE-{case:06}",
        f"https://village.example/t{case % 50}#r{case}",
        digest(f"text {case}".encode()),
        case * 1000,
        case * 1000 + 5,
        CaseState.ACCEPTED,
        ListStatus.ACCEPTED,
        f"PV-{case}",
    )
    return replace(made, **changed)  # type: ignore[arg-type]  # fields of any type


def line_of(own: Ours, line: int | None = None, **changed: object) -> Theirs:
    made = Theirs(
        own.case if line is None else line,
        own.reference,
        own.link,
        own.verbatim,
        own.pv_reference,
        ListStatus.ACCEPTED,
    )
    return replace(made, **changed)  # type: ignore[arg-type]  # fields of any type


def kinds(found: Agreement) -> list[DiscrepancyKind]:
    return [each.kind for each in found.discrepancies]


def test_two_equal_lists_agree() -> None:
    cases = [ours(number) for number in range(1, 5)]
    found = compare(cases, [line_of(each) for each in cases], *FOREVER)
    assert found.discrepancies == ()
    assert found.matches == ((1, 1), (2, 2), (3, 3), (4, 4))


def test_a_nil_line_says_nothing_and_no_case_is_missing() -> None:
    nil = Theirs(3, "nil", status=ListStatus.UNREADABLE, word="no cases", cells="nil · no cases")
    assert compare([], [Theirs(1), Theirs(2, " NIL "), nil], *FOREVER) == Agreement((), ())


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (Theirs(4, cells="2026-2 · Ventora"), "2026-2 · Ventora"),
        (Theirs(4, status=ListStatus.ACCEPTED), "accepted"),
        (Theirs(4, "NIL", status=ListStatus.ACCEPTED), "NIL"),
        (Theirs(4, "nil", pv_reference="PV-1"), "nil"),
    ],
)
def test_a_line_that_says_anything_at_all_is_a_case_of_theirs(line: Theirs, told: str) -> None:
    unknown = Discrepancy(KIND.UNKNOWN_TO_US, None, 4, "", told)
    assert compare([], [line], *FOREVER).discrepancies == (unknown,)


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"pv_reference": "PV-9"}, KIND.OTHER_NUMBER),
        ({"status": ListStatus.NOT_A_CASE}, KIND.OTHER_STATUS),
        ({"status": ListStatus.UNREADABLE}, KIND.OTHER_STATUS),
        ({"verbatim": digest(b"another text")}, KIND.OTHER_TEXT),
        ({"link": "https://village.example/t2#r2"}, KIND.OTHER_TEXT),
    ],
)
def test_a_line_of_ours_that_says_something_else(
    changed: dict[str, object], kind: DiscrepancyKind
) -> None:
    cases = [ours(1), ours(2)]
    found = compare(
        cases,
        [
            replace(line_of(cases[0]), **changed),  # type: ignore[arg-type]  # fields of any type
            line_of(cases[1]),
        ],
        *FOREVER,
    )
    assert kinds(found) == [kind]
    assert found.discrepancies[0].case == 1


def test_a_line_more_and_a_line_less() -> None:
    cases = [ours(1), ours(2)]
    lines = [line_of(cases[0]), line_of(cases[0], 7), Theirs(8, "NL-X-1", pv_reference="PV-8")]
    found = compare(cases, lines, *FOREVER)
    assert kinds(found) == [KIND.UNKNOWN_TO_US, KIND.TWICE, KIND.MISSING_AT_PV]
    assert [(each.case, each.line) for each in found.discrepancies] == [
        (None, 8),
        (1, 7),
        (2, None),
    ]


def test_a_link_of_several_cases_contradicts_none_of_them() -> None:
    cases = [ours(1), ours(2, link=ours(1).link)]
    assert compare(cases, [line_of(each) for each in cases], *FOREVER).discrepancies == ()
    by_text = replace(line_of(cases[0]), reference="")
    by_link = replace(line_of(cases[1]), reference="", verbatim=None)
    assert compare(cases, [by_text, by_link], *FOREVER).matches == ((1, 1), (2, 2))
    other = replace(line_of(ours(3)), link=ours(1).link)
    assert kinds(compare([*cases, ours(3)], [other], 0, 0)) == [KIND.OTHER_TEXT]


def test_only_the_cases_of_the_period_are_missing() -> None:
    found = compare([ours(1), ours(2), ours(3)], [], 2000, 3000)
    assert [each.case for each in found.discrepancies] == [2]


def test_the_weaker_keys_match_where_the_reference_is_not_told() -> None:
    own = ours(1)
    for line in (
        Theirs(1, f" {own.reference.lower()} "),
        Theirs(1, "", own.link),
        Theirs(1, "", "", own.verbatim),
        Theirs(1, "their own reference", own.link),
    ):
        assert compare([own], [line], *FOREVER).matches == ((1, 1),)


def test_a_line_may_have_the_number_of_the_report_or_that_of_the_mail() -> None:
    cases = [ours(number, subject=f"WD-2026-{number:04}") for number in (1, 2)]
    lines = [Theirs(1, "wd-2026-0001"), line_of(cases[1], reference="WD-2026-0002")]
    found = compare(cases, lines, *FOREVER)
    assert (found.matches, found.discrepancies) == (((1, 1), (2, 2)), ())
    both = [Theirs(1, cases[0].subject), Theirs(2, cases[0].reference)]
    assert kinds(compare(cases[:1], both, *FOREVER)) == [KIND.TWICE]


def test_a_text_that_two_have_is_nobodys() -> None:
    text = digest(b"Ik ook!")
    found = compare(
        [ours(1, verbatim=text), ours(2, verbatim=text)], [Theirs(5, "", "", text)], 0, 0
    )
    assert kinds(found) == [KIND.UNKNOWN_TO_US]
    once = [ours(1, verbatim=text)]
    twice = [Theirs(5, "", "", text), Theirs(6, "", "", text)]
    assert kinds(compare(once, twice, 0, 0)) == [KIND.UNKNOWN_TO_US]


def test_what_pv_received_fits_all_that_has_left() -> None:
    line = line_of(ours(1), status=ListStatus.RECEIVED, pv_reference="")
    waiting = ours(1, state=CaseState.SENT, decided=None, pv_reference="")
    assert compare([waiting], [line], *FOREVER).discrepancies == ()
    assert kinds(compare([replace(waiting, sent_at=None)], [line], *FOREVER)) == [KIND.OTHER_STATUS]
    refused = replace(waiting, decided=ListStatus.REJECTED)
    assert kinds(compare([refused], [line], *FOREVER)) == [KIND.OTHER_STATUS]


def test_a_list_settles_what_it_says_as_we_have_it() -> None:
    cases = [ours(1), ours(2)]
    lines = [line_of(cases[0]), Theirs(2, "", cases[1].link), Theirs(3, cases[1].reference.lower())]
    found = compare(cases, lines, *FOREVER)
    assert {kind for kind, case in found.agreed if case == 1} == _AGREED
    assert {kind for kind, case in found.agreed if case == 2} == {
        KIND.MISSING_AT_PV,
        KIND.OTHER_TEXT,
    }
    assert found.known >= {"pv-1", cases[1].link, "nl-webcare-000002", cases[0].verbatim}


def test_a_list_that_differs_settles_nothing_of_that_kind() -> None:
    line = line_of(ours(1), pv_reference="PV-9", status=ListStatus.DUPLICATE)
    found = compare([ours(1)], [replace(line, verbatim=digest(b"another"))], *FOREVER)
    said = {kind for kind, _ in found.agreed}
    assert said == {KIND.MISSING_AT_PV, KIND.TWICE, KIND.SHARED_NUMBER}


@pytest.mark.parametrize(
    ("named", "is_within", "is_settled"),
    [("nl-webcare-000001 ", False, True), ("NL-X-1", False, False), ("NL-X-1", True, True)],
)
def test_what_was_unknown_is_settled_by_its_name_or_by_a_list_of_its_period(
    named: str, *, is_within: bool, is_settled: bool
) -> None:
    found = compare([ours(1)], [line_of(ours(1))], *FOREVER)
    assert agrees_now(open_line(named), found, is_within=is_within) is is_settled


def test_what_could_not_be_read_is_settled_by_a_list_of_its_period_alone() -> None:
    found, unread = compare([], [], *FOREVER), open_line("4: broken", KIND.UNREAD)
    assert [agrees_now(unread, found, is_within=each) for each in (False, True)] == [False, True]


def open_line(theirs: str, kind: DiscrepancyKind = KIND.UNKNOWN_TO_US) -> OpenLine:
    settled = (None, None, None)
    told = Discrepancy(kind, None, 4, "", theirs)
    return OpenLine(1, told.kind, told.key, None, 4, 0, 1, *settled, "", theirs, None)


def test_a_discrepancy_is_known_again_on_another_line() -> None:
    first = Discrepancy(KIND.OTHER_NUMBER, 1, 4, "PV-1", "PV-2")
    assert first.key == replace(first, line=9).key != replace(first, theirs="PV-3").key
    said = explained(first, Absence.TAKEN_BACK)
    assert said == "PV keeps it as PV-2, we have PV-1: enter PV's number, or ask."
    assert all(explained(Discrepancy(kind, 1, 1), Absence.LOST) for kind in KIND)


def test_a_line_that_only_its_text_names_is_told_as_one() -> None:
    said = explained(Discrepancy(KIND.UNKNOWN_TO_US, None, 2, "", "a0" * 32), Absence.LOST)
    assert said.startswith("PV has a line without a name that we know, and its text (SHA-256 a0a0")


def test_what_never_left_is_not_sent_again() -> None:
    said = explained(Discrepancy(KIND.MISSING_AT_PV, 1, None, "NL-1"), Absence.NOT_LEFT)
    assert said == "NL-1 has not left this desk, so PV cannot have it: see what holds it."


@pytest.mark.parametrize(
    "name", ["nl‑webcare–000001", "\u200bNL WEBCARE 000001", "NLWEBCARE000001"]
)
def test_another_hyphen_makes_no_other_number(name: str) -> None:
    found = compare([ours(1)], [Theirs(1, name, pv_reference="PV‐1")], *FOREVER)
    assert (found.matches, found.discrepancies) == (((1, 1),), ())
    assert kinds(compare([ours(1)], [Theirs(1, "–")], 0, 0)) == [KIND.UNKNOWN_TO_US]


def test_a_text_is_known_as_it_stands_and_as_a_table_keeps_it() -> None:
    own = ours(1, trimmed=digest(b"text"))
    for text in own.texts:
        line = Theirs(1, own.reference, verbatim=text)
        assert compare([own], [line], *FOREVER).discrepancies == ()
        assert compare([own], [Theirs(1, verbatim=text)], *FOREVER).matches == ((1, 1),)
    assert len(own.texts) == 2


def test_what_was_taken_back_is_not_sent_again() -> None:
    missing = Discrepancy(KIND.MISSING_AT_PV, 1, None, "NL-1")
    assert explained(missing, Absence.LOST).endswith("ask PV, and send it again.")
    said = explained(missing, Absence.TAKEN_BACK)
    assert "send nothing" in said
    assert said.endswith("ask PV whether the nullification arrived.")


#: A line that cannot be read never comes to a comparison; what two of ours share is no line's.
_COMPARED = [kind for kind in KIND if kind not in {KIND.UNREAD, KIND.SHARED_NUMBER}]
_AGREED = {*KIND} - {KIND.UNREAD, KIND.UNKNOWN_TO_US}


@pytest.mark.requirement("P24")
def test_generated_discrepancies_are_all_found_in_ten_thousand_lines_and_no_others() -> None:
    rng = Random(6)  # noqa: S311 - seeded on purpose
    cases = [ours(number) for number in range(1, 10_001)]
    lines: list[Theirs] = []
    wanted: set[tuple[DiscrepancyKind, int | None]] = set()
    for each in cases:
        line, kind = line_of(each), rng.choice([*_COMPARED, *[None] * 60])
        if kind is not KIND.MISSING_AT_PV:
            lines.append(_spoilt(line, kind))
        if kind is KIND.TWICE:
            lines.append(replace(line, line=each.case + 50_000))
        if kind is KIND.UNKNOWN_TO_US:
            wanted.add((KIND.MISSING_AT_PV, each.case))
        wanted |= {(kind, None if kind is KIND.UNKNOWN_TO_US else each.case)} if kind else set()
    rng.shuffle(lines)
    found = compare(cases, lines, *FOREVER)
    assert {(each.kind, each.case) for each in found.discrepancies} == wanted
    assert len({kind for kind, _ in wanted}) == 6
    assert all(line % 50_000 == case for line, case in found.matches)


def _spoilt(line: Theirs, kind: DiscrepancyKind | None) -> Theirs:
    match kind:
        case KIND.UNKNOWN_TO_US:
            return Theirs(line.line, f"ZZ-{line.line}", f"https://x.example/{line.line}", None)
        case KIND.OTHER_NUMBER:
            return replace(line, pv_reference=f"{line.pv_reference}-B")
        case KIND.OTHER_STATUS:
            return replace(line, status=ListStatus.DUPLICATE)
        case KIND.OTHER_TEXT:
            return replace(line, verbatim=digest(b"another"))
        case _:
            return line
