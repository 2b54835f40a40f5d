"""`case reconciliations`: each comparison with PV's list, and who signed it."""

from collections.abc import Mapping

import click

from webcare_desk.cli.show import json_option, say_json, say_table, when
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.domain.reconciliation import Reconciliation

_HEADER = ("number", "made", "by", "from", "until", "matched", "our signature", "signed by PV")


@click.command()
@json_option
@pass_terminal
def reconciliations(terminal: Terminal, *, as_json: bool) -> None:
    """List the comparisons with PV's lists, the newest first; `case evidence --list` has the proof."""
    with terminal.reading() as app:
        found = app.desk.read.reconciliations()
        names = {each.id: each.name for each in app.desk.read.moderators()}
    if as_json:
        say_json(found)
        return
    say_table(_HEADER, [_row(each, names) for each in found])


def _row(each: Reconciliation, names: Mapping[str, str]) -> tuple[object, ...]:
    way = "" if each.pv_way is None else each.pv_way.value
    signed = "" if each.pv_at is None else f"{each.pv_name}, {way}, {when(each.pv_at)}"
    made = (each.id, when(each.made_at), names.get(each.by, each.by))
    return (*made, when(each.since), when(each.until), each.matched, each.signature, signed)
