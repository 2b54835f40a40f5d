"""What a later version changes within its parts: reactions and medicines that come or go.

An element of a part is named by its path, `E.i[2]/E.i.7` or `G.k[1]/G.k.4.r[1]/G.k.4.r.7`; what
stands once, and what stands in the only part of its kind, by its id alone. The place after the
last one of an inner section begins a new one.
"""

import re
from collections.abc import Iterable, Mapping
from uuid import UUID, uuid5

from webcare_desk.domain.case_parts import ROLE_CODES, Added, DrugRole, Edit, Listed, Part, Removed
from webcare_desk.domain.e2b import (
    REPORT,
    Section,
    Value,
    report_of,
    section,
    with_sections,
    with_values,
)
from webcare_desk.errors import RefusedError
from webcare_desk.pv.e2b.build import NOT_NAMED, drug, reaction
from webcare_desk.pv.e2b.elements import elements, section_of
from webcare_desk.pv.e2b.units import as_unit
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

_SPACE = UUID("6f2c1a57-9b0e-5d43-8f5b-2f1d6f3f7a90")
_STEP = re.compile(r"([A-Za-z]\.[A-Za-z0-9.]+)\[([1-9]\d{0,3})\]")
_WORDS = {Part.REACTION: "E.i.1.1a", Part.DRUG: "G.k.2.2"}
_NAMES = {
    "en": {Part.REACTION: "Reaction", Part.DRUG: "Medicine"},
    "nl": {Part.REACTION: "Reactie", Part.DRUG: "Middel"},
}
_NOT_NAMED = "niet genoemd: het middel van de pagina"
_DONE = {"en": ("added", "taken away"), "nl": ("toegevoegd", "weggehaald")}
_ROLES = {
    DrugRole.SUSPECT: "verdacht",
    DrugRole.CONCOMITANT: "daarnaast gebruikt",
    DrugRole.INTERACTING: "wisselwerkend",
}


def listed(batch: Section) -> tuple[Listed, ...]:
    """Return the reactions and medicines of a report in their order."""
    report = report_of(batch)
    return tuple(
        Listed(part, place, each.text(_WORDS[part]))
        for part in Part
        for place, each in enumerate(report.each(part), 1)
    )


def told(batch: Section, edits: Iterable[Edit], language: str) -> str:
    """Return the sentences of the narrative (`en` or `nl`) about the parts that come and go."""
    known = {(each.part, each.place): each.words for each in listed(batch)}
    return " ".join(_sentence(each, known, language) for each in edits)


def _sentence(edit: Edit, known: Mapping[tuple[Part, int], str], language: str) -> str:
    name, (added, gone) = _NAMES[language][edit.part], _DONE[language]
    if isinstance(edit, Added):
        role = _ROLES[edit.role] if language == "nl" else edit.role.value
        shown = f" ({role})" if edit.part is Part.DRUG else ""
        return f"{name} {added}{shown}: “{edit.words.strip()}”."
    words = known.get((edit.part, edit.place), "")
    if words == NOT_NAMED and language == "nl":
        words = _NOT_NAMED
    return f"{name} {gone}: “{words}”."


def with_added(batch: Section, edits: Iterable[Edit]) -> Section:
    """Return a batch with the new parts behind those of their kind; raise RefusedError."""
    report = report_of(batch)
    for edit in edits:
        if isinstance(edit, Added):
            report = with_sections(report, *report.sections, _made(report, edit))
    return _renewed(batch, report)


def _made(report: Section, edit: Added) -> Section:
    words, place = edit.words.strip(), len(report.each(edit.part)) + 1
    if not words:
        msg = QT_TRANSLATE_NOOP("Said", "Say in words which reaction or medicine is new.")
        raise RefusedError(Said.of(msg))
    seed = f"{report.text('C.1.1')}/{report.text('C.1.2')}/{edit.part}/{place}/{words}"
    ident = str(uuid5(_SPACE, seed))
    if edit.part is Part.DRUG:
        return drug(ident, words, ROLE_CODES[edit.role])
    spoken = (each.text("E.i.1.1b") for each in report.each(Part.REACTION))
    return reaction(ident, words, next(filter(None, spoken), "und"))


