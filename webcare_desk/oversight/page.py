"""The periodic review as a page of HTML or as text; every foreign word is escaped."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.moderator import system_actor
from webcare_desk.newfile import written
from webcare_desk.oversight.periodic import Periodic
from webcare_desk.reports import periodic_words as words
from webcare_desk.reports.frame import head
from webcare_desk.reports.plain import escaped
from webcare_desk.reports.sentences import details, moment

_MOST = 200
_STYLE = (
    "body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;"
    "color:#1b1f26}h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}"
    "table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem .8rem .3rem 0;"
    "border-bottom:1px solid #e0e3e8;vertical-align:top}th{color:#59616e;font-weight:600}"
    "p.none{color:#59616e}"
)


@dataclass(frozen=True, slots=True)
class Tongue:
    """What the review is written in: its own texts, the terms, and an entry by people's names.

    As it stands it is English, with terms and acts as the log and the terminal name them.
    """

    language: str = "en"
    said: Callable[[str], str] = str
    term: Callable[[StrEnum], str] = str
    act: Callable[[AuditEntry, Mapping[str, str]], str] = lambda entry, _: entry.action


ENGLISH = Tongue()


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the report: a heading, and rows under their columns.

    `total` is how many there are, where not each has a row.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: int | None = None

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.rows) if self.total is None else self.total


def as_text(found: Periodic) -> str:
    """Return the report as plain text, in English."""
    lines = [_title(found, ENGLISH), _made(found, ENGLISH), ""]
    for part in parts(found, ENGLISH):
        lines += [f"{part.title} ({part.count})"]
        lines += ["  " + " | ".join(row) for row in part.rows] or ["  none"]
        lines.append("")
    return "\n".join(lines)


def as_html(found: Periodic, tongue: Tongue) -> str:
    """Return the report as one page that needs nothing else."""
    none = tongue.said(words.NONE)
    body = "".join(_part(part, none) for part in parts(found, tongue))
    title = _title(found, tongue)
    return (
        f"{head(title, _STYLE, tongue.language)}<h1>{escaped(title)}</h1>\n"
        f"<p>{escaped(_made(found, tongue))}</p>\n{body}</body>\n</html>\n"
    )


def write_page(
    found: Periodic,
    target: Path,
    tongue: Tongue = ENGLISH,
    record: Callable[[], object] = lambda: None,
) -> None:
    """Write the report as HTML into a file, in the place of one that is there.

    `record` keeps that it left; where it fails there is no file.
    """
    with written(target, over=True) as draft:
        draft.write_text(as_html(found, tongue), encoding="utf-8")
        record()


def _title(found: Periodic, tongue: Tongue) -> str:
    return tongue.said(words.TITLE).format(since=moment(found.since), until=moment(found.until))


def _made(found: Periodic, tongue: Tongue) -> str:
    made = tongue.said(words.MADE_BY if found.made_by else words.MADE)
    return made.format(origin=found.origin, time=moment(found.made_at), name=found.made_by)


def _part(part: Part, none: str) -> str:
    heads = "".join(f"<th>{escaped(name)}</th>" for name in part.columns)
    rows = "".join(
        "<tr>" + "".join(f"<td>{escaped(cell)}</td>" for cell in row) + "</tr>" for row in part.rows
    )
    table = f"<table><tr>{heads}</tr>{rows}</table>" if rows else f'<p class="none">{none}</p>'
    return f"<h2>{escaped(part.title)}</h2>{table}"


def parts(found: Periodic, tongue: Tongue) -> Iterator[Part]:
    """Yield every part of the report."""
    yield _log_part(found, tongue)
    yield _people_part(found, tongue)
    names = {each.id: each.name for each in found.people}
    for title, entries in (
        (words.RIGHTS, found.rights),
        (words.LOGINS, found.logins),
        (words.PROTOCOLS, found.protocols),
        (words.SETTINGS, found.settings),
        (words.BACKUPS, found.backups),
        (words.ERRORS, found.errors),
        (words.CLOCK, found.clock_steps),
    ):
        yield _entries_part(tongue.said(title), entries, names, tongue)
    yield from _oversight_parts(found, tongue)
    yield from _rest(found, tongue)


def _log_part(found: Periodic, tongue: Tongue) -> Part:
    said = tongue.said
    verdict = said(words.FLAW).format(flaw=found.flaw) if found.flaw else said(words.HOLDS)
    rows = (
        (said(words.IN_ALL), str(found.size)),
        (said(words.OF_PERIOD), _range(found.first, found.last, tongue)),
        (said(words.WHOLE), verdict),
        (said(words.GAPS), str(found.gaps)),
    )
    return Part(said(words.LOG), _columns(words.LOG_COLUMNS, tongue), rows)


def _range(first: int, last: int, tongue: Tongue) -> str:
    return tongue.said(words.RANGE).format(first=first, last=last)


def _columns(titles: str, tongue: Tongue) -> tuple[str, ...]:
    return tuple(tongue.said(titles).split("|"))


def _people_part(found: Periodic, tongue: Tongue) -> Part:
    opened, closed = tongue.said(words.OPEN), tongue.said(words.CLOSED)
    rows = tuple(
        (
            each.name,
            each.login,
            ", ".join(sorted(map(tongue.term, each.roles))),
            opened if each.active else closed,
        )
        for each in found.people
    )
    return Part(tongue.said(words.PEOPLE), _columns(words.PEOPLE_COLUMNS, tongue), rows)


def _entries_part(
    title: str, entries: Sequence[AuditEntry], names: Mapping[str, str], tongue: Tongue
) -> Part:
    known = {**names, system_actor().moderator: tongue.said(words.PROGRAM)}
    rows = [
        (
            str(each.seq),
            moment(each.at),
            known.get(each.actor, each.actor),
            tongue.act(each, names),
            ", ".join(details(each, names)),
        )
        for each in entries[:_MOST]
    ]
    if len(entries) > _MOST:
        more = tongue.said(words.MORE)
        rows.append(("…", "", "", more.format(count=len(entries) - _MOST), ""))
    return Part(title, _columns(words.ENTRY_COLUMNS, tongue), tuple(rows), len(entries))


def _oversight_parts(found: Periodic, tongue: Tongue) -> Iterator[Part]:
    term, said = tongue.term, tongue.said
    yield Part(
        said(words.DEVIATIONS),
        _columns(words.DEVIATION_COLUMNS, tongue),
        tuple(
            (str(each.id), term(each.kind), term(each.state), each.title, each.cause or "–")
            for each in found.deviations
        ),
    )
    opened = said(words.OPEN)
    yield Part(
        said(words.REVIEWS),
        _columns(words.REVIEW_COLUMNS, tongue),
        tuple(
            (
                str(each.id),
                _range(each.first, each.last, tongue),
                opened if each.verdict is None else term(each.verdict),
                each.conclusion or "–",
            )
            for each in found.reviews
        ),
    )


def _rest(found: Periodic, tongue: Tongue) -> Iterator[Part]:
    rate = tongue.said(words.RATE)
    yield Part(
        tongue.said(words.NEVER),
        _columns(words.NEVER_COLUMNS, tongue),
        tuple((tongue.term(each.question), str(each.entries)) for each in found.never_reviewed),
    )
    yield Part(
        tongue.said(words.CHECKS),
        _columns(words.CHECK_COLUMNS, tongue),
        tuple(
            (
                tongue.term(each.kind),
                *map(str, (each.drawn, each.checked, each.disagreed, each.missed)),
                rate.format(low=f"{each.low * 100:.1f}", high=f"{each.high * 100:.1f}"),
                str(each.erased),
            )
            for each in found.rates
        ),
    )
