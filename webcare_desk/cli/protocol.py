"""`protocol`: check the packs, read an item, compare two versions, say why a rule holds."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from webcare_desk.cli.protocol_read import COMMANDS, chosen
from webcare_desk.cli.show import json_option, say, say_json, say_table, shortened
from webcare_desk.cli.terminal import Terminal, pass_terminal

if TYPE_CHECKING:
    from webcare_desk.protocol.problem import Problem
    from webcare_desk.screening import Lexicon


@click.group()
def protocol() -> None:
    """Check, read, compare and explain protocol packs."""


for _command in COMMANDS:
    protocol.add_command(_command)


@protocol.command()
@click.argument("pack", required=False)
@click.option("--root", type=click.Path(path_type=Path), help="The folder of all packs.")
@json_option
@click.pass_context
def check(ctx: click.Context, pack: str | None, root: Path | None, *, as_json: bool) -> None:
    """Check the PACK, or every pack: each problem as `file:line: path: message`.

    PACK is the id of a pack, or its folder. The examples of every rule are run.
    """
    from webcare_desk.paths import resources_dir  # noqa: PLC0415 - keeps --help quick
    from webcare_desk.screening import load_lexicon  # noqa: PLC0415 - the same

    folder, packs = chosen(pack, root)
    lexicon = load_lexicon(resources_dir() / "lexicons")
    found = (problem for each in packs for problem in _problems(folder, each, lexicon))
    problems = list(dict.fromkeys(found))
    if as_json:
        say_json(problems)
    else:
        for problem in problems:
            say(str(problem))
        if not problems:
            say(f"No problems in {', '.join(packs)}.")
    ctx.exit(int(bool(problems)))


def _problems(folder: Path, pack: str, lexicon: "Lexicon") -> tuple["Problem", ...]:
    from webcare_desk.domain.finding import Language  # noqa: PLC0415 - keeps --help quick
    from webcare_desk.protocol.check import check as check_pack  # noqa: PLC0415 - the same
    from webcare_desk.protocol.library import load_pack  # noqa: PLC0415 - the same
    from webcare_desk.protocol.model import product_names  # noqa: PLC0415 - the same
    from webcare_desk.screening import prepare  # noqa: PLC0415 - the same

    loaded = load_pack(folder, pack).protocol
    products = {} if loaded is None else product_names(loaded)
    first = Language.NL if loaded is None else loaded.languages[0]
    return check_pack(folder, pack, prepare(lexicon, products, first))


@protocol.command()
@json_option
@pass_terminal
def rules(terminal: Terminal, *, as_json: bool) -> None:
    """List the rules of the protocol in force, in the order in which they win."""
    from webcare_desk.cli.screen import triager  # noqa: PLC0415 - keeps --help quick
    from webcare_desk.protocol.model import words_in  # noqa: PLC0415 - the same
    from webcare_desk.settings import read_settings  # noqa: PLC0415 - the same

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
