"""A package that is taken while somebody else works on the desk, and the log's key changes."""

import contextlib
import zipfile
from pathlib import Path

import pytest

from tests.support import inspector
from tests.support.desks import arrival, log_in, take_in
from webcare_desk.actions import ExportLog
from webcare_desk.actions.base import Action
from webcare_desk.app import App, make_desk, open_app
from webcare_desk.desk import Desk
from webcare_desk.disclosure import Order, export_package
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.epochs import rotate
from webcare_desk.vault.secret import MemorySecrets


def between(app: App, monkeypatch: pytest.MonkeyPatch, when: str) -> None:
    """Let the key change just before or just after the entry that records an export."""
    perform = Desk.perform

    def turned(desk: Desk, act: Action[object], by: Actor) -> object:
        is_export = isinstance(act, ExportLog)
        if is_export and when == "before":
            rotate(app.desk, app.keys)
        done = perform(desk, act, by)
        if is_export and when == "after":
            rotate(app.desk, app.keys)
            take_in(app.desk, arrival(2))
        return done

    monkeypatch.setattr(Desk, "perform", turned)


@pytest.mark.requirement("A7", "B1")
@pytest.mark.parametrize("comment", [None, 1])
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_package_holds_when_the_key_changed_while_it_was_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: str, comment: int | None
) -> None:
    folder, secrets = tmp_path / "desk", MemorySecrets()
    make_desk(folder, secrets)
    with contextlib.closing(open_app(folder, secrets)) as app:
        by = log_in(app.desk)[Role.AUDITOR]
        take_in(app.desk, arrival(1))
        between(app, monkeypatch, when)
        order = Order(app.desk, by, app.verifier, tmp_path / "package.zip")
        export_package(order, comment, app.folder)
    with zipfile.ZipFile(tmp_path / "package.zip") as archive:
        archive.extractall(tmp_path / "unpacked")
    code, said = inspector.judged(inspector.loaded().main, app.verifier, tmp_path / "unpacked")
    assert code == inspector.HOLDS, said
