"""`erase`: a person's data go for good, signed by two; or they are held for the law."""

from typing import TYPE_CHECKING

import click

from webcare_desk import actions
from webcare_desk.actions.kept import why_answer_kept
from webcare_desk.cli.asking import asked
from webcare_desk.cli.kinds import NUMBER, Member
from webcare_desk.cli.show import ALL, json_option, plain, say, say_json, say_table, when
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.domain.approval import RequestKind, Wanted
from webcare_desk.domain.audit import Name
from webcare_desk.domain.erasure import Basis, HoldBasis, Written, answer_erasure, answer_in, named
from webcare_desk.domain.moderator import Actor, Right
from webcare_desk.errors import RefusedError, UsageError

if TYPE_CHECKING:
    from webcare_desk.app import App
    from webcare_desk.erasing import Backups, Choice

_BASIS = Member(Basis)
_HOLD = Member(HoldBasis)
#: So many comments under a name that several people may share are told by their numbers.
_LISTED = 50


@click.group()
def erase() -> None:
    """Erase personal data (GDPR Art. 17), and hold what must be kept."""


@erase.command()
@click.option("--comment", type=NUMBER, multiple=True, help="This comment; may be repeated.")
@click.option(
    "--author-of",
    type=NUMBER,
    help="Every comment of the author of this one, whom the platform has an account for.",
)
@click.option("--due", "is_due", is_flag=True, help="Everything whose time is over.")
@click.option("--answer", type=NUMBER, help="An answer of PV in no case (`pv unmatched`).")
@click.option("--basis", type=_BASIS, required=True, help="Why, by the article.")
@click.option("--words", default="", help="Your reference, no name: it stays.")
@pass_terminal
def ask(  # noqa: PLR0913 - the options of the command
    terminal: Terminal,
    comment: tuple[int, ...],
    author_of: int | None,
    *,
    is_due: bool,
    answer: int | None,
    basis: Basis,
    words: str,
) -> None:
    """Ask, signed, to erase; what has to be kept stays, and you are told why.

    What reviews and deviations say stays too, and so do the lists that PV gave to compare.

    On standard input the password comes twice: to log in, and to sign.
    """
    from webcare_desk import erasing

    with terminal.acting(Right.ERASE) as (app, actor):
        if [bool(comment), author_of is not None, is_due, answer is not None].count(True) != 1:
            msg = "Give one of --comment, --author-of, --due and --answer."
            raise UsageError(msg)
        if answer is not None:
            _ask_answer(app, actor, answer_erasure(answer, basis), words)
            return
        target, choice = _meant(app, comment, author_of, is_due=is_due)
        wanted = erasing.wanted_for(target, choice, basis)
        for sentence in choice.kept:
            say(sentence)
        request = asked(app, actor, wanted, words, then="`erase approved {}`")
        say(f"That erases {len(choice.comments)} comments for good; request {request} names them.")
        if choice.later:
            say(f"{choice.later} more are due: when these are erased, ask again.")


def _ask_answer(app: "App", actor: Actor, wanted: Wanted, words: str) -> None:
    """Ask to erase an answer of PV; refuse, before anything is signed, what has to stay."""
    answer = answer_in(wanted) or 0
    reason = why_answer_kept(app.desk.read, answer)
    if reason is not None:
        raise RefusedError(reason)
    asked(app, actor, wanted, words, then="`erase approved {}`")
    say(f"That erases answer {answer} of PV for good, with the file as it came.")


def _meant(
    app: "App", comments: tuple[int, ...], author_of: int | None, *, is_due: bool
) -> tuple[Name, "Choice"]:
    """Return what is meant, and what of it may be erased."""
    from webcare_desk import erasing

    read, at, years = app.desk.read, app.desk.clock(), erasing.retention_of(app.settings.retention)
    if comments:
        return named(comments), erasing.choose(read, sorted(set(comments)), at, years)
    if is_due:
        return erasing.due_name(at), erasing.choose_due(read, years, at)
    written = read.written_with(author_of or 0)
    if written is None:
        msg = f"Comment {author_of} is not on this desk."
        raise UsageError(msg)
    _refuse_many(written)
    return Name(f"author/{written.author}"), erasing.choose(read, written.comments, at, years)


def _refuse_many(written: Written) -> None:
    """Refuse to take a name for a person: others may have written under it."""
    if written.is_one:
        return
    shown = ", ".join(map(str, written.comments[:_LISTED]))
    more = f" and {len(written.comments) - _LISTED} more" if written.comments[_LISTED:] else ""
    under = f"under the name “{plain(written.name)}”" if written.name else "without a name"
    msg = (
        f"The platform told no account: {under} several people may have written. Look at each of "
        f"these comments, and name those of this person with --comment, once for each: {shown}{more}."
    )
    raise UsageError(msg)


