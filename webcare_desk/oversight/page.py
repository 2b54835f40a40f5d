"""The periodic review as a page of HTML or as text; every foreign word is escaped."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from pathlib import Path

from webcare_desk.domain.audit import AuditEntry
from webcare_desk.errors import ReadOnlyError
from webcare_desk.oversight.periodic import Periodic

_MOST = 200
_STYLE = (
    "body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;"
    "color:#1b1f26}h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}"
    "table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem .8rem .3rem 0;"
    "border-bottom:1px solid #e0e3e8;vertical-align:top}th{color:#59616e;font-weight:600}"
    "p.none{color:#59616e}"
)


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
    """Return the report as plain text."""
    lines = [_title(found), _made(found), ""]
    for part in parts(found):
        lines += [f"{part.title} ({part.count})"]
        lines += ["  " + " | ".join(row) for row in part.rows] or ["  none"]
        lines.append("")
    return "\n".join(lines)


def as_html(found: Periodic) -> str:
    """Return the report as one page that needs nothing else."""
    body = "".join(map(_part, parts(found)))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Periodic review</title>'
        f"<style>{_STYLE}</style></head><body><h1>{escape(_title(found))}</h1>"
        f"<p>{escape(_made(found))}</p>{body}</body></html>\n"
    )


def write_page(found: Periodic, target: Path) -> None:
    """Write the report as HTML into a file."""
    try:
        target.write_text(as_html(found), encoding="utf-8")
    except OSError as error:
        msg = f"{target} cannot be written: {error.strerror}."
        raise ReadOnlyError(msg) from error


def _title(found: Periodic) -> str:
    return f"Periodic review, {when(found.since)} to {when(found.until)}"


def _made(found: Periodic) -> str:
    by = f" by {found.made_by}" if found.made_by else ""
    return f"Desk {found.origin}. Made {when(found.made_at)}{by}."


def _part(part: Part) -> str:
    head = "".join(f"<th>{escape(name)}</th>" for name in part.columns)
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in part.rows
    )
    table = f"<table><tr>{head}</tr>{rows}</table>" if rows else '<p class="none">None.</p>'
    return f"<h2>{escape(part.title)}</h2>{table}"


def parts(found: Periodic) -> Iterator[Part]:
    """Yield every part of the report."""
    names = {each.id: each.name for each in found.people}
    yield _log_part(found)
    yield Part(
        "People and their rights",
        ("Name", "Login", "Roles", "State"),
        tuple(
            (
                each.name,
                each.login,
                ", ".join(sorted(each.roles)),
                "open" if each.active else "closed",
            )
            for each in found.people
        ),
    )
    for title, entries in (
        ("Changes of accounts and rights", found.rights),
        ("Failed logins", found.logins),
        ("Protocols put in force", found.protocols),
        ("Settings that changed", found.settings),
        ("Backups and restores", found.backups),
        ("Deliveries that failed or became uncertain", found.errors),
        ("The clock went back", found.clock_steps),
    ):
        yield _entries_part(title, entries, names)
    yield from _oversight_parts(found)


def _log_part(found: Periodic) -> Part:
    verdict = f"does not hold: {found.flaw}" if found.flaw else "holds"
    rows = (
        ("Entries in all", str(found.size)),
        ("Entries of the period", f"{found.first} to {found.last}"),
        ("The log, and by it every text and row of the desk", verdict),
        ("Gaps in coverage that nobody has explained", str(found.gaps)),
    )
    return Part("The log", ("What", "Found"), rows)


def _entries_part(title: str, entries: Sequence[AuditEntry], names: dict[str, str]) -> Part:
    rows = [
        (
            str(each.seq),
            when(each.at),
            names.get(each.actor, each.actor),
            each.action,
            _detail(each),
        )
        for each in entries[:_MOST]
    ]
    if len(entries) > _MOST:
        rows.append(("…", "", "", f"{len(entries) - _MOST} more", ""))
    return Part(title, ("Entry", "Time", "Who", "Act", "Detail"), tuple(rows), len(entries))


def _oversight_parts(found: Periodic) -> Iterator[Part]:
    yield Part(
        "Deviations",
        ("Number", "Kind", "State", "What", "Cause"),
        tuple(
            (str(each.id), each.kind.value, each.state.value, each.title, each.cause or "–")
            for each in found.deviations
        ),
    )
    yield Part(
        "Reviews of the log",
        ("Number", "Entries", "Verdict", "Conclusion"),
        tuple(
            (
                str(each.id),
                f"{each.first} to {each.last}",
                each.verdict or "open",
                each.conclusion or "–",
            )
            for each in found.reviews
        ),
    )
    yield from _rest(found)


def _rest(found: Periodic) -> Iterator[Part]:
    yield Part(
        "Never reviewed",
        ("Question", "Entries"),
        tuple((each.question.value, str(each.entries)) for each in found.never_reviewed),
    )
    yield Part(
        "Checks of decisions",
        ("Decision", "Drawn", "Checked", "Disagreed", "Missed", "Rate, 95 %"),
        tuple(
            (
                each.kind.value,
                str(each.drawn),
                str(each.checked),
                str(each.disagreed),
                str(each.missed),
                f"{each.low:.1%} to {each.high:.1%}",
            )
            for each in found.rates
        ),
    )


def _detail(entry: AuditEntry) -> str:
    return ", ".join(f"{name} {value}" for name, value in sorted(entry.detail.items()))


def when(at: int) -> str:
    """Return a moment in UTC, to the second."""
    return f"{datetime.fromtimestamp(at // 1_000_000, UTC):%Y-%m-%d %H:%M:%S} UTC"
