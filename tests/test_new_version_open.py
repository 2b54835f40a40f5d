"""Escalations that are open when another version comes into force go on by their own plan."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.desks import HOUR
from tests.support.version_place import Place, another, place
from webcare_desk import actions, admission, casework, new_version, rounds
from webcare_desk.casebook import plans
from webcare_desk.casebook.plans import plan_of, plans_of_cases
from webcare_desk.casebook.register import Register, listing_of
from webcare_desk.cli.case.show import rows_of
from webcare_desk.disclosure.protocols import write_protocols
from webcare_desk.domain.audit import Name
from webcare_desk.domain.comment import RemoteComment
from webcare_desk.domain.escalation import Escalation
from webcare_desk.domain.finding import Category
from webcare_desk.domain.moderator import Role, system_actor
from webcare_desk.domain.reason import Reason, Why
from webcare_desk.domain.register import RegisterFilter
from webcare_desk.domain.triage import Arrival
from webcare_desk.dossier import dossier
from webcare_desk.errors import RefusedError
from webcare_desk.protocol.model import Protocol
from webcare_desk.protocol.versions import archived
from webcare_desk.rulebook import kept_version
from webcare_desk.store.base import LogFilter, Reads
from webcare_desk.ui.protocol.outline import Progress, read_outline

__all__ = ["place"]

DESPAIR = "Ik wil niet meer leven"
HEADACHE = "Sinds ik Ventora gebruik heb ik elke dag hoofdpijn"


@pytest.fixture(autouse=True)
def unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Try no examples: that takes seconds for each version, and here it is about plans."""
    monkeypatch.setattr(admission, "check", lambda *_, **__: ())


def look_at(place: Place, text: str, name: str = "c1") -> int:
    """Take in a comment as the version in force says, and look at it."""
    app = place.app
    comment = RemoteComment(name, "t1", None, "a1", "Anna", text, place.clock())
    arrivals = (Arrival(comment, app.triage(comment)),)
    action = actions.Ingest(Name("village"), arrivals)
    (key,) = app.desk.perform(action, system_actor()).added
    casework.view(app.desk, app.protocol, key, place.ann)
    return key


def escalate(place: Place, name: str = "c1") -> int:
    """Hand a comment to PV by the version in force; return the escalation."""
    key = look_at(place, HEADACHE, name)
    return casework.escalate(place.app.desk, place.app.protocol, key, place.ann)


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


def narrowed(root: Path) -> None:
    """Let no rule find a crisis in words any more, only one for another reason."""
    file = root / "base" / "rules.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("category: [crisis]", "category: [spam]"), encoding="utf-8")


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


@pytest.mark.parametrize("change", [lambda _: None, renamed])
def test_a_case_is_alarmed_about_by_the_plan_it_was_made_by(
    place: Place, change: Callable[[Path], None]
) -> None:
    app, _ = place.app, escalate(place)
    root = another(app, "later")
    change(root)
    put(place, root)
    place.clock.pass_by(9 * HOUR)
    rounds.hand_over_late(app)
    [alarm] = app.desk.read.entries(LogFilter(action="alarm-case"), None, 9)
    assert alarm.detail["to"] == Role.SUPERVISOR


def test_the_register_says_whose_turn_a_case_is_by_the_plan_it_was_made_by(place: Place) -> None:
    app, key = place.app, escalate(place)
    place.clock.pass_by(9 * HOUR)

    def shown() -> tuple[object, ...]:
        plan = plans_of_cases(app.desk.read, app.folder, app.protocol)
        made = listing_of(app.desk.read, Register(plan), RegisterFilter(), app.desk.clock())
        [line] = rows_of(app, app.desk.clock())
        assert line["id"] == key
        return made.rows, line["owner"], line["until"]

    before = shown()
    root = another(app, "later")
    renamed(root)
    put(place, root)
    assert shown() == before


