"""Another version of the protocol: signed by two persons, in force at its date, old ones kept."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.desks import HOUR
from tests.support.version_place import OWN, Place, later, place
from webcare_desk import actions, casework, new_version, signing_off
from webcare_desk.app import App
from webcare_desk.domain.approval import RequestState
from webcare_desk.domain.audit import Digest
from webcare_desk.domain.finding import Category
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.moderator import system_actor
from webcare_desk.domain.reason import Reason
from webcare_desk.errors import RefusedError
from webcare_desk.paths import protocols_dir
from webcare_desk.protocol.model import Protocol

__all__ = ["later", "place"]

HEADACHE = "Sinds ik Ventora gebruik heb ik elke dag hoofdpijn"


def test_a_version_comes_into_force_at_its_date_with_two_signatures(
    place: Place, later: Path
) -> None:
    app, begins = place.app, place.clock() + 24 * HOUR
    before = app.protocol.digest
    request = place.ask(later, begins)
    assert new_version.put_due_in_force(app) is None
    with pytest.raises(RefusedError, match="Who asked does not decide"):
        signing_off.approve(app.desk, place.ann, OWN, request)
    signing_off.approve(app.desk, place.bob, OWN, request, login="bob")
    assert new_version.put_due_in_force(app) is None
    assert [at for _, at in new_version.asked_versions(app)] == [begins]
    place.clock.pass_by(25 * HOUR)
    assert (new_version.put_due_in_force(app) or "").startswith("varen@later-")
    assert app.protocol.digest != before
    assert app.protocol.version.startswith("Later ")
    new, old = new_version.versions(app)
    assert (new.digest, new.is_in_force) == (app.protocol.digest, True)
    assert (old.digest, old.is_in_force) == (before, False)
    assert old.root is not None
    assert new.root is not None
    made = app.desk.read.request(request)
    assert made is not None
    assert made.state is RequestState.USED
    assert app.desk.changes(0, 5_000)[-1].action == "put-protocol-in-force"
    app.desk.perform(actions.RecordRecheck(0, 0, 0), system_actor())
    assert app.desk.changes(0, 5_000)[-1].protocol == app.protocol.digest
    assert open_again(app).digest == app.protocol.digest


def open_again(app: App) -> Protocol:
    """Return the protocol that the next start of the program finds in force."""
    again = replace(app)
    assert again.in_force.waiting is None
    return again.protocol


def test_what_it_newly_finds_becomes_work_with_its_true_awareness(
    place: Place, later: Path
) -> None:
    app = place.app
    seen, unseen = place.take_in(HEADACHE), place.take_in(f"{HEADACHE}, echt")
    casework.view(app.desk, app.protocol, seen, place.ann)
    app.desk.perform(actions.Close(seen, Reason.NOT_AN_ADVERSE_EVENT), place.ann)
    first = app.desk.read.work(seen)
    assert first is not None
    assert first.category is not Category.ADVERSE_EVENT
    now = place.clock()
    request = place.ask(later, now)
    signing_off.approve(app.desk, place.bob, OWN, request, login="bob")
    place.clock.pass_by(50 * HOUR)
    new_version.go_on(app)
    works = [app.desk.read.work(seen), app.desk.read.work(unseen)]
    for work in works:
        assert work is not None
        assert (work.category, work.queue) == (Category.ADVERSE_EVENT, Queue.SAFETY)
    assert works[0] is not None
    assert works[0].aware_at == first.aware_at
    assert works[0].aware_due is not None
    assert works[0].aware_due < place.clock()
    assert works[1] is not None
    assert works[1].aware_at is None
    assert new_version.recheck_due(app) is None
    assert app.desk.changes(0, 5_000)[-1].action == "record-recheck"


def test_a_broken_version_is_never_asked_for(place: Place, later: Path) -> None:
    rules = later / "varen" / "rules.yaml"
    text = rules.read_text(encoding="utf-8")
    rules.write_text(
        re.sub(r"(?m)^( +match:\n +nl:\n +- ).*$", r"\1Iets anders", text, count=1), "utf-8"
    )
    with pytest.raises(RefusedError, match="with problems does not come into force"):
        new_version.lay_down(place.app, later, place.clock())
    rules.write_text("rules: [", encoding="utf-8")
    with pytest.raises(RefusedError, match="with problems does not come into force"):
        new_version.lay_down(place.app, later, place.clock())


def test_the_same_version_is_not_asked_for(place: Place) -> None:
    with pytest.raises(RefusedError, match="in force already"):
        new_version.lay_down(place.app, protocols_dir(), place.clock())


def test_without_approval_or_with_other_packs_it_stays_out(place: Place, later: Path) -> None:
    change = new_version.lay_down(place.app, later, place.clock())
    with pytest.raises(RefusedError, match="waits for a second person"):
        new_version.put_in_force(place.app, change)
    kept = place.app.folder / "protocol-versions" / change.protocol.digest
    (kept / "varen" / "rules.yaml").write_text("rules: []\n", encoding="utf-8")
    with pytest.raises(RefusedError, match="are gone or were changed"):
        new_version.put_in_force(place.app, change)
    shutil.rmtree(kept)
    with pytest.raises(RefusedError, match="are gone or were changed"):
        new_version.put_in_force(place.app, change)


def test_cut_off_before_its_entry_the_version_before_stays_and_it_goes_on(
    place: Place, later: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, before = place.app, place.app.protocol.digest
    request = place.ask(later, place.clock())
    signing_off.approve(app.desk, place.bob, OWN, request, login="bob")

    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("webcare_desk.desk.Desk.perform", cut)
        with pytest.raises(KeyboardInterrupt):
            new_version.put_due_in_force(app)
    started = replace(app)
    assert started.protocol.digest == before
    new_version.go_on(started)
    assert started.protocol.digest != before
    assert app.protocol.digest == before
    new_version.go_on(app)  # this program learns it from the log
    assert app.protocol.digest == started.protocol.digest


def test_before_its_date_the_act_itself_refuses(place: Place, later: Path) -> None:
    change = new_version.lay_down(place.app, later, place.clock() + HOUR)
    action = actions.PutProtocolInForce(
        change.name, Digest(change.protocol.digest), change.rules_off, change.effective_at
    )
    with pytest.raises(RefusedError, match="comes into force later"):
        place.app.desk.perform(action, system_actor())
