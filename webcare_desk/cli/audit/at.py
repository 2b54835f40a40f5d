"""`audit at`: the desk, or one comment, as it stood at a moment, told by the log."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from webcare_desk.cli.kinds import NUMBER
from webcare_desk.cli.looked import look_at
from webcare_desk.cli.moments import Moment
from webcare_desk.cli.show import json_option, plain, say, say_json, when
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.domain.inbox import NEVER, Queue, Status
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.spans import SECOND
from webcare_desk.errors import CorruptFileError, RefusedError, UsageError
from webcare_desk.store.base import LogFilter

if TYPE_CHECKING:
    from webcare_desk.domain.past import Past, RowThen
    from webcare_desk.store.base import Reads

_GONE = "(these words are not on the desk any more, or others stand in their place)"


@click.command()
@click.argument("moment", type=Moment())
@click.option("--comment", type=NUMBER, help="Tell of this comment alone.")
@json_option
@pass_terminal
def at(terminal: Terminal, moment: int, comment: int | None, *, as_json: bool) -> None:
    """Tell how the desk, or a comment, stood at MOMENT, such as 2026-03-29T02:30.

    A MOMENT without a zone is one of the protocol's zone.

    It is rebuilt from the log; the words are shown where they are still those
    of which the log has the digest. Who reads a comment's words so has looked at
    it, which is recorded.
    """
    from webcare_desk.inspection import desk_at
    from webcare_desk.new_version import versions

    rights = (Right.REVIEW,) if comment is None else (Right.REVIEW, Right.READ)
    with terminal.looking(*rights) as (app, actor):
        if moment > (end := _end(app.desk.read, app.desk.clock())):
            msg = f"{when(moment)} is still to come: name a moment until {when(end)}."
            raise UsageError(msg)
        packs = {each.digest: each.name for each in versions(app)}
        names = {each.id: each.login for each in app.desk.read.moderators()}
        is_here = comment is not None and app.desk.read.comment(comment) is not None
        if is_here and comment is not None:
            look_at(app, comment, actor)
    try:
        then = desk_at(terminal.folder, moment, comment)
    except CorruptFileError as error:
        say(f"The log cannot be replayed: {error}")
        click.get_current_context().exit(1)
    if comment is not None and not then.of_table("comment"):
        msg = f"Comment {comment} was not on this desk at {when(moment)}."
        raise RefusedError(msg)
    if as_json:
        say_json(then)
        return
    for line in (*_head(then, packs), *(_desk(then) if comment is None else _case(then, names))):
        say(line)


def _end(read: "Reads", now: int) -> int:
    """Return until when the desk can be told, to the second: entries of a clock ahead come later."""
    while ahead := read.entries(LogFilter(since=now + 1), None, 1):
        now = ahead[0].at
    return -(-now // SECOND) * SECOND


def _head(then: "Past", packs: Mapping[str, str]) -> Iterator[str]:
    yield f"At {when(then.at)}, after {then.entries} of {then.of} entries."
    if then.earlier:
        yield (
            f"{then.earlier} later entries bear an earlier time, because the clock went back; "
            "they are not in this."
        )
    if then.protocol is None:
        yield "Protocol in force: none."
    else:
        yield f"Protocol in force: {packs.get(then.protocol, 'one')} ({then.protocol})."


def _desk(then: "Past") -> Iterator[str]:
    total = sum(then.counts.values())
    queues = ", ".join(f"{queue.value} {then.counts.get(queue, 0)}" for queue in Queue)
    yield f"The desk had {total} comments: {queues}."
    yield f"{then.open_escalations} escalations waited for PV."


def _case(then: "Past", names: Mapping[str, str]) -> Iterator[str]:
    for table, told in (
        ("comment", _comment),
        ("work", _work),
        ("revision", _revision),
        ("note", _note),
        ("delivery", _delivery),
        ("escalation", _escalation),
    ):
        for row in then.of_table(table):
            yield from told(then, row, dict(row.values), names)


def _comment(
    then: "Past", row: "RowThen", values: dict[str, Any], names: Mapping[str, str]
) -> Iterator[str]:
    del names
    author = _first(then, "author", "name")
    thread = _first(then, "thread", "title")
    yield f"Comment {row.key} of {values['source']} by {author}, posted {when(values['posted_at'])}."
    yield f"It stands in the thread “{thread}” and came in {when(values['ingested_at'])}."


def _work(
    then: "Past", row: "RowThen", values: dict[str, Any], names: Mapping[str, str]
) -> Iterator[str]:
    del then, row
    reason = "" if values["reason"] is None else f", closed for {values['reason']}"
    # Where the report has left it is PV that answers by then.
    pv = "at PV, or answered there," if values["status"] == Status.ESCALATED else "to PV"
    yield (
        f"It stood in {values['queue']}, {values['status']}, as {values['category']}, "
        f"{values['visibility']}{reason}."
    )
    yield (
        f"First seen {when(values['aware_at'])}; {pv} by {_due(values['aware_due'])}; "
        f"reply due {_due(values['reply_due'])}."
    )
    held = _name(values["claimed_by"], names)
    until = f" until {when(values['claimed_until'])}" if values["claimed_by"] else ""
    yield f"Claimed by {held}{until}; assigned to {_name(values['assigned_to'], names)}."


def _revision(
    then: "Past", row: "RowThen", values: dict[str, Any], names: Mapping[str, str]
) -> Iterator[str]:
    del row, names
    yield (
        f"Wording {values['number']}, seen {when(values['seen_at'])}, "
        f"{values['category']}: {_text(then, values['body'])}"
    )


def _note(
    then: "Past", row: "RowThen", values: dict[str, Any], names: Mapping[str, str]
) -> Iterator[str]:
    del row
    author = _name(values["author"], names)
    yield f"Note of {author}, {when(values['at'])}: {_text(then, values['body'])}"


def _delivery(
    then: "Past", row: "RowThen", values: dict[str, Any], names: Mapping[str, str]
) -> Iterator[str]:
    text = "" if values["body"] is None else f": {_text(then, values['body'])}"
    yield (
        f"Delivery {row.key}, {values['kind']} by {_name(values['author'], names)}, "
        f"{values['state']} after {values['attempts']} attempts{text}"
    )


def _escalation(
    then: "Past", row: "RowThen", values: dict[str, Any], names: Mapping[str, str]
) -> Iterator[str]:
    del then
    yield (
        f"Escalation {row.key} by {_name(values['by'], names)}, {values['state']}, recognised "
        f"{when(values['recognised_at'])}, due {when(values['due_at'])}, with {values['owner']}."
    )
    if row.words and row.words["pv_reference"]:
        yield f"PV's reference: {plain(row.words['pv_reference'])}."


def _first(then: "Past", table: str, column: str) -> str:
    found = [row.words for row in then.of_table(table)]
    return plain(str(found[0][column])) if found and found[0] is not None else _GONE


def _text(then: "Past", key: object) -> str:
    found = then.text(key)
    return _GONE if found is None else plain(found)


def _name(uid: str | None, names: Mapping[str, str]) -> str:
    return "nobody" if uid is None else names.get(uid, uid)


def _due(moment: int | None) -> str:
    return "no time" if moment is None or moment == NEVER else when(moment)
