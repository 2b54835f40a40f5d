"""`inbox`: the queues, their rows, and the search."""

from itertools import islice

import click

from webcare_desk.cli.kinds import LIMIT, Member
from webcare_desk.cli.show import due, json_option, plain, say_json, say_table, shortened, when
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.domain.inbox import InboxRow, Queue
from webcare_desk.domain.sought import by, sought
from webcare_desk.errors import UsageError
from webcare_desk.reports.searched import why_nothing
from webcare_desk.store.listing import rows_of


@click.group()
def inbox() -> None:
    """List the queues, and search."""


@inbox.command()
@json_option
@pass_terminal
def counts(terminal: Terminal, *, as_json: bool) -> None:
    """Show how many comments stand in each queue, and the nearest due time."""
    with terminal.reading() as app:
        found, now = app.desk.read.queue_counts(), app.desk.clock()
    if as_json:
        say_json(found)
    else:
        rows = [(each.queue.value, each.count, due(each.worst, now)) for each in found]
        say_table(("queue", "count", "nearest"), rows)


@inbox.command("list")
@click.argument("queue", type=Member(Queue))
@click.option("--limit", type=LIMIT, default=50, show_default=True, help="How many rows.")
@click.option("--by-tier", is_flag=True, help="The most suspect first.")
@json_option
@pass_terminal
def list_queue(
    terminal: Terminal, queue: Queue, limit: int, *, by_tier: bool, as_json: bool
) -> None:
    """List a QUEUE, the nearest due time first.

    The queues are crisis, safety, quality, question, other, waiting and done.
    """
    with terminal.reading() as app:
        now = app.desk.clock()
        rows = rows_of(app.desk.read, queue, now, by_tier=by_tier)
        _show(list(islice(rows, limit)), now, as_json=as_json)


@inbox.command()
@click.option("--limit", type=LIMIT, default=50, show_default=True, help="How many rows.")
@json_option
@pass_terminal
def mine(terminal: Terminal, limit: int, *, as_json: bool) -> None:
    """List what is assigned to you or claimed by you."""
    with terminal.looking() as (app, actor):
        if actor is None:
            msg = (
                "Nobody logs in to read a demo, so no comment is yours; `inbox list` shows a queue."
            )
            raise UsageError(msg)
        now = app.desk.clock()
        rows = app.desk.read.mine(actor.moderator, None, limit, now)
        _show(rows, now, as_json=as_json)


@inbox.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=LIMIT, default=50, show_default=True, help="How many rows.")
@json_option
@pass_terminal
def search(terminal: Terminal, words: tuple[str, ...], limit: int, *, as_json: bool) -> None:
    """List the comments that hold all WORDS, the newest first; the last may be a beginning.

    `from:NAME` (or `van:NAAM`) among them, or alone, asks for an author whose name or handle
    begins so; a name with blanks: `from:"jan de vries"`.
    """
    typed = " ".join(map(_whole_name, words))
    with terminal.reading() as app:
        now = app.desk.clock()
        rows = app.desk.read.search(typed, None, limit, now)
        _show(rows, now, as_json=as_json)
    if not rows and (asked := sought(typed)).names:
        name = plain(", ".join(asked.names))
        click.echo(why_nothing(asked).format(name=name), err=True)


def _whole_name(word: str) -> str:
    """Return a word as it was typed: the shell has taken the quotes from a name with blanks."""
    mark, colon, name = word.partition(":")
    is_name = mark.casefold() in {"from", "van"} and not name.startswith('"')
    return by(name) if colon and is_name else word


def _show(rows: list[InboxRow], now: int, *, as_json: bool) -> None:
    if as_json:
        say_json(rows)
        return
    say_table(
        ("comment", "due", "what", "status", "posted", "author", "text"),
        (
            (
                row.comment,
                due(row.due, now),
                row.category.value,
                row.status.value,
                when(row.posted_at),
                shortened(plain(row.author_name), 20),
                shortened(plain(row.preview)),
            )
            for row in rows
        ),
    )
