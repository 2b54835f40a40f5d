"""A narrative that is longer than its element: nothing is cut, the rest goes on in H.5.r."""

from collections.abc import Iterator
from typing import Final

from webcare_desk.domain.e2b import Section, section

#: The largest number of characters of H.1 and of H.5.r.1a.
LONGEST: Final = 100_000
_GOES_ON: Final = "\n(continued in H.5.r)"


def first_part(text: str) -> str:
    """Return what stands in H.1; where there is more, it says where that stands."""
    pieces = _pieces(text)
    return pieces[0] if len(pieces) == 1 else goes_on(pieces[0])


def goes_on(text: str) -> str:
    """Return a text that says that there is more of it, where there is room for that."""
    return f"{text}{_GOES_ON}" if len(text) + len(_GOES_ON) <= LONGEST else text


def rest(text: str, language: str) -> Iterator[Section]:
    """Give what H.1 had no room for, each part in an H.5.r of its own (ISO 639-2 `language`)."""
    for piece in _pieces(text)[1:]:
        yield section("H.5.r", {"H.5.r.1a": piece, "H.5.r.1b": language})


def whole(text: str, language: str) -> Iterator[Section]:
    """Give a whole text in as many H.5.r as it takes."""
    for piece in _pieces(text):
        yield section("H.5.r", {"H.5.r.1a": piece, "H.5.r.1b": language})


def narrative_of(report: Section, language: str) -> str:
    """Return the narrative of a report in `language` (nl, else en), where the report has it."""
    dutch = "".join(_goes_on(report, "dut"))
    if language == "nl" and dutch:
        return dutch
    return "\n".join(filter(None, (report.text("H.1"), *_goes_on(report, "eng"))))


def _goes_on(report: Section, language: str) -> Iterator[str]:
    native = (each for each in report.each("H.5.r") if each.get("H.5.r.1b") == language)
    yield from (each.text("H.5.r.1a") for each in native)


def _pieces(text: str) -> list[str]:
    """Return the parts of a text, which together are the text."""
    if len(text) <= LONGEST:
        return [text]
    most = LONGEST - len(_GOES_ON)
    return [text[start : start + most] for start in range(0, len(text), most)]
