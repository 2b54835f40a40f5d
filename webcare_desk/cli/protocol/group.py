"""`protocol`: check, read and compare packs, and have a change approved."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from webcare_desk.cli.kinds import Place
from webcare_desk.cli.protocol.backtest import backtest
from webcare_desk.cli.protocol.manual import manual
from webcare_desk.cli.protocol.read import COMMANDS, chosen
from webcare_desk.cli.protocol.versions import COMMANDS as VERSIONS
from webcare_desk.cli.show import json_option, plain, say, say_json, say_table, shortened, when
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.clock import now
from webcare_desk.domain.moderator import Actor
from webcare_desk.errors import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from webcare_desk.app import App
    from webcare_desk.protocol.problem import Problem
    from webcare_desk.rulebook import Change

_ASK = "The changed packs wait for a second person: ask with `protocol use --ask WORDS`."
#: What the second person has to know before signing, behind the words of the one who asks.
_LOST = "(No copy of the one in force is kept: what this takes from PV cannot be compared.)"


@click.group()
def protocol() -> None:
    """Check, read, compare and explain protocol packs."""


for _command in (*COMMANDS, backtest, manual, *VERSIONS):
    protocol.add_command(_command)


@protocol.command()
@click.argument("pack", required=False)
@click.option("--root", type=Place(), help="The folder of all packs.")
@json_option
@pass_terminal
@click.pass_context
def check(
    ctx: click.Context, terminal: Terminal, pack: str | None, root: Path | None, *, as_json: bool
) -> None:
    """Check the PACK, or every pack: each problem as `file:line: path: message`.

    PACK is the id of a pack of this desk, or its folder. The examples of every rule are run.
    """
    folder, packs = chosen(terminal, pack, root)
    found = (problem for each in _checked(terminal, folder, packs) for problem in each)
    problems = list(dict.fromkeys(found))
    if as_json:
        say_json(problems)
    else:
        for problem in problems:
            say(str(problem))
        if not problems:
            say(f"No problems in {', '.join(packs)}.")
    ctx.exit(int(bool(problems)))


def _checked(terminal: Terminal, folder: Path, packs: list[str]) -> "Iterator[tuple[Problem, ...]]":
    """Yield the problems of each pack, by the screening of the desk if there is one."""
    from webcare_desk.admission import problems_in
    from webcare_desk.app import has_desk
    from webcare_desk.new_version import problems_of
    from webcare_desk.paths import resources_dir
    from webcare_desk.screening.lines import load_both

    if has_desk(terminal.folder):
        with terminal.opened() as app:
            yield from (problems_of(app, folder, each) for each in packs)
        return
    both = load_both(resources_dir())
    yield from (problems_in(folder, each, both, now()) for each in packs)


@protocol.command()
@json_option
@pass_terminal
def rules(terminal: Terminal, *, as_json: bool) -> None:
    """List the rules of the protocol in force, in the order in which they win."""
    from webcare_desk.cli.screening.text import triager
    from webcare_desk.protocol.model import words_in
    from webcare_desk.settings import read_settings

    found = triager(terminal).protocol
    language = read_settings(terminal.folder).language
    if as_json:
        say_json(found.rules)
        return
    rows = [
        (
            rule.id,
            rule.category.value,
            rule.queue.value,
            rule.sla,
            rule.plan,
            shortened(words_in(rule.why, language)),
        )
        for rule in found.rules
    ]
    say_table(("rule", "category", "queue", "response", "plan", "why"), rows)


@protocol.command()
@json_option
@pass_terminal
def status(terminal: Terminal, *, as_json: bool) -> None:
    """Say which protocol is in force, which are asked for, and whether a changed one waits."""
    from webcare_desk.new_version import (
        asked_versions,
        obstacle,
        passed_over,
        without_copy,
    )

    with terminal.opened() as app:
        lost = without_copy(app)
        if lost is not None:
            _say_lost(app, lost, as_json=as_json)
            return
        found, packs, other = app.in_force, app.protocols, passed_over(app)
        waits = _waits(app)
        asked = [(each, at, obstacle(app, each)) for each, at in asked_versions(app)]
    if as_json:
        shown = {
            "in_force": {"id": found.protocol.id, "digest": found.protocol.digest},
            "waiting": None if found.waiting is None else found.waiting.wanted,
            "problems": found.problems,
            "packs": packs,
            "passed_over": other,
            "asked": [
                {"request": each, "effective_at": at, "obstacle": why} for each, at, why in asked
            ],
        }
        say_json(shown)
        return
    say(f"In force: {found.protocol.id} {found.protocol.version}, {found.protocol.digest}.")
    say(f"Its packs: {packs}.{'' if other is None else ' ' + _passed_over(other)}")
    _say_problems(found.problems)
    for line in waits:
        say(line)
    for each, at, why in asked:
        state = each.state.value if why is None else f"does not come into force any more. {why}"
        say(f"Asked for: {each.wanted.target}, from {when(at)}: {state}")


def _say_problems(problems: "tuple[Problem, ...]") -> None:
    if problems:
        say(f"Problems, {len(problems)}; what was approved last stays in force:")
        for problem in problems:
            say(f"  {problem}")


def _waits(app: "App") -> list[str]:
    """Return the lines about a pack that is set and not in force: for what it waits, what it changes."""
    from webcare_desk.actions.two_persons import has_leave

    waiting = app.in_force.waiting
    if waiting is None:
        return []
    is_alone = has_leave(app.desk.read, waiting.wanted, app.desk.clock())
    what = "`protocol use`" if is_alone else "a second person"
    off = ", ".join(waiting.rules_off) or "nothing, all rules stay"
    return [
        f"Waiting for {what}: {waiting.name}, {waiting.protocol.digest}.",
        f"It no longer sends to PV: {off}.",
        *_way_of_it(app, waiting),
    ]


def _way_of_it(app: "App", change: "Change") -> list[str]:
    """Name the way to PV where another pack is set: it may be another sponsor's, as the pack is."""
    from webcare_desk.admission import pack_in_force

    if change.protocol.id == pack_in_force(app.desk.read):
        return []
    where = app.settings.courier.goes_to(app.folder) or "nobody"
    return [f"It is another pack. Packets go to {plain(where)} already, by the same desk.toml."]


