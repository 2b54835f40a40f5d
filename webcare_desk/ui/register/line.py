"""One case as a line of the register: its light, both clocks, and whose turn it is."""

from PySide6.QtCore import QCoreApplication

from webcare_desk.domain.case_clocks import OTHER_DAYS, SERIOUS_DAYS, days_between
from webcare_desk.domain.case_state import CaseState
from webcare_desk.domain.register import CaseTurn, RegisterRow, submission_from
from webcare_desk.ui.clock import left
from webcare_desk.ui.register.words import LIGHTS, kind_word, state_word
from webcare_desk.ui.supervision.listing import clock_cell
from webcare_desk.ui.table import Cell, Column, Tone
from webcare_desk.ui.words import role_word

#: How many days before the day of a serious case to look up.
_SOON = 3
#: How many letters of an author stand before his words.
_AUTHOR = 30
#: PV has said what it is: its own clock is PV's from then on.
_TOLD = frozenset({CaseState.ACCEPTED, CaseState.NOT_A_CASE, CaseState.DUPLICATE, CaseState.CLOSED})


def columns() -> tuple[Column, ...]:
    """Return the headings of the register."""
    return (
        Column(QCoreApplication.translate("RegisterLine", "State"), 126),
        Column(QCoreApplication.translate("RegisterLine", "Our number"), 214),
        Column(QCoreApplication.translate("RegisterLine", "Comment")),
        Column(QCoreApplication.translate("RegisterLine", "Version"), 132),
        Column(QCoreApplication.translate("RegisterLine", "PV's days"), 160),
        Column(QCoreApplication.translate("RegisterLine", "Due"), 104),
        Column(QCoreApplication.translate("RegisterLine", "With"), 118),
        Column(QCoreApplication.translate("RegisterLine", "PV's number"), 118),
    )


def cells(
    row: RegisterRow, number: str, turn: CaseTurn | None, now: int, zone: str
) -> tuple[Cell, ...]:
    """Return the cells of a case in the order of `columns`; PV's days are those of `zone`."""
    standing = row.standing
    glyph, tone = LIGHTS[standing.state]
    if standing.doubt is not None:
        glyph, tone = "⚠", Tone.DANGER
    same = f" ≈{row.linked}" if row.linked else ""
    author = row.author if len(row.author) <= _AUTHOR else f"{row.author[:_AUTHOR]}…"
    return (
        Cell(
            f"{glyph} {state_word(standing.state)}",
            Tone.DANGER if standing.alarm or row.asking else tone,
        ),
        Cell(number + same),
        Cell(f"{author}: {row.text}"),
        Cell(f"{standing.number} · {kind_word(row.kind)}", Tone.FAINT),
        _since(row, now, zone),
        Cell("–", Tone.FAINT) if turn is None else clock_cell(left(turn.until, now)),
        _with(row, turn),
        Cell(
            standing.pv_reference or "–",
            Tone.PLAIN if standing.pv_reference else Tone.FAINT,
        ),
    )


def _since(row: RegisterRow, now: int, zone: str) -> Cell:
    began = submission_from(row)
    day = days_between(began, now, zone)
    limit = SERIOUS_DAYS if day <= SERIOUS_DAYS else OTHER_DAYS
    text = QCoreApplication.translate("RegisterLine", "day {day} of {limit}")
    if began != row.day_zero_at:
        text = QCoreApplication.translate("RegisterLine", "day {day} of {limit}, {all} in all")
    text = text.format(day=day, limit=limit, all=days_between(row.day_zero_at, now, zone))
    if row.standing.state in _TOLD:
        return Cell(text, Tone.FAINT)
    tone = Tone.WARNING if SERIOUS_DAYS - day <= _SOON else Tone.PLAIN
    return Cell(text, Tone.DANGER if day > SERIOUS_DAYS else tone)


def _with(row: RegisterRow, turn: CaseTurn | None) -> Cell:
    if row.standing.doubt is not None:
        return Cell(QCoreApplication.translate("RegisterLine", "⚠ ask PV"), Tone.DANGER)
    if row.asking is not None and not row.standing.alarm:
        return Cell(QCoreApplication.translate("RegisterLine", "⚠ questions"), Tone.DANGER)
    if turn is None:
        return Cell("–", Tone.FAINT)
    if row.standing.alarm:
        return Cell(f"⚠ {role_word(turn.owner)}", Tone.DANGER)
    return Cell(role_word(turn.owner))