def without(batch: Section, edits: Iterable[Edit]) -> Section:
    """Return a batch without the parts that are taken away; raise RefusedError.

    What a medicine says of a reaction goes with that reaction (G.k.9.i). The last part of a
    kind stays: a report without one is none.
    """
    report = report_of(batch)
    for part in Part:
        gone = {each.place for each in edits if isinstance(each, Removed) and each.part is part}
        report = _taken(report, part, gone)
    return _renewed(batch, report)


def _taken(report: Section, part: Part, gone: set[int]) -> Section:
    known = report.each(part)
    wrong = sorted(gone - set(range(1, len(known) + 1)))
    if wrong:
        msg = QT_TRANSLATE_NOOP(
            "Said", "There is no {part}[{wrong}]: the report has {count} of them."
        )
        raise RefusedError(Said.of(msg, part=part, wrong=wrong[0], count=len(known)))
    if gone and len(gone) == len(known):
        msg = QT_TRANSLATE_NOOP(
            "Said",
            "A report needs a reaction and a medicine: the last {part} stays, or take it back.",
        )
        raise RefusedError(Said.of(msg, part=part))
    kept = [each for place, each in enumerate(known, 1) if place not in gone]
    lost = {known[place - 1].text("E.i@id") for place in gone} - {""}
    others = (each for each in report.sections if each.code != part)
    return with_sections(report, *(_unrelated(each, lost) for each in others), *kept)


def _unrelated(found: Section, lost: set[str]) -> Section:
    """Return a section without what it says of the reactions that are lost."""
    inner = [
        each
        for each in found.sections
        if each.code != "G.k.9.i" or each.text("G.k.9.i.1") not in lost
    ]
    return with_sections(found, *inner) if len(inner) < len(found.sections) else found


def changed(report: Section, values: Mapping[str, Value | None]) -> Section:
    """Return a report with elements changed, each by its path; raise RefusedError.

    A unit may be told as people write it: `mcg` for `ug`, `tabletten` for `{DF}`.
    """
    for path, value in values.items():
        *steps, code = path.split("/")
        if code not in elements():
            msg = QT_TRANSLATE_NOOP("Said", "{code} is no element of a report.")
            raise RefusedError(Said.of(msg, code=code))
        places = [_step(each, path) for each in steps] or _only(report, code)
        if section_of(code) != (places[-1][0] if places else REPORT):
            msg = QT_TRANSLATE_NOOP("Said", "{code} does not stand there: {path}.")
            raise RefusedError(Said.of(msg, code=code, path=path))
        report = _put(report, places, {code: as_unit(code, value)})
    return report


def _step(step: str, path: str) -> tuple[str, int]:
    found = _STEP.fullmatch(step)
    if found is None:
        msg = QT_TRANSLATE_NOOP("Said", "“{path}” is no path, such as E.i[2]/E.i.7.")
        raise RefusedError(Said.of(msg, path=path))
    return found[1], int(found[2])


def _only(report: Section, code: str) -> list[tuple[str, int]]:
    """Return the way to an element without a path: the only part that can hold it."""
    inner = section_of(code)
    if inner == REPORT:
        return []
    top = next((part for part in Part if inner.startswith(part)), inner)
    if len(report.each(top)) != 1:
        msg = QT_TRANSLATE_NOOP("Said", "Say which one: {top}[1]/{code} is the first of {count}.")
        raise RefusedError(Said.of(msg, top=top, code=code, count=len(report.each(top))))
    return [(top, 1)] if top == inner else [(top, 1), (inner, 1)]


def _put(
    found: Section, places: list[tuple[str, int]], values: Mapping[str, Value | None]
) -> Section:
    if not places:
        return with_values(found, values)
    (code, place), *deeper = places
    known = list(found.each(code))
    is_new = place == len(known) + 1 and code not in set(Part)
    if place > len(known) + is_new:
        msg = QT_TRANSLATE_NOOP(
            "Said", "There is no {code}[{place}]: the report has {count} of them."
        )
        raise RefusedError(Said.of(msg, code=code, place=place, count=len(known)))
    known += [section(code, {})] * is_new
    known[place - 1] = _put(known[place - 1], deeper, values)
    others = (each for each in found.sections if each.code != code)
    return with_sections(found, *others, *known)


def _renewed(batch: Section, report: Section) -> Section:
    others = [each for each in batch.sections if each.code != REPORT]
    return with_sections(batch, *others, report)
