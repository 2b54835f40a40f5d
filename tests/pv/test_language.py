"""A report says of a comment's language what is known of it, and nothing else."""

from dataclasses import replace

import pytest

from tests.pv.conftest import case_for, comment
from webcare_desk.domain.e2b import report_of
from webcare_desk.domain.finding import Category, Finding, Language, Mark, Screening, Tier, Tongue
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.pv.e2b.build import batch_of
from webcare_desk.pv.e2b.languages import CODES
from webcare_desk.pv.narrative import narrative

TEXT = "Depuis que je prends Ventora j'ai mal \u00e0 la t\u00eate"
EVENT = Finding(Mark.EVENT, "headache", Category.ADVERSE_EVENT, 34, len(TEXT))


def case_in(concept: str) -> SafetyCase:
    """Return the case of a comment that was read as Dutch, with what tells its language."""
    told = Finding(Mark.CUE, concept, None, 0, len(TEXT))
    screening = Screening(Language.NL, Tier.STRONG, (EVENT, told))
    return case_for(replace(comment(2, TEXT), screening=screening))


@pytest.mark.parametrize(
    ("concept", "code", "nl", "en"),
    [
        ("foreign-fr", "fre", "taal: fr,", "language: fr,"),
        ("foreign", "und", "taal: onbekend,", "language: unknown,"),
    ],
)
def test_a_comment_in_another_language_is_called_so(
    concept: str, code: str, nl: str, en: str
) -> None:
    case = case_in(concept)
    assert nl in narrative(case, "nl")
    assert en in narrative(case, "en")
    report = report_of(batch_of(case))
    assert [(each.get("E.i.1.1a"), each.get("E.i.1.1b")) for each in report.each("E.i")] == [
        (TEXT[34:], code)
    ]
    assert list(report.each("H.5.r")) == [], "no Dutch narrative: nobody wrote Dutch"


@pytest.mark.parametrize("tongue", Tongue)
def test_each_language_that_is_told_has_its_code(tongue: Tongue) -> None:
    (found,) = report_of(batch_of(case_in(tongue.concept))).each("E.i")
    code = found.get("E.i.1.1b")
    assert code in CODES
    assert (code == "und") is (tongue is Tongue.OTHER)
