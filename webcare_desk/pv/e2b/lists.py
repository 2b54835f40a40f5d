"""The checks of values that a list of the standard holds: countries, languages, units."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from webcare_desk.domain.e2b import Value
from webcare_desk.pv.e2b.countries import CODES as COUNTRIES
from webcare_desk.pv.e2b.elements import elements
from webcare_desk.pv.e2b.languages import CODES as LANGUAGES
from webcare_desk.pv.e2b.rules import Checked, Rule
from webcare_desk.pv.e2b.units import DOSE_FORM, UNITS, is_strength

Listed = Callable[[Rule, Value | None, Checked], dict[str, object] | None]
#: UCUM has letters of ASCII alone: `ug`, never with a Greek letter.
_UCUM = re.compile(r"[!-~]+")


def _country(rule: Rule, value: Value | None, found: Checked) -> dict[str, object] | None:
    """Tell a code of no country; what is too long to be one has a rule of its own."""
    del found
    most = elements()[rule.element].length
    is_code = isinstance(value, str) and len(value) <= most
    return {} if is_code and value not in COUNTRIES else None


def _language(rule: Rule, value: Value | None, found: Checked) -> dict[str, object] | None:
    del rule, found
    return {} if isinstance(value, str) and value not in LANGUAGES else None


def _unit(is_known: Callable[[str], object]) -> Listed:
    """Tell what is no unit, and in which element its words belong."""

    def check(rule: Rule, value: Value | None, found: Checked) -> dict[str, object] | None:
        del found
        if not isinstance(value, str) or is_known(value):
            return None
        return {"value": value, "df": DOSE_FORM, "text": rule.of[-1]}

    return check


LISTED: Final[Mapping[str, Listed]] = {
    "country": _country,
    "language": _language,
    "unit": _unit(UNITS.__contains__),
    "strength": _unit(is_strength),
    "ucum": _unit(_UCUM.fullmatch),
}
