"""Units of a dose or strength: those that a report may have, and what people write for them.

E2B(R3) takes UCUM in a constrained list (2.16.840.1.113883.3.989.2.1.1.25; G.k.2.3.r.3b,
G.k.4.r.1b, G.k.5b): the units of E2B(R2), attachment 1, as UCUM writes them. A strength may be
one of them in a volume, weight, surface or time as well: lists of receivers are longer.
"""

import re
from typing import Final

from webcare_desk.domain.e2b import Value

DOSE_FORM: Final = "{DF}"
#: In the order in which the list has them: mass, volume, radioactivity, others.
UNITS: Final = (
    *("kg", "g", "mg", "ug", "ng", "pg", "mg/kg", "ug/kg", "mg/m2", "ug/m2", "L", "mL", "uL"),
    *("Bq", "GBq", "MBq", "kBq", "Ci", "mCi", "uCi", "nCi"),
    *("mol", "mmol", "umol", "[iU]", "k[iU]", "M[iU]", "[iU]/kg", "meq", "%", "[drp]", DOSE_FORM),
)
_ELEMENTS: Final = frozenset({"G.k.2.3.r.3b", "G.k.4.r.1b", "G.k.5b"})
_PER: Final = frozenset(
    {
        *("kg", "g", "mg", "L", "dL", "mL", "uL", "m2"),
        *("min", "h", "d", "wk", "mo", "[drp]", DOSE_FORM),
    }
)
#: Small letters alone: what is written exactly as UCUM has it needs no line here.
_WORDS: Final = {
    "kg": "kilo kilogram kilograms kilogrammen",
    "g": "gr gram grams grammen",
    "mg": "milligram milligrams milligrammen mgr",
    "ug": "mcg mcgr microgram micrograms microgrammen",
    "ng": "nanogram nanograms nanogrammen",
    "pg": "picogram picograms",
    "L": "l liter liters litre litres",
    "dL": "dl deciliter deciliters decilitre decilitres",
    "mL": "ml cc milliliter milliliters millilitre millilitres",
    "uL": "ul microliter microliters microlitre microlitres",
    "m2": "m² vierkantemeter",
    "umol": "micromol",
    "meq": "mval",
    "[iU]": "iu ie i.u. i.e. eenheid eenheden e unit units internationaleeenheden",
    "k[iU]": "kiu kie",
    "M[iU]": "miu mie",
    "%": "procent percent",
    "[drp]": "druppel druppels drop drops gtt",
    "min": "minuut minuten minute minutes",
    "h": "u uur uren hour hours hr",
    "d": "dag dagen day days",
    "wk": "week weken weeks",
    "mo": "maand maanden month months",
    DOSE_FORM: (
        "df tablet tabletten tabletje tabletjes tablets tab tabl tabs pil pillen pilletje pilletjes "
        "pill pills capsule capsules caps injectie injecties injection injections prik prikken "
        "spuit spuiten shot shots pleister pleisters patch patches puf pufje pufjes pufs puff "
        "puffs inhalatie inhalaties inhalation inhalations zetpil zetpillen suppository "
        "suppositories ampul ampullen ampoule ampoules vial vials sachet sachets zakje zakjes "
        "stuk stuks"
    ),
}
_UNIT_OF: Final = {word: unit for unit, words in _WORDS.items() for word in words.split()}
_UNIT_OF_SMALL: Final = {unit.lower(): unit for unit in (*reversed(UNITS), *sorted(_PER))}
_DOSE: Final = re.compile(r"([0-9]{1,8}(?:[.,][0-9]{1,6})?)\s*(\D.*)")
#: In Dutch "25.000 IE" are thousands, in English "1,000 mg" are: which is meant nobody knows.
_THOUSANDS: Final = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_MOST: Final = 8


def is_strength(value: str) -> bool:
    """Say whether a value is a unit of the list, or one of them in a measure: `mg/mL`."""
    unit, stroke, per = value.partition("/")
    return value in UNITS or bool(stroke and unit in UNITS and per in _PER)


def unit_of(told: str) -> str:
    """Return the unit or ratio that a person means, empty where it is none: `mcg` is `ug`."""
    told = told.replace("\N{MICRO SIGN}", "u").replace("\N{GREEK SMALL LETTER MU}", "u")
    unit, stroke, per = (part.strip() for part in told.partition("/"))
    whole = _one(unit) + (stroke and f"{stroke}{_one(per)}")
    return whole if is_strength(whole) else ""


def as_unit(code: str, value: Value | None) -> Value | None:
    """Return a value of an element as it is kept: that of a unit, as the standard writes it."""
    if code not in _ELEMENTS or not isinstance(value, str):
        return value
    return unit_of(value) or value


def _one(told: str) -> str:
    small = "".join(told.lower().split()).removesuffix("(ten)").removesuffix("(s)")
    known = told if told in UNITS else _UNIT_OF.get(small) or _UNIT_OF_SMALL.get(small, "")
    known = known or _UNIT_OF.get(small.rstrip("."), "")
    is_mega = known.startswith("M") and not told.startswith("M")  # a small m is a thousandth
    return "" if is_mega else known


def dose_of(told: str) -> tuple[str, str] | None:
    """Return number and unit of a dose that is nothing else; None of any other words.

    The number has a point and at most the eight characters of G.k.4.r.1a.
    """
    found = _DOSE.fullmatch(told.strip())
    if found is None or _THOUSANDS.fullmatch(found[1]):
        return None
    number, unit = found[1].replace(",", "."), unit_of(found[2])
    return (number, unit) if unit in UNITS and len(number) <= _MOST else None


def offered(told: str) -> tuple[str, ...]:
    """Return the doses that a number and the beginning of a unit can be: all units behind it."""
    found = _DOSE.fullmatch(told)
    return () if found is None else tuple(f"{found[1]} {unit}" for unit in UNITS)
