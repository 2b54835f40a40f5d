"""`case reconciliations`: each comparison with PV's list, and who signed it."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

import click

from webcare_desk.cli.show import json_option, say_json, say_table, when
from webcare_desk.cli.sign_here import as_signed, signatures
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.domain.reconciliation import Reconciliation
from webcare_desk.domain.signature import Signature, signature_line

_HEADER = ("number", "made", "by", "from", "until", "matched", "our signature", "signed by PV")


@click.command()
@json_option
@pass_terminal
def reconciliations(terminal: Terminal, *, as_json: bool) -> None:
    """List the comparisons with PV's lists, the newest first; `case evidence --list` has the proof."""
    with terminal.reading() as app:
        found = app.desk.read.reconciliations()
        names = {each.id: each.name for each in app.desk.read.moderators()}
        ours = {each.id: signatures(app.desk.read, each.signature) for each in found}
    if as_json:
        say_json([as_signed(asdict(each), ours[each.id]) for each in found])
        return
    say_table(_HEADER, [_row(each, names, ours[each.id]) for each in found])


def _row(
    each: Reconciliation, names: Mapping[str, str], ours: Sequence[Signature]
) -> tuple[object, ...]:
    way = "" if each.pv_way is None else each.pv_way.value
    signed = "" if each.pv_at is None else f"{each.pv_name}, {way}, {when(each.pv_at)}"
    made = (each.id, when(each.made_at), names.get(each.by, each.by))
    own = "; ".join(map(signature_line, ours))
    return (*made, when(each.since), when(each.until), each.matched, own, signed)
