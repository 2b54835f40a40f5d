"""Whoever signs a version reads what it changes of the one in force."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.desks import HOUR
from tests.support.version_place import Place, another, later, place
from webcare_desk import admission, new_version
from webcare_desk.asked_version import version_changes
from webcare_desk.domain.approval import Request, RequestKind, wanted
from webcare_desk.domain.audit import Name
from webcare_desk.protocol.versions import archived

__all__ = ["later", "place"]


@pytest.fixture(autouse=True)
def unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Try no examples: that takes seconds for each version, and here it is about their changes."""
    monkeypatch.setattr(admission, "check", lambda *_, **__: ())


def request_of(place: Place, number: int) -> Request:
    found = place.app.desk.read.request(number)
    assert found is not None
    return found


@pytest.mark.requirement("E2")
def test_whoever_signs_a_version_reads_what_it_changes(place: Place, later: Path) -> None:
    first = place.ask(later, place.clock())
    second = place.ask(another(place.app, "newest"), place.clock())
    told = version_changes(place.app, request_of(place, second))
    assert told[0].startswith("Changes to the version in force now: 1.")
    assert "→ Newest" in told[1]
    place.clock.pass_by(HOUR)
    place.approve(first)
    new_version.go_on(place.app)
    assert version_changes(place.app, request_of(place, first)) == [], "it is done"
    told = version_changes(place.app, request_of(place, second))
    assert told[1].startswith("– pack: version: Later ")


def test_a_version_whose_packs_are_gone_is_said_not_to_be_readable(
    place: Place, later: Path
) -> None:
    found = request_of(place, place.ask(later, place.clock()))
    kept = archived(place.app.folder, json.loads(found.wanted.payload)["digest"])
    assert kept is not None
    shutil.rmtree(kept)
    (told,) = version_changes(place.app, found)
    assert "cannot be said" in told
    role = wanted(RequestKind.ROLE_GRANT, Name("new-account"), {"roles": []})
    assert version_changes(place.app, replace(found, wanted=role)) == []
