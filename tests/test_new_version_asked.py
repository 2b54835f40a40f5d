"""Versions that are asked for, beside those that came into force meanwhile."""

from dataclasses import replace
from pathlib import Path

from tests.support.version_place import Place, later, place
from webcare_desk import new_version
from webcare_desk.paths import protocols_dir
from webcare_desk.protocol.versions import archived
from webcare_desk.ui.rulebook.choices import Standing, read_choices
from webcare_desk.ui.rulebook.window import read_page

__all__ = ["later", "place"]


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
    assert read_page(in_force, "en") != read_page(replace(in_force, pack="nl"), "en")
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
