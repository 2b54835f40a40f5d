"""`inbox`: the queues, their rows, and the search."""

import click

from webcare_desk.cli.kinds import LIMIT, Member
from webcare_desk.cli.show import due, json_option, plain, say_json, say_table, shortened, when
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.domain.inbox import InboxRow, PageKey, Queue
from webcare_desk.domain.moderator import Right
from webcare_desk.store.base import Reads

_PAGE = 500


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
@json_option
@pass_terminal
def list_queue(terminal: Terminal, queue: Queue, limit: int, *, as_json: bool) -> None:
    """List a QUEUE, the nearest due time first.

    The queues are crisis, safety, quality, question, other, waiting and done.
    """
    with terminal.reading() as app:
        now = app.desk.clock()
        _show(_rows(app.desk.read, queue, limit, now), now, as_json=as_json)


@inbox.command()
@click.option("--limit", type=LIMIT, default=50, show_default=True, help="How many rows.")
@json_option
@pass_terminal
def mine(terminal: Terminal, limit: int, *, as_json: bool) -> None:
    """List what is assigned to you or claimed by you."""
    with terminal.acting(Right.READ) as (app, actor):
        now = app.desk.clock()
        rows = app.desk.read.mine(actor.moderator, None, limit, now)
        _show(rows, now, as_json=as_json)


@inbox.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=LIMIT, default=50, show_default=True, help="How many rows.")
@json_option
@pass_terminal
def search(terminal: Terminal, words: tuple[str, ...], limit: int, *, as_json: bool) -> None:
    """List the comments that hold all WORDS, the newest first; the last may be a beginning."""
    with terminal.reading() as app:
        now = app.desk.clock()
        _show(app.desk.read.search(" ".join(words), None, limit, now), now, as_json=as_json)


def _rows(read: Reads, queue: Queue, limit: int, now: int) -> list[InboxRow]:
    rows: list[InboxRow] = []
    key = None
    while len(rows) < limit:
        page = read.page(queue, key, min(_PAGE, limit - len(rows)), now)
        if not page:
            break
        rows += page
        key = PageKey(page[-1].due, page[-1].comment)
    return rows


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
