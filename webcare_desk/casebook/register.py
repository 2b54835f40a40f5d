"""The register as a table that leaves the desk: CSV, workbook or paper; the log records it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from webcare_desk.actions.read import Read
from webcare_desk.casebook.headings import headings, worded
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name
from webcare_desk.domain.case_version import CaseStanding
from webcare_desk.domain.escalation import EscalationPlan
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.register import RegisterFilter, RegisterRow, case_turn
from webcare_desk.newfile import written
from webcare_desk.reports.listing import Listing, as_named
from webcare_desk.store.base import Reads

_PAGE = 500
_HEADER = (
    *("number", "case", "state", "since", "version", "kind", "day zero", "due", "with"),
    *("alarm", "alarm about questions", "PV's number", "duplicate of"),
    *("comment", "source", "author", "words"),
)


@dataclass(frozen=True, slots=True)
class Register:
    """What a table of the register is made with.

    `plan_of` gives the plan by which a case goes; `language` is that of headings and words,
    "nl" or "en".
    """

    plan_of: Callable[[CaseStanding], EscalationPlan | None]
    language: str = "en"


def export_register(
    desk: Desk, register: Register, chosen: RegisterFilter, target: Path, by: Actor
) -> int:
    """Write every case that fits to a file, also over another one, as its name says; return how many there are.

    Raises UsageError for a name that is none of .csv, .xlsx and .pdf, ReadOnlyError when the
    file cannot be written.
    """
    now = desk.clock()
    listing = listing_of(desk.read, register, chosen, now)
    content = as_named(listing, target.name)
    with written(target, over=True) as draft:
        draft.write_bytes(content)
        desk.perform(Read(Name("register-export")), by)
    return len(listing.rows)


def listing_of(read: Reads, register: Register, chosen: RegisterFilter, now: int) -> Listing:
    """Return the cases that fit as a list, the newest first; times are UTC."""
    say = partial(worded, language=register.language)
    rows = tuple(_line(row, register, now) for row in every(read, chosen))
    facts = (
        (say("Made"), _utc(now)),
        (say("Shown"), f"{say(chosen.shown)} {chosen.words}".strip()),
        (say("Cases"), str(len(rows))),
    )
    title = say("Register of safety cases")
    return Listing(title, facts, headings(_HEADER, register.language), rows, register.language)


def every(read: Reads, chosen: RegisterFilter) -> Iterator[RegisterRow]:
    """Give every case that fits, page by page."""
    page = read.register_page(chosen, None, _PAGE)
    while page:
        yield from page
        page = read.register_page(chosen, page[-1].standing.case, _PAGE)


def _line(row: RegisterRow, register: Register, now: int) -> tuple[str, ...]:
    standing = row.standing
    turn = case_turn(row, register.plan_of(standing), now)
    say = partial(worded, language=register.language)
    told = (
        row.reference,
        standing.case,
        say(standing.state.value) + ("" if standing.doubt is None else f", {say('ask PV')}"),
        _utc(standing.since),
        standing.number,
        say(row.kind.value),
        _utc(row.day_zero_at),
        None if turn is None else _utc(turn.until),
        None if turn is None else say(turn.owner.value),
        None if standing.alarm is None else say(standing.alarm.value),
        None if row.asking is None else say(row.asking.value),
        standing.pv_reference,
        standing.duplicate_of,
        standing.comment,
        row.source,
        row.author,
        " ".join(row.text.split()),
    )
    return tuple("" if each is None else str(each) for each in told)


def _utc(at: int) -> str:
    return datetime.fromtimestamp(at // 1_000_000, UTC).strftime("%Y-%m-%d %H:%M UTC")
