"""Versions that are asked for, beside those that came into force meanwhile."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.desks import HOUR
from tests.support.version_place import Place, another, later, place
from webcare_desk import admission, new_version
from webcare_desk.actions.two_persons import decidable
from webcare_desk.errors import RefusedError
from webcare_desk.new_version import Obstacle
from webcare_desk.paths import protocols_dir
from webcare_desk.protocol.versions import archived
from webcare_desk.ui.rulebook.choices import Standing, read_choices
from webcare_desk.ui.rulebook.window import read_page

__all__ = ["later", "place"]

DAY = 24 * HOUR


@pytest.fixture(autouse=True)
def unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Try no examples: that takes seconds for each version, and here it is about their turns."""
    monkeypatch.setattr(admission, "check", lambda *_, **__: ())


def test_each_version_is_read_by_its_own_pack_whatever_is_set_now(
    place: Place, later: Path
) -> None:
    place.ask(later, place.clock())
    chosen = replace(place.app, settings=replace(place.app.settings, pack="nl"))
    waiting = chosen.in_force.waiting
    assert waiting is not None
    assert waiting.protocol.id == "nl"
    packs = {choice.standing: choice.pack for choice in read_choices(chosen)}
    assert packs == {Standing.IN_FORCE: "varen", Standing.DRAFT: "nl", Standing.ASKED: "varen"}
    in_force, _, asked = read_choices(chosen)
    assert "Later" not in str(read_page(in_force, "en"))
    assert "Later" in str(read_page(asked, "en"))


def test_the_version_in_force_is_kept_when_another_pack_takes_its_place(place: Place) -> None:
    digest = place.app.protocol.digest
    kept = archived(place.app.folder, digest)
    assert kept is not None
    kept.rename(kept.with_name("elsewhere"))
    chosen = replace(place.app, settings=replace(place.app.settings, pack="nl"))
    there = replace(place, app=chosen)
    there.approve(there.ask(protocols_dir(), place.clock()))
    assert (new_version.put_due_in_force(chosen) or "").startswith("nl@")
    assert chosen.protocol.id == "nl"
    assert archived(place.app.folder, digest) == kept


def obstacles(place: Place) -> list[Obstacle | None]:
    """Return what keeps each version that is asked for out of force, the newest first."""
    return [choice.obstacle for choice in read_choices(place.app) if choice.standing == "asked"]


@pytest.mark.parametrize("is_first", [True, False])
def test_what_was_signed_beside_an_earlier_version_does_not_undo_a_later_one(
    place: Place, later: Path, *, is_first: bool
) -> None:
    newest = another(place.app, "newest")
    now, then = place.clock(), place.clock() + DAY
    for root, at in ((later, then), (newest, now)) if is_first else ((newest, now), (later, then)):
        place.approve(place.ask(root, at))
    assert obstacles(place) == [None, None]
    new_version.go_on(place.app)
    place.clock.pass_by(2 * DAY)
    new_version.go_on(place.app)
    assert place.app.protocol.version.startswith("Newest")
    assert obstacles(place) == [Obstacle.UNDOES]


def test_nobody_approves_what_would_undo_a_version_unread(place: Place, later: Path) -> None:
    app, newest = place.app, another(place.app, "newest")
    change, request = new_version.change_to(app, newest, None), place.ask(newest, place.clock())
    place.approve(place.ask(later, place.clock()))
    new_version.go_on(app)
    with pytest.raises(RefusedError, match="Another version came into force since"):
        place.approve(request)
    assert decidable(app.desk.read, place.bob.moderator, place.bob.session, place.clock()) == []
    with pytest.raises(RefusedError, match="Another version came into force since"):
        new_version.put_in_force(app, change)
    place.approve(place.ask(newest, place.clock()))
    new_version.go_on(app)
    assert app.protocol.version.startswith("Newest")


_RULE = """  - id: numb
    category: adverse-event
    priority: 9
    queue: safety
    sla: ae-reply
    plan: ae-to-pv
    templates: [ae-acknowledge]
    when: {finding: {concept: [thanks]}}
    why: {nl: "Een proef.", en: "A trial."}
    examples:
      match:
        nl: ["Dankjewel voor alles", "Bedankt hoor", "Dank je wel"]
        en: ["Thank you", "Thanks a lot", "Many thanks"]
      no_match:
        nl: ["De fiets is rood", "Mooi weer"]
        en: ["The bike is red", "Nice weather"]
"""


def test_a_version_approved_twice_keeps_nothing_from_its_turn(place: Place, later: Path) -> None:
    app = place.app
    for after in (0, HOUR):
        place.approve(place.ask(later, place.clock() + after))
    new_version.go_on(app)
    place.clock.pass_by(DAY)
    new_version.go_on(app)
    assert obstacles(place) == [Obstacle.IN_FORCE]
    place.approve(place.ask(another(app, "newest"), place.clock()))
    new_version.go_on(app)
    assert app.protocol.version.startswith("Newest")
    assert new_version.recheck_due(app) is None


def test_an_approval_that_has_lapsed_is_said_to_have(place: Place, later: Path) -> None:
    with pytest.raises(RefusedError, match="at most 28 days ahead"):
        place.ask(later, place.clock() + 29 * DAY)
    place.approve(place.ask(later, place.clock() + 28 * DAY))
    place.clock.pass_by(31 * DAY)
    assert obstacles(place) == [Obstacle.LAPSED]
    before = place.app.protocol
    new_version.go_on(place.app)
    assert place.app.protocol == before


def test_packs_that_were_changed_after_the_signature_do_not_come_into_force(
    place: Place, later: Path
) -> None:
    place.approve(place.ask(later, place.clock()))
    [asked] = [each for each in read_choices(place.app) if each.standing is Standing.ASKED]
    (asked.root / "varen" / "rules.yaml").write_text("rules: []\n", encoding="utf-8")
    assert obstacles(place) == [Obstacle.GONE]
    before = place.app.protocol
    new_version.go_on(place.app)
    assert place.app.protocol == before


def test_comments_are_held_against_the_present_version_whatever_comes_of_the_next(
    place: Place, later: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.approve(place.ask(later, place.clock()))
    new_version.put_due_in_force(place.app)

    def refuse(_: object) -> None:
        msg = "no"
        raise RefusedError(msg)

    monkeypatch.setattr(new_version, "put_due_in_force", refuse)
    with pytest.raises(RefusedError, match="no"):
        new_version.go_on(place.app)
    assert place.app.desk.changes(0, 5_000)[-1].action == "record-recheck"
