"""One check of a qualification: what is expected, what was found, and whether that is it."""

import sqlite3
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from webcare_desk.errors import WebcareError

G = TypeVar("G")
#: What a part that is broken may raise: each is a finding, and the other checks go on.
BROKEN: Final = (
    WebcareError,
    OSError,
    sqlite3.Error,
    subprocess.SubprocessError,
    ValueError,
    LookupError,
    TypeError,
)


class AmissError(WebcareError):
    """A check found something else than it must; the sentence says what."""


@dataclass(frozen=True, slots=True)
class Check:
    """What one check found; `requirements` are the rows of the traceability table it speaks for."""

    id: str
    what: str
    expected: str
    found: str
    passed: bool
    requirements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked(Generic[G]):
    """One thing to check: `probe` returns what it found, and raises when that is not as expected."""

    id: str
    what: str
    expected: str
    requirements: tuple[str, ...]
    probe: Callable[[G], str]


def tried(asked: Asked[G], ground: G) -> Check:
    """Check one thing; whatever is broken is its finding."""
    try:
        return judged(asked, asked.probe(ground), passed=True)
    except AmissError as error:
        return judged(asked, str(error), passed=False)
    except BROKEN as error:
        return judged(asked, f"{type(error).__name__}: {error}", passed=False)


def judged(asked: Asked[G], found: str, *, passed: bool) -> Check:
    """Return the check of what was asked."""
    return Check(asked.id, asked.what, asked.expected, found, passed, asked.requirements)


def must(holds: object, sentence: str) -> None:
    """Raise `AmissError` with the sentence unless it holds."""
    if not holds:
        raise AmissError(sentence)


def refused(deed: Callable[[], object], kind: type[WebcareError], otherwise: str) -> str:
    """Return the sentence with which a deed is refused; raise `AmissError` where it is done."""
    try:
        deed()
    except kind as error:
        return str(error)
    raise AmissError(otherwise)