def _say_lost(app: "App", lost: "Change", *, as_json: bool) -> None:
    """Say that the version in force is known by its digest alone, and which packs wait."""
    from webcare_desk.actions.two_persons import still_asked

    digest = app.desk.read.fact("protocol")
    if as_json:
        named = {"id": None, "digest": digest}
        asked = [
            {"request": each, "effective_at": None, "obstacle": None}
            for each in still_asked(app.desk.read, lost.wanted, app.desk.clock())
        ]
        nothing: dict[str, object] = {"problems": [], "passed_over": None, "asked": asked}
        say_json({"in_force": named, "waiting": lost.wanted, "packs": app.protocols, **nothing})
        return
    say(f"In force: {digest}, of which no copy is kept.")
    say(f"Its packs: {app.protocols}.")
    say(f"Waiting for a second person: {lost.name}, {lost.protocol.digest}.")
    say(f"Put the earlier packs back, or have these approved. {_how(app, lost)}")


def _how(app: "App", change: "Change") -> str:
    """Say which request for a change waits for its second person, or how one is made."""
    from webcare_desk.actions.two_persons import still_asked

    found = still_asked(app.desk.read, change.wanted, app.desk.clock())
    if not found:
        return " ".join((_ASK, *_way_of_it(app, change)))
    return f"Request {found[0].id} waits for a second person: `approval approve {found[0].id}`."


@protocol.command()
@click.option("--ask", metavar="WORDS", help="Ask for a second person, and say why.")
@pass_terminal
def use(terminal: Terminal, ask: str | None) -> None:
    """Put the changed packs in force, once a second person has approved them.

    Another pack than the one in force comes into force by this alone. One with a problem, or with
    an example that fails, does not, and where one is in force already this says so.
    The comments of the desk are held against them: what PV has to hear of now
    and had not before becomes work.
    """
    from webcare_desk.cli.asking import asked
    from webcare_desk.domain.moderator import Right
    from webcare_desk.new_version import passed_over, put_due_in_force, recheck_due, sound

    with terminal.acting(Right.CONFIGURE) as (app, actor):
        if _was_lost(app, actor, ask):
            return
        put_due_in_force(app)
        waiting = app.in_force.waiting
        sound(app, app.protocols)
        if ask is not None and waiting is not None:
            asked(app, actor, waiting.wanted, ask)
            return
        if waiting is not None:
            _take(app, waiting)
        other = passed_over(app)
        if ask is not None and other is not None:
            msg = f"Nothing was asked for. {_passed_over(other)}"
            raise RefusedError(msg)
        app.put_protocol_in_force()
        say(f"In force: {app.protocol.id} {app.protocol.version}.")
        if other is not None:
            say(_passed_over(other))
        done = recheck_due(app)
        if done is not None:
            say(f"{done.read} comments were held against it: {done.found} new reports for PV.")


def _was_lost(app: "App", actor: Actor, ask: str | None) -> bool:
    """Ask for a second person where no copy of the one in force is kept; say whether that is so."""
    from webcare_desk.cli.asking import asked
    from webcare_desk.new_version import sound, without_copy

    lost = without_copy(app)
    if lost is None:
        return False
    sound(app, app.protocols)
    if ask is None:
        _take(app, lost)
        return False
    asked(app, actor, lost.wanted, f"{ask} {_LOST}")
    return True


def _take(app: "App", change: "Change") -> None:
    """Put a change in force that waits, where whoever asks may do it alone; else say what it needs."""
    from webcare_desk.actions.two_persons import has_leave

    if not has_leave(app.desk.read, change.wanted, app.desk.clock()):
        raise RefusedError(_how(app, change))
    app.put_protocol_in_force(change)
    app.reload_protocol()


def _passed_over(pack: Path) -> str:
    return (
        f"The pack in {pack} says something else and does not count: a version that was proposed "
        f"is in force. To have it: `protocol propose {pack} --ask WORDS`."
    )
