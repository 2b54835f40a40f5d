"""Another pack, or one whose examples fail, comes into force by no command of somebody who only works here."""

import contextlib
import shutil
from pathlib import Path

import pytest

from webcare_desk import admission
from webcare_desk.admission import pack_in_force
from webcare_desk.app import App, make_desk, open_app
from webcare_desk.errors import ProtocolError
from webcare_desk.paths import protocols_dir
from webcare_desk.protocol.problem import Problem
from webcare_desk.protocol.versions import VERSIONS
from webcare_desk.rulebook import KEPT
from webcare_desk.settings import Settings
from webcare_desk.vault.secret import MemorySecrets


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    return Path(shutil.copytree(protocols_dir(), tmp_path / "packs"))


@pytest.fixture
def folder(tmp_path: Path, packs: Path, secrets: MemorySecrets) -> Path:
    """Return the folder of a desk with nobody who approves; its pack is in force."""
    folder = tmp_path / "desk"
    make_desk(folder, secrets)
    with contextlib.closing(open_app(folder, secrets, Settings(protocols=str(packs)))) as app:
        assert pack_in_force(app.desk.read) == ""
        app.put_protocol_in_force()
    return folder


def reworded(packs: Path, concept: str) -> None:
    """Let a crisis rule ask for another concept; nothing but running its examples tells."""
    file = packs / "base" / "rules.yaml"
    text = file.read_text(encoding="utf-8")
    assert "concept: [violence]" in text
    file.write_text(text.replace("[violence]", f"[{concept}]", 1), encoding="utf-8")


def test_another_pack_waits_for_a_person_also_where_one_may_put_it_in_force_alone(
    folder: Path, packs: Path, secrets: MemorySecrets
) -> None:
    settings = Settings(protocols=str(packs), pack="nl")
    with contextlib.closing(open_app(folder, secrets, settings)) as app:
        app.put_protocol_in_force()
        waiting = app.in_force.waiting
        assert waiting is not None
        assert (app.protocol.id, waiting.protocol.id) == ("varen", "nl")
        assert pack_in_force(app.desk.read) == "varen"
        app.put_protocol_in_force(waiting)
        app.reload_protocol()
        assert (app.protocol.id, app.in_force.waiting) == ("nl", None)
        assert pack_in_force(app.desk.read) == "nl"


def _after(folder: Path, packs: Path, secrets: MemorySecrets) -> tuple[App, str]:
    app = open_app(folder, secrets, Settings(protocols=str(packs)))
    return app, app.desk.read.fact("protocol") or ""


def test_a_pack_whose_examples_fail_leaves_the_one_before_in_force(
    folder: Path, packs: Path, secrets: MemorySecrets
) -> None:
    reworded(packs, "thanks")
    app, before = _after(folder, packs, secrets)
    with contextlib.closing(app):
        app.put_protocol_in_force()
        assert "does not match on" in str(app.in_force.problems[0])
        assert app.protocol.digest == before == app.desk.read.fact("protocol")


@pytest.mark.parametrize("has_problem", [True, False])
def test_without_a_copy_a_pack_comes_into_force_only_if_its_examples_hold(
    folder: Path,
    packs: Path,
    secrets: MemorySecrets,
    monkeypatch: pytest.MonkeyPatch,
    *,
    has_problem: bool,
) -> None:
    problem = Problem("base/rules.yaml", 1, "rules", "it does not match on: koorts")
    found = (problem,) if has_problem else ()
    monkeypatch.setattr(admission, "check", lambda *_, **__: found)
    reworded(packs, "thanks")
    for name in (KEPT, VERSIONS):
        shutil.rmtree(folder / name)
    app, before = _after(folder, packs, secrets)
    with contextlib.closing(app):
        if has_problem:
            with pytest.raises(ProtocolError, match="does not match on"):
                app.put_protocol_in_force()
        else:
            app.put_protocol_in_force()
        assert (app.desk.read.fact("protocol") == before) is has_problem
