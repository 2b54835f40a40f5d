"""What authorities reject by the tables of FDA, R0017 to R0076: told before it is sent."""

import pytest

from tests.pv.e2b.test_e2b_rules import SOUND, broken, having, without
from webcare_desk.domain.e2b import Value, report_of, section, with_sections, with_values

NO_RESULT: dict[str, Value | None] = {"F.r.3.1": None, "F.r.3.2": None, "F.r.3.4": None}


@pytest.mark.parametrize(
    ("rule", "home", "wrong", "right"),
    [
        ("R0018-C.1.9.1.r.2", "C.1.9.1.r", {"C.1.9.1.r.1": "a"}, {"C.1.9.1.r.2": "1"}),
        ("R0023-C.5.4", "N.2.r", {"C.1.3": "2"}, {"C.5.4": "3"}),
        ("R0045-D.9.3", "N.2.r", {"D.9.1": "20250101"}, {"D.9.3": "false"}),
        ("R0062-F.r.2.1", "F.r", {"F.r.1": "2025"}, {"F.r.2.1": "ALAT"}),
        ("R0062-F.r.2.1", "F.r", {"F.r.1": "2025", "F.r.2.1": None}, {"F.r.2.2b": "10001551"}),
        ("R0065-F.r.3.1", "F.r", {"F.r.2.1": "ALAT", **NO_RESULT}, {"F.r.3.1": "1"}),
        ("R0065-F.r.3.1", "F.r", {"F.r.2.2b": "10001551", **NO_RESULT}, {"F.r.3.4": "high"}),
        ("R0067-F.r.3.3", "F.r", {"F.r.3.2": "12"}, {"F.r.3.3": "mg"}),
        ("R0074-G.k.3.2", "G.k", {"G.k.3.1": "EU/1"}, {"G.k.3.2": "NL"}),
        ("R0076-G.k.4.r.3", "G.k.4.r", {"G.k.4.r.2": "3"}, {"G.k.4.r.3": "d"}),
    ],
)
def test_what_another_element_asks_for_is_there(
    rule: str, home: str, wrong: dict[str, Value | None], right: dict[str, Value | None]
) -> None:
    gone: dict[str, Value | None] = dict.fromkeys(right)
    assert rule not in broken(SOUND)
    assert rule not in broken(having(home, gone | dict.fromkeys(wrong)))
    assert rule in broken(having(home, gone | wrong))
    assert rule not in broken(having(home, wrong | right))


def test_other_case_numbers_that_nobody_names_are_told() -> None:
    report = with_values(report_of(without("C.1.9.1.r")), {"C.1.9.1": "true"})
    assert "R0017-C.1.9.1.r.1" in broken(with_sections(SOUND, report))
    other = section("C.1.9.1.r", {"C.1.9.1.r.1": "EMA", "C.1.9.1.r.2": "1"})
    named = with_sections(report, *report.sections, other)
    assert "R0017-C.1.9.1.r.1" not in broken(with_sections(SOUND, named))
