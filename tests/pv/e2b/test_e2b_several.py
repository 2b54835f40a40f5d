"""What the form asks once is told of one event and one product, never of the wrong one."""

from dataclasses import replace

from tests.pv.e2b.test_e2b_asked import problems, report, told
from webcare_desk.domain.escalation import Situation
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.domain.intake import Ask
from webcare_desk.pv.narrative import narrative


def course_of(case: SafetyCase) -> list[tuple[str, str]]:
    return [(each.text("E.i.4"), each.text("E.i.7")) for each in report(case).each("E.i")]


def test_the_course_of_one_of_several_events_is_told_of_no_other(case: SafetyCase) -> None:
    several = replace(case, event_words=("hoofdpijn", "Overleden"))
    answers = {"outcome": "fatal", "event_start": "2026"}
    assert course_of(told(several, **answers)) == [("", "0"), ("", "0")]
    assert course_of(told(several, **answers, which_event="misselijk")) == [("", "0"), ("", "0")]
    chosen = told(several, **answers, which_event="overleden")
    assert course_of(chosen) == [("", "0"), ("2026", "5")]
    assert "Beginning, end and outcome of: “overleden”." in narrative(chosen, "en")
    assert course_of(told(case, **answers)) == [("2026", "5")], "of the only one nobody must say"


def test_the_use_and_the_situation_of_one_of_several_products_are_told_of_no_other(
    case: SafetyCase,
) -> None:
    several = replace(
        case, products=("Ventora", "ibuprofen"), situations=(Situation.OVERDOSE,), details=()
    )

    def used(one: SafetyCase) -> list[list[str]]:
        drugs = report(one).each("G.k")
        return [[inner.code for inner in each.sections] for each in drugs]

    assert used(told(several, dose="400 mg")) == [[], []]
    chosen = told(several, dose="400 mg", which_product="Ibuprofen")
    assert used(chosen) == [[], ["G.k.10.r", "G.k.4.r"]]


def test_the_rules_look_at_what_stands_in_the_narrative_alone(case: SafetyCase) -> None:
    vague = told(replace(case, event_words=("jeuk", "koorts")), event_start="vorige week")
    assert problems(vague) == [("TIM-E.i.4", Ask.EVENT_START)]
