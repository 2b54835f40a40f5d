"""What the rules find in the answers of the form, each told once with the field that mends it."""

from dataclasses import dataclass

from webcare_desk.domain.filing import Parties
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.pv.e2b.asked import field_of
from webcare_desk.pv.e2b.build import batch_of
from webcare_desk.pv.e2b.checks import breaches
from webcare_desk.pv.e2b.rules import Checked, Profile
from webcare_desk.pv.e2b.times import moment


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule of PV's that does not hold, and the form's field in which it is mended."""

    message: str
    field: str | None


def faults(case: SafetyCase, parties: Parties, at: int, language: str) -> tuple[Fault, ...]:
    """Return what the rules find in a case with the answers as they were typed."""
    checked = Checked(batch_of(case, parties, as_typed=True), Profile.INTAKE, moment(at))
    found = (
        Fault(each.message(language), field_of(each, len(case.products)))
        for each in breaches(checked)
    )
    return tuple({each.field or each.message: each for each in found}.values())
