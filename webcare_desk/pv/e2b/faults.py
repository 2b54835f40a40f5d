"""What the rules find in the answers of the form, each told once with the field that mends it."""

from collections.abc import Iterator
from dataclasses import dataclass

from webcare_desk.domain.escalation import Situation
from webcare_desk.domain.filing import Parties
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.domain.intake import Ask
from webcare_desk.pv.e2b.asked import field_of
from webcare_desk.pv.e2b.build import batch_of
from webcare_desk.pv.e2b.checks import breaches
from webcare_desk.pv.e2b.rules import Checked, Profile
from webcare_desk.pv.e2b.times import moment

_OF_WOMEN = frozenset({Situation.PREGNANCY, Situation.BREASTFEEDING})
_EXPOSED = frozenset({"foetus", "newborn", "infant"})
_PARENT = (Ask.PARENT, Ask.PARENT_INITIALS, Ask.PARENT_AGE)
_OF_A_MAN = {
    "en": "A man is not pregnant and does not breastfeed: is the patient the woman, or the child?",
    "nl": "Een man is niet zwanger en geeft geen borstvoeding: is de vrouw of het kind de patiënt?",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule of PV's that does not hold, and the form's field in which it is mended."""

    message: str
    field: str | None


def faults(case: SafetyCase, parties: Parties, at: int, language: str) -> tuple[Fault, ...]:
    """Return what the rules find in a case with the answers as they were typed."""
    checked = Checked(batch_of(case, parties, as_typed=True), Profile.INTAKE, moment(at))
    found = (
        *(
            Fault(each.message(language), field_of(each, len(case.products)))
            for each in breaches(checked)
        ),
        *_pregnant_man(case, language),
    )
    return tuple({each.field or each.message: each for each in found}.values())


def _pregnant_man(case: SafetyCase, language: str) -> Iterator[Fault]:
    """Tell a pregnancy of a man; a child that was exposed through its mother may be a boy.

    The report has no element for it: it stands in the narrative, where no rule reads it.
    """
    told = dict(case.details)
    is_child = told.get(Ask.AGE_GROUP) in _EXPOSED or any(told.get(ask) for ask in _PARENT)
    is_told = not _OF_WOMEN.isdisjoint(case.situations)
    if is_told and told.get(Ask.SEX) == "male" and not is_child:
        yield Fault(_OF_A_MAN["nl" if language == "nl" else "en"], Ask.SEX)
