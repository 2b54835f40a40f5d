"""`protocol use` and `doctor` on a desk where one person may do alone what takes two elsewhere."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Console
from tests.cli.test_protocol_use import spoil
from tests.cli.test_pv_way import doctor, goes_to
from webcare_desk import admission
from webcare_desk.paths import protocols_dir
from webcare_desk.protocol.problem import Problem


def test_another_pack_waits_for_a_command_of_its_own_and_the_way_beside_it_is_named(
    console: Console,
) -> None:
    goes_to(console, "pv-a")
    console.good("comment", "escalate", "1", user="sanne")
    other = goes_to(console, "pv-b", "nl")
    console.good("comment", "escalate", "2", user="sanne")
    status = console.good("protocol", "status")
    assert "In force: varen" in status
    assert "Waiting for `protocol use`: nl@" in status
    assert f"It is another pack. Packets go to {other} already" in status
    lack = doctor(console, "protocol")
    assert "varen 1.0 stays in force: desk.toml names another pack, nl@" in lack["said"]
    assert lack["mend"] == "webcare-desk protocol use"
    assert "In force: nl" in console.good("protocol", "use", user="ada")


def test_a_pack_whose_examples_fail_is_told_and_changes_nothing(
    console: Console, tmp_path: Path
) -> None:
    packs = Path(shutil.copytree(protocols_dir(), tmp_path / "packs"))
    settings = f'[desk]\nprotocols = "{packs.as_posix()}"\n'
    (console.folder / "desk.toml").write_text(settings, encoding="utf-8")
    in_force = console.good("protocol", "status").splitlines()[0]
    spoil(packs)
    assert "does not match on" in doctor(console, "protocol")["said"]
    assert "does not match on" in console.refused("protocol", "use", user="ada")
    console.good("comment", "escalate", "1", user="sanne")
    assert console.good("protocol", "status").splitlines()[0] == in_force


def test_the_examples_of_the_pack_in_force_are_tried_before_it_is_said_to_be(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = Problem("base/rules.yaml", 1, "rules", "it does not match on: koorts")
    monkeypatch.setattr(admission, "check", lambda *_, **__: (problem,))
    assert "does not match on" in console.refused("protocol", "use", user="ada")
    monkeypatch.setattr(admission, "check", lambda *_, **__: ())
    assert "In force: varen" in console.good("protocol", "use", user="ada")
