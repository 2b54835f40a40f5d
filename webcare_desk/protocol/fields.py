"""The types of single values: text, read strictly.

Each validator says what to write instead; its sentence becomes the message
of the problem.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from math import prod
from typing import Annotated, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from webcare_desk.domain.finding import ANSWERED, Category, Context, Language, Mark
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.occasion import Addressee, Audience, Office, Ownership, Period
from webcare_desk.domain.reason import CLOSING, Reason
from webcare_desk.protocol.kind import ExampleKind

_E = TypeVar("_E", bound=StrEnum)
_MOST_DIGITS = 6
_LONGEST_ID = 48
_ID = re.compile(r"[a-z][a-z0-9]*([-_][a-z0-9]+)*")
_COUNTRY = re.compile("[A-Z]{2}")
_OPENING = re.compile(r"([01][0-9]|2[0-4]):([0-5][0-9])-([01][0-9]|2[0-4]):([0-5][0-9])")
_DAY = 24 * 60
_LETTER = r"[^\W_]"
#: A word of a phrase, with * at an end where at least three letters stay.
_CHOICE = re.compile(rf"{_LETTER}+(['’-]{_LETTER}+)*|\*?{_LETTER}{{3,}}(['’-]{_LETTER}{{3,}})*\*?")
_MOST_WORDS, _MOST_WORDINGS = 8, 400
# fmt: off
#: ISO 3166-1 codes whose public holidays the `holidays` library knows: EEA, CH, GB, US.
COUNTRIES = (
    "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU", "IE",
    "IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK", "US",
)
# fmt: on

#: What the lexicon finds evidence for; of the model's words a rule asks with `model`.
EVIDENCE = tuple(mark for mark in Mark if mark is not Mark.WORDING)


def refuse(message: str) -> PydanticCustomError:
    """Return the error whose message tells what to do."""
    return PydanticCustomError("protocol", "{message}", {"message": message})


def _flag(value: object) -> bool:
    if value not in ("true", "false"):
        message = "write true or false"
        raise refuse(message)
    return value == "true"


def _whole(value: object) -> int:
    plain = isinstance(value, str) and value.isascii() and value.isdecimal()
    if not isinstance(value, str) or not plain or len(value) > _MOST_DIGITS:
        message = "write a whole number in decimal digits"
        raise refuse(message)
    if value != str(int(value)):
        message = "write the number without leading zeros"
        raise refuse(message)
    return int(value)


def _date(value: object) -> date:
    try:
        if isinstance(value, str) and len(value) == len("2026-12-31"):
            return date.fromisoformat(value)
    except ValueError:
        pass
    message = "write a date as year-month-day, such as 2026-12-31"
    raise refuse(message)


def _member(kind: Iterable[_E]) -> Callable[[object], _E]:
    def parse(value: object) -> _E:
        for member in kind:
            if member.value == value:
                return member
        message = "choose one of " + ", ".join(kind)
        raise refuse(message)

    return parse


def _ident(value: str) -> str:
    if not is_ident(value):
        message = "write an id of at most 48 letters a-z, digits and single hyphens"
        raise refuse(message)
    return value


def is_ident(value: str) -> bool:
    """Tell whether `value` may be an id; 48 characters leave room in a log's name."""
    return len(value) <= _LONGEST_ID and bool(_ID.fullmatch(value))


def _words(value: str) -> str:
    if not value.strip():
        message = "write a text"
        raise refuse(message)
    return value.strip()


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        message = "name a time zone such as Europe/Amsterdam"
        raise refuse(message) from None
    return value


def _holidays(value: str) -> str:
    if value not in COUNTRIES:
        message = "choose one of " + ", ".join(COUNTRIES)
        raise refuse(message)
    return value


def _country(value: str) -> str:
    if not _COUNTRY.fullmatch(value):
        message = "write the two capital letters of the country"
        raise refuse(message)
    return value


def _phrase(value: str) -> str:
    """Refuse what the screening's phrases do not know; nothing in them takes long to match."""
    parts = value.split()
    choices = [part.split("/") for part in parts if part != "~"]
    known = all(_CHOICE.fullmatch(choice) for part in choices for choice in part)
    wordings = prod(len(choice) for choice in choices)
    if not known or not choices or parts[-1] == "~":
        message = "write words, with * at an end, / between two of a kind, or ~ between two words"
        raise refuse(message)
    if len(choices) > _MOST_WORDS or wordings > _MOST_WORDINGS:
        message = f"keep a phrase within {_MOST_WORDS} words and {_MOST_WORDINGS} wordings"
        raise refuse(message)
    return " ".join(parts)


def _opening(value: str) -> str:
    found = _OPENING.fullmatch(value)
    if not found:
        message = "write an opening as 08:30-12:30"
        raise refuse(message)
    begins, ends = opening_minutes(value)
    if not begins < ends <= _DAY:
        message = "end an opening after it begins, on the same day"
        raise refuse(message)
    return value


def opening_minutes(value: str) -> tuple[int, int]:
    """Return a checked opening as minutes after midnight."""
    hour, minute, end_hour, end_minute = (int(part) for part in re.split("[:-]", value))
    return hour * 60 + minute, end_hour * 60 + end_minute


Ident = Annotated[str, AfterValidator(_ident)]
Text = Annotated[str, AfterValidator(_words)]
Zone = Annotated[str, AfterValidator(_zone)]
Country = Annotated[str, AfterValidator(_country)]
Holidays = Annotated[str, AfterValidator(_holidays)]
Opening = Annotated[str, AfterValidator(_opening)]
Phrase = Annotated[Text, AfterValidator(_phrase)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Whole = Annotated[int, BeforeValidator(_whole)]
Count = Annotated[Whole, Field(ge=1)]
Day = Annotated[date, BeforeValidator(_date)]
ACategory = Annotated[Category, BeforeValidator(_member(Category))]
AContext = Annotated[Context, BeforeValidator(_member(Context))]
ALanguage = Annotated[Language, BeforeValidator(_member(Language))]
#: The format has texts of no other language, so that a pack in it would have none at all.
AWritten = Annotated[Language, BeforeValidator(_member(ANSWERED))]
AKind = Annotated[ExampleKind, BeforeValidator(_member(ExampleKind))]
AMark = Annotated[Mark, BeforeValidator(_member(EVIDENCE))]
AQueue = Annotated[Queue, BeforeValidator(_member(Queue))]
ARole = Annotated[Role, BeforeValidator(_member(Role))]
AnAddressee = Annotated[Addressee, BeforeValidator(_member(Addressee))]
AnAudience = Annotated[Audience, BeforeValidator(_member(Audience))]
AnOffice = Annotated[Office, BeforeValidator(_member(Office))]
AnOwnership = Annotated[Ownership, BeforeValidator(_member(Ownership))]
APeriod = Annotated[Period, BeforeValidator(_member(Period))]
AReason = Annotated[Reason, BeforeValidator(_member(CLOSING))]
