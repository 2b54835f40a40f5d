"""A narrative that is full keeps nobody from telling what is new."""

import pytest

from tests.support.desks import Bench
from tests.support.safety import make_safety
from webcare_desk.casebook.reading import batch_of
from webcare_desk.casebook.versions import News, amend, follow_up
from webcare_desk.domain.e2b import Value, report_of


@pytest.mark.parametrize("room", [0, 40])
def test_news_goes_on_behind_a_narrative_that_is_full(bench: Bench, room: int) -> None:
    safety = make_safety(bench)
    kept = report_of(batch_of(bench.desk.read, 1))
    full = "x" * (100_000 - room)
    safety.leave()
    safety.later()
    changed: dict[str, Value | None] = {"H.1": full, "H.5.r[1]/H.5.r.1a": full}
    amend(bench.desk, 1, safety.sanne.actor, News("x", changed))
    for words in ("zij is overleden", "sectie volgt"):
        safety.leave()
        safety.later()
        follow_up(bench.desk, 1, safety.sanne.actor, News(words))
    report = report_of(batch_of(bench.desk.read, 1))
    assert report.text("H.1") == full + ("\n(continued in H.5.r)" if room else "")
    told = [(each.text("H.5.r.1b"), each.text("H.5.r.1a")) for each in report.each("H.5.r")]
    assert len(kept.each("H.5.r")) == 1
    assert [code for code, _ in told] == ["dut", "eng", "dut"]
    for _, words in told[1:]:
        assert words.index("zij is overleden") < words.index("sectie volgt")
