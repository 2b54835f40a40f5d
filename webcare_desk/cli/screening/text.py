"""`screen --text`: one text, with what the protocol says about it."""

from typing import TYPE_CHECKING

from webcare_desk.cli.comment.show import described
from webcare_desk.cli.show import say, say_json
from webcare_desk.connectors.text import storable
from webcare_desk.protocol.evaluate import evaluate, reasons

if TYPE_CHECKING:
    from webcare_desk.cli.terminal import Terminal
    from webcare_desk.domain.finding import Screening
    from webcare_desk.protocol.evaluate import Recommendation
    from webcare_desk.protocol.model import Protocol
    from webcare_desk.rulebook import InForce
    from webcare_desk.triage import Triager


def explain(terminal: "Terminal", text: str, *, as_json: bool) -> None:
    """Show what is found in `text`, by the desk's own protocol or the one that ships."""
    read = storable(text)
    triage = triager(terminal)
    screening = triage.screen(read)
    found = evaluate(triage.protocol, screening, is_reply=False)
    if as_json:
        say_json({"screening": screening, "recommendation": found})
    else:
        _show(triage.protocol, screening, found, read)


def triager(terminal: "Terminal") -> "Triager":
    """Return the triage of the settings in the desk's folder, which need not hold a desk."""
    from webcare_desk.paths import resources_dir
    from webcare_desk.screening.lines import load_both
    from webcare_desk.triage import prepare_triage

    return prepare_triage(protocol_in_force(terminal).protocol, *load_both(resources_dir()))


def protocol_in_force(terminal: "Terminal") -> "InForce":
    """Return the protocol of those settings, and the problems of one that could not be taken."""
    from webcare_desk.app import has_desk
    from webcare_desk.protocol.versions import packs_of
    from webcare_desk.rulebook import load_in_force
    from webcare_desk.settings import read_settings

    if has_desk(terminal.folder):  # a changed pack may wait for a second person
        with terminal.opened(records=False) as app:
            return app.in_force
    settings = read_settings(terminal.folder)
    root = packs_of(terminal.folder, settings.protocols)
    return load_in_force(root, settings.pack, terminal.folder)


def _show(protocol: "Protocol", screening: "Screening", found: "Recommendation", text: str) -> None:

    urgency = screening.urgency.name.lower()
    say(f"{found.category.value}: queue {found.queue.value}, urgency {urgency}")
    for finding in sorted(screening.shown, key=lambda each: each.start):
        say(f"  {described(finding, text)}")
    if not screening.shown:
        say("  no signal found; that does not mean there is none")
    for name, why in reasons(protocol, found, screening.language.value):
        say(f"  rule {name}: {why}")
    if found.plan is not None:
        say(f"  plan {found.plan}, templates {', '.join(found.templates) or '–'}")
