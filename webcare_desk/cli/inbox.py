"""`inbox`: the queues, their rows, and the search."""

import click

from webcare_desk.cli.kinds import LIMIT, Member
from webcare_desk.cli.show import due, json_option, plain, say_json, say_table, shortened, when
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.domain.inbox import InboxRow, PageKey, Queue
from webcare_desk.domain.sought import Sought, by, sought
from webcare_desk.errors import UsageError
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
        click.echo(_nobody(asked), err=True)


def _whole_name(word: str) -> str:
    """Return a word as it was typed: the shell has taken the quotes from a name with blanks."""
    mark, colon, name = word.partition(":")
    is_name = mark.casefold() in {"from", "van"} and not name.startswith('"')
    return by(name) if colon and is_name else word


def _nobody(asked: Sought) -> str:
    """Return why no author was found, or nothing of his, as a sentence."""
    if asked.lacks_name:
        return "A name is missing after from: (or van:), such as from:jan."
    name = plain(", ".join(asked.names))
    if asked.words:
        return f"No comment of anybody whose name begins with “{name}” holds all the words."
    return f"Nobody whose name begins with “{name}” has written here."


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
