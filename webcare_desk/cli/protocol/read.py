"""`protocol show`, `explain` and `diff`: what a pack says, why, and what became of it."""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from webcare_desk.cli.comment.show import described
from webcare_desk.cli.kinds import NUMBER, Place
from webcare_desk.cli.looked import look_at
from webcare_desk.cli.show import json_option, say, say_json
from webcare_desk.cli.terminal import Terminal, pass_terminal, tell
from webcare_desk.errors import UsageError

if TYPE_CHECKING:
    from webcare_desk.domain.finding import Finding
    from webcare_desk.protocol.explain import Explained
    from webcare_desk.protocol.model import Protocol

root_option = click.option("--root", type=Place(), help="The folder of all packs.")


def chosen(terminal: Terminal, pack: str | None, root: Path | None) -> tuple[Path, list[str]]:
    """Return the folder of all packs and the packs meant by PACK, an id or a folder.

    An id is looked for among the desk's own packs, or those that ship.
    """
    from webcare_desk.paths import is_folder
    from webcare_desk.protocol.versions import packs_of
    from webcare_desk.settings import read_settings

    folder = root or packs_of(terminal.folder, read_settings(terminal.folder).protocols)
    place = Path(pack) if pack and root is None else None
    if place is not None and is_folder(place) and (place / "pack.yaml").is_file():
        place = place.resolve()
        folder, pack = place.parent, place.name
    if not folder.is_dir():
        msg = f"There is no folder {folder}."
        raise UsageError(msg)
    packs = sorted(file.parent.name for file in folder.glob("*/pack.yaml"))
    if not packs or (pack is not None and pack not in packs):
        msg = f"There is no pack {pack or ''} in {folder} (there is: {', '.join(packs) or 'none'})."
        raise UsageError(" ".join(msg.split()))
    return folder, packs if pack is None else [pack]


@click.command()
@click.argument("name", metavar="ID")
@click.option("--pack", help="The pack, or its folder; without it, the desk's.")
@root_option
@json_option
@pass_terminal
def show(
    terminal: Terminal, name: str, pack: str | None, root: Path | None, *, as_json: bool
) -> None:
    """Show the item ID as it stands after layering, and where each part was written."""
    from webcare_desk.protocol.show import show as show_item
    from webcare_desk.settings import read_settings

    folder, packs = chosen(terminal, pack or read_settings(terminal.folder).pack, root)
    found = show_item(folder, packs[0], name)
    if not found:
        msg = f"The pack {packs[0]} has no item `{name}`."
        raise UsageError(msg)
    if as_json:
        say_json(found)
        return
    for item in found:
        say(f"{item.kind} {item.id}: {item.places[0]}")
        for place in item.places[1:]:
            say(f"  in place of {place}")
        say(item.text.rstrip("\n"))


@click.command()
@click.argument("old")
@click.argument("new")
@root_option
@json_option
@pass_terminal
@click.pass_context
def diff(  # noqa: PLR0913 - the options of the command
    ctx: click.Context, terminal: Terminal, old: str, new: str, root: Path | None, *, as_json: bool
) -> None:
    """Say what changed in meaning from the pack OLD to the pack NEW; what weakens stands first."""
    from webcare_desk.protocol.diff import differences

    found = differences(loaded(terminal, old, root), loaded(terminal, new, root))
    if as_json:
        say_json(found)
    else:
        for one in found:
            say(f"{'! ' if one.weakens else '  '}{one.item}: {one.what}")
        weaker = sum(one.weakens for one in found)
        say(f"{len(found)} changes, {weaker} of them weaken." if found else "Nothing changed.")
    ctx.exit(int(bool(found)))


def loaded(terminal: Terminal, pack: str, root: Path | None) -> "Protocol":
    """Return the protocol of PACK; UsageError where it has problems."""
    from webcare_desk.protocol.library import load_pack

    folder, packs = chosen(terminal, pack, root)
    loaded = load_pack(folder, packs[0])
    if loaded.protocol is None:
        # With the folder it holds from any place, and for another desk than one's own.
        place = f"{shlex.quote(packs[0])} --root {shlex.quote(str(folder.resolve()))}"
        msg = f"The pack {packs[0]} has problems: run `webcare-desk protocol check {place}`."
        raise UsageError(msg)
    return loaded.protocol


@click.command()
@click.argument("comment", type=NUMBER)
@click.option(
    "--all", "everything", is_flag=True, help="Also the rules of which nothing was found."
)
@json_option
@pass_terminal
def explain(terminal: Terminal, comment: int, *, everything: bool, as_json: bool) -> None:
    """Say which rules hold for COMMENT, on which words, and what the others lack.

    Who reads its words so has looked at it, which is recorded.
    """
    from webcare_desk.domain.occasion import circumstances
    from webcare_desk.dossier import dossier
    from webcare_desk.protocol.explain import explain as explained
    from webcare_desk.protocol.occasion import occasion_of

    with terminal.looking(is_told=True) as (app, actor):
        look_at(app, comment, actor)
        found = dossier(app.desk, app.protocol, comment).comment
        tell(app, actor, comment=comment)
        answered = None if found.parent is None else app.desk.read.comment(found.parent)
        rules = explained(
            app.protocol,
            found.screening,
            is_reply=found.parent is not None,
            occasion=occasion_of(app.protocol, circumstances(found, answered)),
        )
    if as_json:
        say_json(rules)
        return
    for rule in sorted(rules, key=lambda one: (not one.holds, not one.standing.startswith("it "))):
        if rule.holds or rule.near or everything:
            _tell(rule, found.screening.shown, found.text)


def _tell(rule: "Explained", findings: "tuple[Finding, ...]", text: str) -> None:
    say(f"{rule.rule}: {f'holds; {rule.standing}' if rule.holds else 'does not hold'}")
    for finding in findings:
        if (finding.start, finding.end) in rule.spans:
            say(f"  on {described(finding, text)}")
    for want in rule.wants:
        say(f"  for want of {want}")


COMMANDS = (show, explain, diff)
