"""Escalations that are open when another version comes into force go on by their own plan."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.desks import HOUR
from tests.support.version_place import Place, another, place
from webcare_desk import actions, casework, new_version, rounds
from webcare_desk.casebook.plans import plan_of
from webcare_desk.domain.audit import Name
from webcare_desk.domain.comment import RemoteComment
from webcare_desk.domain.escalation import Escalation
from webcare_desk.domain.moderator import Role, system_actor
from webcare_desk.domain.triage import Arrival
from webcare_desk.protocol.versions import archived
from webcare_desk.ui.protocol.outline import Progress, read_outline

__all__ = ["place"]

HEADACHE = "Sinds ik Ventora gebruik heb ik elke dag hoofdpijn"


@pytest.fixture(autouse=True)
def unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Try no examples: that takes seconds for each version, and here it is about plans."""
    monkeypatch.setattr(new_version, "check", lambda *_, **__: ())


def escalate(place: Place) -> int:
    """Hand a comment to PV by the version in force; return the escalation."""
    app = place.app
    comment = RemoteComment("c1", "t1", None, "a1", "Anna", HEADACHE, place.clock())
    arrivals = (Arrival(comment, app.triage(comment)),)
    action = actions.Ingest(Name("village"), arrivals)
    (key,) = app.desk.perform(action, system_actor()).added
    casework.view(app.desk, app.protocol, key, place.ann)
    return casework.escalate(app.desk, app.protocol, key, place.ann)


def put(place: Place, root: Path) -> None:
    """Put a version in force."""
    place.approve(place.ask(root, place.clock()))
    new_version.go_on(place.app)
    assert place.app.protocol.version.startswith("Later")


def renamed(root: Path) -> None:
    """Call the plan to PV otherwise."""
    for file in root.glob("*/*.yaml"):
        text = file.read_text(encoding="utf-8")
        for key in ("plan: ", "- id: "):
            text = text.replace(f"{key}ae-to-pv", f"{key}pv-route")
        file.write_text(text, encoding="utf-8")


def shortened(root: Path) -> None:
    """Take a step before `forward` out of the plan to PV."""
    file = root / "base" / "plans.yaml"
    text = file.read_text(encoding="utf-8")
    first, last = text.index("      - id: freeze"), text.index("      - id: decide")
    file.write_text(text[:first] + text[last:], encoding="utf-8")


def found(place: Place, key: int) -> Escalation:
    escalation = place.app.desk.read.escalation(key)
    assert escalation is not None
    return escalation


@pytest.mark.parametrize("change", [renamed, shortened])
def test_an_open_escalation_goes_on_by_the_plan_it_was_made_by(
    place: Place, change: Callable[[Path], None]
) -> None:
    app, key = place.app, escalate(place)
    steps = read_outline(app, 1, "en").steps
    root = another(app, "later")
    change(root)
    put(place, root)
    owners = []
    for hours in (1, 8):
        place.clock.pass_by(hours * HOUR)
        rounds.hand_over_late(app)
        owners.append(found(place, key).owner)
    assert owners == [Role.MODERATOR, Role.SUPERVISOR]
    shown = read_outline(app, 1, "en").steps
    assert [(each.title, each.due, each.progress) for each in shown] == [
        (each.title, each.due, each.progress) for each in steps
    ]
    assert [each.progress for each in shown].count(Progress.NOW) == 1


def test_where_the_packs_of_then_are_gone_it_goes_by_a_plan_of_now(place: Place) -> None:
    app, escalated = place.app, found(place, escalate(place))
    kept = archived(app.folder, app.protocol.digest)
    root = another(app, "later")
    renamed(root)
    put(place, root)
    assert kept is not None
    shutil.rmtree(kept)
    plan = plan_of(app.desk.read, app.folder, app.protocol, escalated)
    assert plan == app.protocol.plans["pv-route"]
    no_plans = replace(app.protocol, plans={})
    assert plan_of(app.desk.read, app.folder, no_plans, escalated) is None
