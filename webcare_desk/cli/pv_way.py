"""`pv way`: to whom packets go, and that somebody has looked since it was changed."""

from typing import TYPE_CHECKING

import click

from webcare_desk.cli.show import plain, say, when
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.domain.moderator import Right
from webcare_desk.errors import RefusedError
from webcare_desk.typed import typeable

if TYPE_CHECKING:
    from webcare_desk.app import App

SEE = "webcare-desk pv way --seen"


@click.command()
@click.option("--seen", is_flag=True, help="Say that you have looked: it is PV of this sponsor.")
@pass_terminal
def way(terminal: Terminal, *, seen: bool) -> None:
    """Say to whom packets go, and whether that was changed since somebody looked.

    To say that you have looked takes the right to record PV's answer.
    """
    from webcare_desk.actions import SeePvWay
    from webcare_desk.actions.pv_way import new_way

    if not seen:
        with terminal.reading(Right.SESSION) as app:
            lines = (f"Packets go to {receiver(app)}.", why_new_way(app))
    else:
        with terminal.acting(Right.ACKNOWLEDGE) as (app, actor):
            found = new_way(app.desk.read)
            if found is None:
                msg = "The way to PV was not changed since somebody looked."
                raise RefusedError(msg)
            app.desk.perform(SeePvWay(found.at), actor)
            lines = (f"Seen: packets go to {receiver(app)}.", "")
    for line in filter(None, lines):
        say(line)


def receiver(app: "App") -> str:
    """Return where packets go, and whose PV that ought to be."""
    from webcare_desk.protocol.model import words_in

    sponsor = words_in(app.protocol.sponsor, app.settings.language)
    where = app.settings.courier.goes_to(app.folder) or "nobody, as no way is set"
    return plain(f"{where}, as PV of {sponsor}")


def why_new_way(app: "App") -> str:
    """Return the sentence that the way to PV was changed and nobody has looked, or nothing."""
    from webcare_desk.actions.pv_way import new_way

    found = new_way(app.desk.read)
    if found is None:
        return ""
    keys = ", ".join(found.keys)
    return typeable(
        f"The way to PV was changed ({keys}; {when(found.at)}) and nobody has looked since: `{SEE}`."
    )
