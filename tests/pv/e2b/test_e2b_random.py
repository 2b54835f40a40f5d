"""Seeded random reports: valid, faultless, and the same after every way round."""

from dataclasses import dataclass
from datetime import UTC, datetime

import e2br3  # type: ignore[import-untyped]  # it ships no types
import pytest

from tests.support import e2b
from tests.support.cases import LONG_NARRATIVE, batch
from tests.support.nightly import rounds
from webcare_desk.domain.e2b import Section, Value, report_of, with_sections, with_values
from webcare_desk.pv.e2b.checks import breaches
from webcare_desk.pv.e2b.read import read
from webcare_desk.pv.e2b.rules import Checked, Profile, Severity
from webcare_desk.pv.e2b.schema import schema_problems
from webcare_desk.pv.e2b.write import Message, write

SLICES = 20
SEEDS = rounds("CASES", gate=200, nightly=10_000)
REACHED = 150
NOW = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Made:
    """A random batch, the seed it was made by and the message it was written as."""

    seed: int
    batch: Section
    message: Message


@pytest.fixture(scope="module", params=range(SLICES))
def some(request: pytest.FixtureRequest) -> list[Made]:
    """Return a part of the reports, each made and written once for all that is asked of it."""
    made = [(seed, batch(seed)) for seed in range(request.param, SEEDS, SLICES)]
    return [Made(seed, one, write(one)) for seed, one in made]


@pytest.mark.requirement("P11")
def test_a_random_report_is_read_as_it_was_written_and_breaks_no_rule(some: list[Made]) -> None:
    for made in some:
        found = read(made.message.data)
        assert (found.batch, found.unmodelled) == (made.batch, ()), made.seed
        assert made.message.replaced == (), made.seed
        broken = breaches(Checked(made.batch, Profile.SUBMISSION, NOW))
        errors = [each.rule.id for each in broken if each.rule.severity is Severity.ERROR]
        assert errors == [], made.seed


def test_a_random_report_is_valid_by_the_official_schemas(some: list[Made]) -> None:
    pack = e2b.require() / "xsd"
    for made in some:
        assert schema_problems(made.message.data, pack) == (), made.seed


def test_an_independent_reader_sees_the_same_report(some: list[Made]) -> None:
    for made in some:
        report = report_of(made.batch)
        seen = e2br3.parse(made.message.data).messages[0].icsr
        assert seen is not None
        assert seen.safety_report_id == report.text("C.1.1")
        assert seen.worldwide_case_id == report.text("C.1.8.1")
        assert _squeezed(seen.narrative) == _squeezed(report.get("H.1"))
        assert [_reaction(each) for each in seen.reactions] == [
            (each.text("E.i@id"), _squeezed(each.get("E.i.1.1a")), each.text("E.i.2.1b"))
            for each in report.each("E.i")
        ], made.seed
        assert [_drug(each) for each in seen.drugs] == [
            (each.text("G.k@id"), _squeezed(each.get("G.k.2.2")), each.text("G.k.1"))
            for each in report.each("G.k")
        ], made.seed


@pytest.mark.requirement("P11")
def test_the_seeds_reach_the_longest_narrative_and_twenty_of_each() -> None:
    made = [report_of(batch(seed)) for seed in range(REACHED)]
    assert max(len(each.text("H.1")) for each in made) == LONG_NARRATIVE
    assert {len(each.each("E.i")) for each in made} >= {1, 20}
    assert {len(each.each("G.k")) for each in made} >= {1, 20}


def test_what_xml_cannot_carry_is_replaced_and_told() -> None:
    made = batch(1)
    report = report_of(made)
    bad = "a\x00b\x1bc\ufffed\ud800e\U0010ffff"
    changed = _with_narrative(made, report, bad)
    message = write(changed)
    assert report_of(read(message.data).batch).text("H.1") == "a�b�c�d�e\U0010ffff"
    (told,) = message.replaced
    assert (told.code, told.points) == ("H.1", (0, 0x1B, 0xFFFE, 0xD800))


def test_only_a_batch_is_written() -> None:
    with pytest.raises(ValueError, match="a batch was expected"):
        write(report_of(batch(1)))


def _with_narrative(made: Section, report: Section, text: str) -> Section:
    return with_sections(made, with_values(report, {"H.1": text}))


def _squeezed(value: object) -> str:
    """Return a text as the other reader gives it: it takes blanks and line feeds together."""
    return " ".join(value.split()) if isinstance(value, str) else ""


def _reaction(seen: e2br3.Reaction) -> tuple[Value | None, str, str]:
    coded = seen.meddra if isinstance(seen.meddra, e2br3.Coded) else None
    return seen.id, _squeezed(seen.native_term), (coded.code or "") if coded else ""


def _drug(seen: e2br3.Drug) -> tuple[Value | None, str, str]:
    coded = seen.role if isinstance(seen.role, e2br3.Coded) else None
    return seen.id, _squeezed(seen.product_name), (coded.code or "") if coded else ""
