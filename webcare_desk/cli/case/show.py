"""`case list` and `case show`: where the cases stand, their versions and PV's answers."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from webcare_desk.casebook.leaving import handed_over_at
from webcare_desk.casebook.plans import plans_of_cases
from webcare_desk.casebook.reading import batch_of, frozen, told_to_pv
from webcare_desk.casebook.refusal import receivers_problems
from webcare_desk.cli.show import due, when
from webcare_desk.cli.sign_here import signatures
from webcare_desk.domain.case_clocks import CaseClocks, clocks
from webcare_desk.domain.case_version import CaseAnswer, CaseStanding, CaseVersion
from webcare_desk.domain.e2b import report_of
from webcare_desk.domain.register import CaseTurn, RegisterRow, submission_from, turn_in
from webcare_desk.domain.reply import Delivery, DeliveryKind
from webcare_desk.domain.signature import signature_line
from webcare_desk.pv.e2b.parts import listed
from webcare_desk.store.base import Reads

if TYPE_CHECKING:
    from webcare_desk.app import App


def rows_of(app: "App", now: int) -> list[dict[str, object]]:
    """Return every case, the newest first, as `case list --json` gives it."""
    read = app.desk.read
    plan_of = plans_of_cases(read, app.folder, app.protocol)
    found = read.case_standings()
    return [_row(read, each, turn_in(each, plan_of(each), now)) for each in found]


def _row(read: Reads, standing: CaseStanding, turn: CaseTurn | None) -> dict[str, object]:
    found = read.escalation(standing.case)
    return {
        "id": standing.case,
        "comment": standing.comment,
        "state": standing.state,
        "since": standing.since,
        "versions": standing.number,
        "owner": None if turn is None else turn.owner,
        "until": None if turn is None else turn.until,
        "alarm": standing.alarm,
        "duplicate_of": standing.duplicate_of,
        "reason": standing.reason,
        "pv_reference": standing.pv_reference,
        "doubt": standing.doubt,
        "uid": None if found is None else found.uid,
        "plan": standing.plan,
        "aware_at": None if found is None else found.aware_at,
        "recognised_at": None if found is None else found.recognised_at,
        "due_at": None if found is None else found.due_at,
        "escalation": None if found is None else found.state,
    }


HEADER = ("case", "comment", "state", "versions", "PV's number", "due", "owner")


def line_of(row: Mapping[str, object], now: int) -> tuple[object, ...]:
    """Return a case as a line of the table."""
    shown = tuple(row[name] for name in ("versions", "pv_reference"))
    until, doubt = row["until"], row["doubt"]
    state = row["state"] if doubt is None else f"{row['state']}, ask PV: answer {doubt}"
    return (
        row["id"],
        row["comment"],
        state,
        *shown,
        due(until if isinstance(until, int) else None, now),
        row["owner"],
    )


def history(app: "App", case: int) -> Iterator[str]:
    """Give the parts of the latest version, then the versions with their answers, a line each."""
    answers = app.desk.read.case_answers(case)
    for part in listed(batch_of(app.desk.read, case)):
        yield f"{part.part}[{part.place}]: {part.words}"
    for version in app.desk.read.case_versions(case):
        yield _line(app, version)
        for answer in answers:
            if answer.number == version.number:
                yield from _told(app, answer)


def as_told(app: "App", case: int) -> dict[str, object]:
    """Return a case as `case show --json` gives it; the batches of its versions are in the export."""
    read, kept = app.desk.read, frozen(app.desk.read, case)
    rows = (each for each in rows_of(app, app.desk.clock()) if each["id"] == case)
    return {
        "case": next(rows, None),
        "narrative": told_to_pv(read, case, app.settings.language),
        "parts": listed(batch_of(read, case)),
        "versions": [_without(each, {"document"}) for each in read.case_versions(case)],
        "answers": [_answered(read, each) for each in read.case_answers(case)],
        "day_zero_at": kept.day_zero_at,
        "clocks": _clocks(app, case),
        "quality": [
            {name: getattr(each, name) for name in ("id", "state", "problem", "queued_at")}
            for each in _told_to_quality(read, case)
        ],
    }


def _answered(read: Reads, answer: CaseAnswer) -> dict[str, object]:
    return {
        **_without(answer, {"words", "report"}),
        "problems": json.loads(answer.problems or "[]"),
        "signed": [signature_line(made) for made in signatures(read, answer.signature)],
    }


def _without(row: CaseVersion | CaseAnswer, hidden: set[str]) -> dict[str, object]:
    return {name: value for name, value in asdict(row).items() if name not in hidden}


def _told_to_quality(read: Reads, case: int) -> list[Delivery]:
    found = read.escalation(case)
    told = [] if found is None else read.deliveries_of(found.comment)
    return [
        each for each in told if each.kind is DeliveryKind.COMPLAINT and each.escalation == case
    ]


def quality_lines(app: "App", case: int) -> Iterator[str]:
    """Give what the quality department was told of a case, a line for each time."""
    for each in _told_to_quality(app.desk.read, case):
        problem = f" ({each.problem})" if each.problem else ""
        yield f"to quality: {each.state.value}{problem}, queued {when(each.queued_at)}"


def clock_lines(app: "App", case: int) -> Iterator[str]:
    """Give the contract's clocks and the regulation's, side by side; news has its own."""
    kept, found = frozen(app.desk.read, case), _clocks(app, case)
    yield f"day zero ({kept.day_zero.value}): {when(kept.day_zero_at)}"
    if (news := _news(app.desk.read, case)) is not None:
        row, began = news
        yield f"version {row.standing.number}, {row.kind.value}, counts from: {when(began)}"
    yield f"due at PV: {when(found.vendor_hours)} (24 h)"
    yield f"           {when(found.vendor_business_day)} (1 business day)"
    yield f"PV submits: {when(found.serious)} (15 days, serious)"
    yield f"            {when(found.not_serious)} (90 days)"
    yield f"days of PV's time burned before they had it: {found.burned_days}"


def _first_clocks(app: "App", case: int) -> CaseClocks:
    """Return the clocks of the first version."""
    kept = frozen(app.desk.read, case)
    sent, now = handed_over_at(app.desk.read, case), app.desk.clock()
    aware_at = kept.awareness.first_viewed_at
    return clocks(aware_at, kept.day_zero_at, app.protocol.timetable, now if sent is None else sent)


def _clocks(app: "App", case: int) -> CaseClocks:
    """Return the clocks that run: news has its own, and what the first burned stays."""
    first, news = _first_clocks(app, case), _news(app.desk.read, case)
    if news is None:
        return first
    _, began = news
    found = clocks(began, began, app.protocol.timetable, began)
    return replace(found, burned_days=first.burned_days)


def _news(read: Reads, case: int) -> tuple[RegisterRow, int] | None:
    """Return the row of a case whose latest version has a clock of its own, and its begin."""
    row = read.register_row(case)
    began = 0 if row is None else submission_from(row)
    return None if row is None or began == row.day_zero_at else (row, began)


def _line(app: "App", version: CaseVersion) -> str:
    report = report_of(batch_of(app.desk.read, version.case, version.number))
    why = f": {version.reason}" if version.reason else ""
    number, latest = report.text("C.1.1"), report.text("C.1.5")
    made = when(version.made_at)
    return f"version {version.number}, {version.kind.value}, {made}, {number}, C.1.5 {latest}{why}"


def _told(app: "App", answer: CaseAnswer) -> Iterator[str]:
    kept = ", kept until its report leaves" if answer.is_waiting else ""
    reference = f" as {answer.pv_reference}" if answer.pv_reference else ""
    meaning = "to be read" if answer.is_letter else answer.meaning.value
    yield f"  {answer.way.value}: {meaning}{reference}{kept}"
    for made in signatures(app.desk.read, answer.signature):
        yield f"    signed: {signature_line(made)}"
    yield f"    evidence: answer {answer.id}, SHA-256 {answer.digest}"
    for problem in receivers_problems(answer):
        yield f"    {problem}"