@erase.command()
@click.argument("request", type=NUMBER)
@pass_terminal
def approved(terminal: Terminal, request: int) -> None:
    """Erase what REQUEST names, once somebody else has approved it.

    Comment by comment: when it is cut off, the same command goes on.
    """
    from webcare_desk import erasing

    with terminal.acting(Right.ERASE) as (app, actor):
        years = erasing.retention_of(app.settings.retention)
        done = erasing.erase(app.desk, actor, request, app.folder, years)
        for sentence in done.kept:
            say(sentence)
        say(f"{done.rows} rows are erased; the log keeps their digests and holds.")
        _say_backups(done.backups)


@erase.command()
@pass_terminal
def finish(terminal: Terminal) -> None:
    """Remove again what erased text may have left: in the database's files, and old backups."""
    from webcare_desk import erasing

    with terminal.acting(Right.ERASE) as (app, actor):
        _say_backups(erasing.finish(app.desk, actor, app.folder))


def _say_backups(backups: "Backups") -> None:
    say(f"Backups removed: {backups.removed}.")
    for name, at in backups.left:
        say(f"Backup {plain(name)} may still hold the text; it ends {when(at)}.")


@erase.command("list")
@json_option
@pass_terminal
def list_erasures(terminal: Terminal, *, as_json: bool) -> None:
    """List the requests to erase, and how many rows each has erased."""
    with terminal.reading(Right.REVIEW) as app:
        read = app.desk.read
        found = [
            (each, read.erased_count(each.id))
            for each in read.requests(is_open=False, limit=ALL)
            if each.wanted.kind is RequestKind.ERASURE
        ]
    if as_json:
        say_json([{"request": each, "rows": rows} for each, rows in found])
        return
    rows = (
        (each.id, each.wanted.target, each.state.value, when(each.asked_at), count, each.reason)
        for each, count in found
    )
    say_table(("request", "what", "state", "asked at", "rows erased", "reference"), rows)


@erase.command()
@json_option
@pass_terminal
def due(terminal: Terminal, *, as_json: bool) -> None:
    """List the finished comments whose time is over, by class."""
    from webcare_desk import erasing

    with terminal.reading(Right.REVIEW) as app:
        years = erasing.retention_of(app.settings.retention)
        found = list(erasing.due(app.desk.read, years, app.desk.clock()))
    if as_json:
        say_json([{"comment": each.comment, "class": each.kind} for each in found])
        return
    rows = ((each.comment, each.kind.value, when(each.ingested_at)) for each in found)
    say_table(("comment", "class", "came in"), rows)


@erase.command()
@click.argument("comment", type=NUMBER)
@click.option("--basis", type=_HOLD, required=True, help="Why, by the article.")
@click.option("--words", default="", help="The reference of a claim, no name.")
@pass_terminal
def hold(terminal: Terminal, comment: int, basis: HoldBasis, words: str) -> None:
    """Keep COMMENT for the law, whoever asks for its erasure."""
    with terminal.acting(Right.ERASE) as (app, actor):
        app.desk.perform(actions.SetHold(comment, basis, words), actor)
        say(f"Comment {comment} is held for the law ({basis.value}).")


@erase.command()
@click.argument("comment", type=NUMBER)
@click.option("--basis", type=_HOLD, required=True, help="Which hold.")
@click.option("--words", required=True, help="Why it ends, no name: it stands in the log.")
@pass_terminal
def lift(terminal: Terminal, comment: int, basis: HoldBasis, words: str) -> None:
    """End a hold on COMMENT."""
    with terminal.acting(Right.ERASE) as (app, actor):
        app.desk.perform(actions.LiftHold(comment, basis, words), actor)
        say(f"The hold on comment {comment} ({basis.value}) is lifted.")


@erase.command()
@json_option
@pass_terminal
def holds(terminal: Terminal, *, as_json: bool) -> None:
    """List the holds that have not ended, with who set them."""
    with terminal.reading(Right.REVIEW) as app:
        found = app.desk.read.holds(is_open=True, limit=ALL)
        names = {person.id: plain(person.name) for person in app.desk.read.moderators()}
    if as_json:
        say_json(found)
        return
    rows = (
        (each.comment, each.basis.value, when(each.since), names.get(each.by, each.by), each.words)
        for each in found
    )
    say_table(("comment", "basis", "since", "by", "for what"), rows)