def test_the_log_is_asked_once_for_the_plan_of_a_case(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, _ = place.app, escalate(place)
    [standing] = app.desk.read.case_standings(only_open=True)
    asked: list[int] = []
    made_under = plans._made_under

    def reads(read: Reads, comment: int, case: int) -> str | None:
        asked.append(case)
        return made_under(read, comment, case)

    monkeypatch.setattr(plans, "_made_under", reads)
    plan_of_case = plans_of_cases(app.desk.read, app.folder, app.protocol)
    found = [plan_of_case(each) for each in (standing, replace(standing, number=2))]
    assert found == [app.protocol.plans["ae-to-pv"]] * 2
    assert asked == [standing.case]


def test_the_list_of_cases_reads_an_earlier_version_once_for_all_of_them(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = [escalate(place, name) for name in ("c1", "c2")]
    then = place.app.protocol.digest
    root = another(place.app, "later")
    renamed(root)
    put(place, root)
    read: list[str] = []

    def reads(folder: Path, digest: str, pack: str) -> Protocol | None:
        read.append(digest)
        return kept_version(folder, digest, pack)

    monkeypatch.setattr(plans, "kept_version", reads)
    found = rows_of(place.app, place.clock())
    assert sorted(str(each["id"]) for each in found) == sorted(map(str, keys))
    assert read == [then]


def test_where_the_packs_of_then_are_gone_it_goes_by_a_plan_of_now(place: Place) -> None:
    app, escalated = place.app, found(place, escalate(place))
    kept = archived(app.folder, app.protocol.digest)
    root = another(app, "later")
    renamed(root)
    put(place, root)
    assert kept is not None
    aside = kept.rename(app.folder / "aside")
    plan = plan_of(app.desk.read, app.folder, app.protocol, escalated)
    assert plan == app.protocol.plans["pv-route"]
    aside.rename(kept)
    plan = plan_of(app.desk.read, app.folder, app.protocol, escalated)
    assert plan is not None, "they are back, and that is seen"
    assert plan.id == escalated.plan
    shutil.rmtree(kept)
    no_plans = replace(app.protocol, plans={})
    assert plan_of(app.desk.read, app.folder, no_plans, escalated) is None


def test_a_crisis_that_no_rule_finds_any_more_is_asked_for_as_one(place: Place) -> None:
    app, key = place.app, look_at(place, DESPAIR)
    asked = [each.key for each in casework.undone(app.desk, app.protocol, key)]
    assert ("crisis", "warn") in asked
    root = another(app, "later")
    narrowed(root)
    put(place, root)
    again = dossier(app.desk, app.protocol, key).recommendation
    assert (again.category, again.sla, again.is_called) == (Category.CRISIS, "crisis-now", True)
    place.clock.pass_by(3 * HOUR)
    rounds.hand_over_late(app)
    [alarm] = app.desk.read.entries(LogFilter(action="alarm-comment"), None, 9)
    assert alarm.detail["plan"] == "crisis"
    with pytest.raises(RefusedError, match="answer, warn, review"):
        casework.close(app.desk, app.protocol, key, Why(Reason.NOT_AN_ADVERSE_EVENT), place.ann)


def test_what_a_version_finds_graver_is_asked_for_before_it_is_taken_up(place: Place) -> None:
    app, key = place.app, look_at(place, HEADACHE)
    crisis = replace(
        app.protocol,
        rules=tuple(
            replace(rule, category=Category.CRISIS)
            if rule.category is Category.ADVERSE_EVENT
            else rule
            for rule in app.protocol.rules
        ),
    )
    assert dossier(app.desk, app.protocol, key).work.category is Category.ADVERSE_EVENT
    assert dossier(app.desk, crisis, key).recommendation.category is Category.CRISIS


def test_an_escalation_by_a_version_that_another_program_just_replaced_goes_on_by_it(
    place: Place,
) -> None:
    app, before = place.app, place.app.protocol
    key = look_at(place, HEADACHE)
    root = another(app, "later")
    shortened(root)
    put(place, root)
    escalation = found(place, casework.escalate(app.desk, before, key, place.ann))
    plan = plan_of(app.desk.read, app.folder, app.protocol, escalation)
    assert plan == before.plans[escalation.plan] != app.protocol.plans[escalation.plan]
    assert plan.steps[escalation.step].id == "forward"
    entry = app.desk.read.entries(LogFilter(action="escalate"), None, 1)[0]
    assert (entry.protocol, entry.detail["made_under"]) == (app.protocol.digest, before.digest)
    target = app.folder / "protocols-of-it"
    write_protocols(app.desk, [entry], app.folder, target)
    assert (target / f"{before.digest}.json").exists()
