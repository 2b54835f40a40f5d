"""`protocol show`, `explain` and `diff` from the terminal."""

import json
import shlex
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Console
from tests.cli.test_desk_commands import NoKeyring
from webcare_desk.paths import protocols_dir


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """Return a copy of the shipped packs beside a later version of one."""
    root = Path(shutil.copytree(protocols_dir(), tmp_path / "packs"))
    later = Path(shutil.copytree(protocols_dir(), tmp_path / "later"))
    plans = later / "base" / "plans.yaml"
    text = plans.read_text(encoding="utf-8")
    assert "hours: 24" in text
    plans.write_text(text.replace("hours: 24", "hours: 48"), encoding="utf-8")
    return root


def test_an_item_is_shown_with_its_place_and_what_it_replaces(console: Console) -> None:
    shown = console.good("protocol", "show", "thanks-back")
    first, second, *rest = shown.splitlines()
    assert first.startswith("templates thanks-back: varen/templates.yaml:")
    assert second.startswith("  in place of base/templates.yaml:")
    assert rest[0] == "id: thanks-back"
    [item] = json.loads(console.good("protocol", "show", "ae-to-pv", "--json"))
    assert item["kind"] == "plans"
    assert "no item `nix`" in console.refused("protocol", "show", "nix")


def test_a_later_deadline_is_marked_and_is_a_finding(console: Console, packs: Path) -> None:
    new = str(packs.parent / "later" / "base")
    outcome = console.run("protocol", "diff", str(packs / "base"), new)
    assert outcome.code == 1
    assert "! plan ae-to-pv, step forward: due after: 24 hours → 48 hours" in outcome.out
    assert outcome.out.splitlines()[-1].endswith("of them weaken.")
    [*found] = json.loads(console.run("protocol", "diff", str(packs / "base"), new, "--json").out)
    assert found[0]["weakens"] is True
    same = str(packs / "base")
    assert console.good("protocol", "diff", same, same) == "Nothing changed.\n"


def test_a_pack_with_problems_is_not_compared(console: Console, packs: Path) -> None:
    (packs / "base" / "plans.yaml").write_text("plans: []\n", encoding="utf-8")
    sentence = console.refused("protocol", "diff", str(packs / "base"), "base")
    assert "has problems: run `webcare-desk protocol check" in sentence


@pytest.mark.parametrize("is_by_root", [True, False])
def test_what_is_said_to_run_about_a_pack_with_problems_finds_them(
    console: Console, packs: Path, monkeypatch: pytest.MonkeyPatch, *, is_by_root: bool
) -> None:
    broken = packs.rename(packs.parent / "my packs")
    (broken / "base" / "plans.yaml").write_text("plans: []\n", encoding="utf-8")
    monkeypatch.chdir(broken.parent)
    words = ("base", "base", "--root", broken.name) if is_by_root else (f"{broken.name}/base",) * 2
    sentence = console.refused("protocol", "diff", *words)
    monkeypatch.chdir("/")
    _, *told = shlex.split(sentence.split("`")[1])
    found = console.run(*told)
    assert found.code == 1
    assert "there is no `ae-to-pv`" in found.out


def test_a_comments_rules_are_explained(console: Console) -> None:
    shown = console.good("protocol", "explain", "1", user="sanne")
    assert shown.startswith(
        "adverse-event: holds; it wins: adverse-event is the most dangerous category that holds\n"
    )
    assert "“hoofdpijn”: event headache" in shown
    assert "asks-about-effects: does not hold\n  for want of a blamed read as hypothetical" in shown
    assert "spam" not in shown
    looked = json.loads(console.good("audit", "show", "--comment", "1", "--json", user="willem"))
    assert [each["action"] for each in looked][-1] == "open"
    assert "spam: does not hold" in console.good("protocol", "explain", "1", "--all", user="sanne")
    rules = json.loads(console.good("protocol", "explain", "1", "--json", user="sanne"))
    assert {rule["rule"] for rule in rules if rule["holds"]} >= {"adverse-event"}
    assert "not on this desk" in console.refused("protocol", "explain", "99", user="sanne")


def test_a_desk_that_can_only_be_read_is_read(console: Console) -> None:
    console.secrets = NoKeyring()
    for words in ("comment show 1", "protocol explain 1"):
        read = console.run(*words.split(), user="sanne")
        assert (read.code, "“" in read.out, "can only be read" in read.err) == (0, True, True)
