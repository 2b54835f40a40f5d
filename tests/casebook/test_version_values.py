"""What may be typed into a later version: no number, time or reason of its own, and no wrong form."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from tests.pv.conftest import case_for, comment
from tests.support.desks import HOUR
from tests.support.safety import Safety
from webcare_desk.casebook.reading import batch_of
from webcare_desk.casebook.versions import News, amend, correct, follow_up, nullify
from webcare_desk.domain.case_parts import Part, Removed
from webcare_desk.domain.case_state import CaseState
from webcare_desk.domain.case_version import CaseStanding
from webcare_desk.domain.e2b import Null, Section, Value, report_of, with_sections, with_values
from webcare_desk.errors import RefusedError
from webcare_desk.pv.e2b import parts
from webcare_desk.pv.e2b.build import batch_of as first_batch
from webcare_desk.pv.e2b.checks import breaches
from webcare_desk.pv.e2b.rules import Checked, Profile
from webcare_desk.pv.e2b.version import require_form

Make = Callable[..., CaseStanding]
#: 1 June 2026, after everything here.
AT = 1_780_272_000_000_000


@pytest.mark.requirement("P19")
@pytest.mark.parametrize(
    "path",
    [
        *("N.1.2", "N.2.r.1", "N.2.r[1]/D.5", "N.2.r[1]/C.1.5", "C.1.1", "C.1.2", "C.1.4"),
        *("C.1.5", "C.1.8.1", "C.1.8.2", "C.1.11.1", "C.1.11.2"),
    ],
)
@pytest.mark.parametrize("make", [follow_up, amend])
def test_what_the_act_sets_is_not_set_by_hand(sent: Safety, make: Make, path: str) -> None:
    before = batch_of(sent.bench.desk.read, 1)
    named = path.split("/", maxsplit=1)[0].replace("[", r"\[").replace("]", r"\]")
    with pytest.raises(RefusedError, match=f"^{named} is not set by hand: .*keeps the numbers"):
        make(sent.bench.desk, 1, sent.sanne.actor, News("n", {path: "1"}))
    assert batch_of(sent.bench.desk.read, 1) == before


def test_a_correction_sets_no_numbers_either(safety: Safety) -> None:
    safety.leave()
    safety.ack(code="CR")
    safety.later()
    with pytest.raises(RefusedError, match="is not set by hand"):
        correct(safety.bench.desk, 1, safety.sanne.actor, News("n", {"C.1.1": "NL-X-1"}))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"E.i.4": "gisteren"}, r"^E\.i\[1\]: E\.i\.4 .*no time of the calendar"),
        ({"E.i.4": "20300101"}, r"E\.i\.4 .*in the future"),
        ({"D.5": "9"}, r"^D\.5 .*no such value"),
        (
            {"D.2.2a": "3", "D.2.2b": "jaar"},
            r"^D\.2\.2b .*possible are a, mo, wk, d, h, \{decade\}",
        ),
        ({"E.i.6a": "3", "E.i.6b": "dagen"}, r"^E\.i\[1\]: E\.i\.6b .*no such value"),
        ({"C.2.r.3": "nl"}, r"^C\.2\.r\[1\]: C\.2\.r\.3 .*two capitals"),
        ({"E.i.9": "ZZ"}, r"E\.i\.9 .*two capitals"),
        ({"E.i.1.1b": "nl"}, r"code of three letters"),
        ({"G.k.2.2": " "}, r"G\.k\.2\.2 .*blanks alone"),
        ({"D.2.2a": "oud"}, r"^D\.2\.2a .*no number"),
        ({"D.1": "x" * 61}, r"^D\.1 .*61 characters long; 60"),
        ({"D.1": Null.PINF}, r"^D\.1 .*may not be without a value"),
        ({"E.i[1]/E.i.2.1b": "hoofdpijn"}, r"E\.i\.2\.1b .*eight digits"),
    ],
)
def test_a_value_without_the_form_of_its_element_stays_here(
    sent: Safety, changed: dict[str, Value | None], said: str
) -> None:
    with pytest.raises(RefusedError, match=said):
        follow_up(sent.bench.desk, 1, sent.sanne.actor, News("n", changed))
    assert sent.state() is CaseState.ACCEPTED
    sent.later()
    nullify(sent.bench.desk, 1, sent.sanne.actor, "fout")
    assert sent.state() is CaseState.QUEUED


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"D.1": None}, r"^D\.1 .*is missing"),
        ({"H.1": None}, r"^H\.1 .*is missing"),
        ({"G.k.2.2": None}, r"^G\.k\[1\]: G\.k\.2\.2 .*is missing"),
        ({"C.2.r.5": None}, "Exactly one reporter is the primary source; here there are 0"),
        ({"C.2.r.3": None}, r"^C\.2\.r\[1\]: .*country of the primary source is missing"),
        ({"G.k.1": "2"}, "None of the drugs is suspect"),
        ({"G.k[1]/G.k.9.i[1]/G.k.9.i.1": "x"}, "refers to a reaction that is not there"),
        ({"E.i.4": "20260202", "E.i.5": "20260201"}, "ends before it begins"),
    ],
)
@pytest.mark.parametrize("make", [follow_up, amend])
def test_what_must_stand_in_a_report_is_not_taken_away(
    sent: Safety, make: Make, changed: dict[str, Value | None], said: str
) -> None:
    with pytest.raises(RefusedError, match=said):
        make(sent.bench.desk, 1, sent.sanne.actor, News("n", changed))
    assert sent.state() is CaseState.ACCEPTED


def test_a_reason_that_its_element_cannot_hold_is_refused(sent: Safety) -> None:
    with pytest.raises(RefusedError, match=r"C\.1\.11\.2 .*2001 characters long"):
        nullify(sent.bench.desk, 1, sent.sanne.actor, "x" * 2001)


def test_a_receipt_after_now_is_refused_in_the_words_of_the_act(sent: Safety) -> None:
    at = sent.bench.clock.at + HOUR
    with pytest.raises(RefusedError, match="not after now"):
        follow_up(sent.bench.desk, 1, sent.sanne.actor, News("n", received_at=at))


def with_reaction(batch: Section, values: dict[str, Value | None], *others: Section) -> Section:
    """Return a batch whose last reaction has other values."""
    report = report_of(batch)
    *before, last = report.each("E.i")
    kept = [each for each in report.sections if each.code != "E.i"]
    return with_sections(
        batch, with_sections(report, *kept, *before, with_values(last, values), *others)
    )


def test_what_the_version_before_had_keeps_nobody_from_news() -> None:
    """An escalation is never stopped; so an answer of its form may break a rule for ever."""
    old = with_reaction(first_batch(case_for(comment())), {"E.i.4": "gisteren"})
    found = breaches(Checked(old, Profile.INTAKE, datetime(2026, 6, 1, tzinfo=UTC)))
    assert "TIM-E.i.4" in [each.rule.id for each in found]
    require_form(old, with_reaction(old, {"E.i.7": "1"}), AT)
    require_form(old, with_reaction(old, {"E.i.4": None}), AT)
    with pytest.raises(RefusedError, match="no time of the calendar"):
        require_form(old, with_reaction(old, {"E.i.4": "eergisteren"}), AT)
    (reaction,) = report_of(old).each("E.i")
    with pytest.raises(RefusedError, match=r"^E\.i\[2\]: "):
        require_form(old, with_reaction(old, {}, reaction), AT)


def test_an_old_value_may_take_another_place() -> None:
    first = first_batch(case_for(comment()))
    (reaction,) = report_of(first).each("E.i")
    two = with_reaction(first, {}, with_values(reaction, {"E.i.4": "gisteren"}))
    require_form(two, parts.without(two, [Removed(Part.REACTION, 1)]), AT)
    assert len(report_of(two).each("E.i")) == 2


def test_who_has_news_of_a_version_that_is_kept_back_reads_what_to_do(sent: Safety) -> None:
    desk, by = sent.bench.desk, sent.sanne.actor
    follow_up(desk, 1, by, News("nieuws", send=False))
    sent.later()
    with pytest.raises(RefusedError, match=r"Version 2 is kept back: .*case send"):
        nullify(desk, 1, by, "fout")
