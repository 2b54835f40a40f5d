"""The protocol in force: the one that is set, or the last one that had no problems."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from webcare_desk.domain.approval import RequestKind
from webcare_desk.domain.audit import digest
from webcare_desk.errors import ProtocolError, StoreError
from webcare_desk.paths import protocols_dir
from webcare_desk.protocol.build import content_of
from webcare_desk.protocol.layers import read_stack
from webcare_desk.protocol.library import load_pack
from webcare_desk.protocol.versions import archive
from webcare_desk.rulebook import KEPT, Change, Gate, keep, load_in_force, rules_off


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """Give a copy of the packs that ship."""
    return shutil.copytree(protocols_dir(), tmp_path / "packs")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a desk's folder."""
    made = tmp_path / "desk"
    made.mkdir()
    return made


def spoil(packs: Path) -> None:
    """Put a mistake in the pack."""
    rules = packs / "varen" / "rules.yaml"
    rules.write_text(rules.read_text(encoding="utf-8").replace("queue: ", "queeu: ", 1), "utf-8")


def test_a_pack_without_problems_is_in_force(packs: Path, folder: Path) -> None:
    found = load_in_force(packs, "varen", folder)
    assert (found.protocol.id, found.problems) == ("varen", ())


@pytest.mark.requirement("E2")
def test_with_a_mistake_the_last_good_version_stays_and_the_problems_are_told(
    packs: Path, folder: Path
) -> None:
    good = load_in_force(packs, "varen", folder).protocol
    keep(packs, folder)
    spoil(packs)
    found = load_in_force(packs, "varen", folder)
    assert found.protocol.digest == good.digest
    assert any("varen/rules.yaml" in str(problem) for problem in found.problems)


@pytest.mark.parametrize("place", [f"{KEPT}.new", f"{KEPT}.old"])
def test_a_crash_while_keeping_loses_no_version(packs: Path, folder: Path, place: str) -> None:
    keep(packs, folder)
    (folder / KEPT).rename(folder / place)
    spoil(packs)
    assert load_in_force(packs, "varen", folder).protocol.id == "varen"


def test_keeping_again_replaces_what_was_kept_and_leaves_nothing_over(
    packs: Path, folder: Path
) -> None:
    keep(packs, folder)
    (packs / "varen" / "rules-extra.yaml").write_text("nieuw", encoding="utf-8")
    (folder / f"{KEPT}.new").mkdir()
    keep(packs, folder)
    assert (folder / KEPT / "varen" / "rules-extra.yaml").exists()
    assert [each.name for each in folder.iterdir()] == [KEPT]


def test_without_any_good_version_the_problems_are_the_sentence(packs: Path, folder: Path) -> None:
    spoil(packs)
    with pytest.raises(ProtocolError, match=r"no earlier one is kept:\nvaren/rules\.yaml:"):
        load_in_force(packs, "varen", folder)


def test_a_folder_that_takes_no_copy_is_a_sentence(packs: Path, folder: Path) -> None:
    folder.rmdir()
    folder.write_text("a file in its place", encoding="utf-8")
    with pytest.raises(StoreError, match="The packs cannot be kept in"):
        keep(packs, folder)


def change_version(packs: Path) -> None:
    """Make another version of the pack."""
    file = packs / "varen" / "pack.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"(?m)^version: .*$", 'version: "9.9.9"', text), encoding="utf-8")


def test_a_changed_pack_waits_at_the_gate_and_the_kept_one_stays(packs: Path, folder: Path) -> None:
    good = load_in_force(packs, "varen", folder).protocol
    keep(packs, folder)
    change_version(packs)
    shut = load_in_force(packs, "varen", folder, Gate(good.digest, lambda _: False, tuple))
    assert shut.protocol == good
    assert shut.waiting is not None
    assert shut.waiting.protocol.digest != good.digest
    assert shut.waiting.wanted.kind is RequestKind.PROTOCOL_IN_FORCE
    assert shut.change is None
    opened = load_in_force(packs, "varen", folder, Gate(good.digest, lambda _: True, tuple))
    assert opened.protocol == shut.waiting.protocol
    assert opened.change == shut.waiting
    assert opened.waiting is None


def test_another_pack_waits_at_the_gate_as_well_and_the_one_in_force_stays(
    packs: Path, folder: Path
) -> None:
    varen = load_in_force(packs, "varen", folder).protocol
    keep(packs, folder)
    gate = Gate(varen.digest, lambda _: False, tuple)
    chosen = load_in_force(packs, "nl", folder, gate)
    assert chosen.protocol == varen
    assert chosen.waiting is not None
    assert chosen.waiting.protocol.id == "nl"
    assert chosen.waiting.rules_off == rules_off(varen, chosen.waiting.protocol)
    mistyped = load_in_force(packs, "nll", folder, gate)
    assert mistyped.protocol == varen
    assert mistyped.problems


@pytest.mark.parametrize("digest", [None, "own"])
def test_the_first_pack_and_the_same_pack_pass_the_gate(
    packs: Path, folder: Path, digest: str | None
) -> None:
    own = load_in_force(packs, "varen", folder).protocol.digest
    gate = Gate(own if digest else None, lambda _: False, tuple)
    assert load_in_force(packs, "varen", folder, gate).protocol.digest == own


def test_without_the_kept_copy_a_changed_pack_does_not_slip_through(
    packs: Path, folder: Path
) -> None:
    keep(packs, folder)  # a copy of something else than what is in force
    gate = Gate("0" * 64, lambda _: False, tuple)
    with pytest.raises(ProtocolError, match="waits for a second person"):
        load_in_force(packs, "varen", folder, gate)


@pytest.mark.requirement("E2")
def test_a_kept_copy_that_is_not_the_one_of_the_log_is_never_fallen_back_on(
    packs: Path, folder: Path
) -> None:
    """Else whoever edits the copy and spoils the pack turns PV's clock by himself."""
    good = load_in_force(packs, "varen", folder).protocol
    gate = Gate(good.digest, lambda _: False, tuple)
    keep(packs, folder)
    version = archive(packs, folder, good.digest)
    spoil(packs)
    plans = folder / KEPT / "base" / "plans.yaml"
    text = plans.read_text(encoding="utf-8")
    later = text.replace("hours: 24\n", "hours: 720\n").replace("hours: 48\n", "hours: 900\n")
    plans.write_text(later, encoding="utf-8")
    assert load_in_force(packs, "varen", folder, gate).protocol == good, "of its version"
    shutil.rmtree(version)
    with pytest.raises(ProtocolError, match=r"another one than the log names.*back:\nvaren/"):
        load_in_force(packs, "varen", folder, gate)
    plans.write_text(text, encoding="utf-8")
    assert load_in_force(packs, "varen", folder, gate).protocol == good


@pytest.mark.requirement("E2")
def test_what_is_in_force_stays_so_when_the_checks_become_stricter(
    packs: Path, folder: Path
) -> None:
    head = packs / "base" / "pack.yaml"
    text = head.read_text(encoding="utf-8")
    head.write_text(re.sub(r"(?m)^languages: .*$", "languages: [nl, en, de]", text), "utf-8")
    named = digest(content_of(read_stack(packs, "varen", was_approved=True)))
    archive(packs, folder, named)
    gate = Gate(named, lambda _: False, tuple)
    told = "base/pack.yaml:4: languages[2]: choose one of nl, en"
    same = load_in_force(packs, "varen", folder, gate)
    assert same.protocol.digest == named
    assert [str(each) for each in same.problems] == [told]
    spoil(packs)
    other = load_in_force(packs, "varen", folder, gate)
    assert other.protocol == same.protocol
    said = " ".join(map(str, other.problems))
    assert "content.json:1: pack.languages[2]: choose one of nl, en" in said, "of the one in force"
    assert "queeu" in said, "of the one that is set"
    newer = load_in_force(protocols_dir(), "varen", folder, gate)
    assert newer.waiting is not None
    assert [each.path for each in newer.problems] == ["pack.languages[2]"]


def test_rules_that_no_longer_send_to_pv_are_named_in_the_request(packs: Path) -> None:
    before = load_pack(packs, "varen").protocol
    assert before is not None
    silent = next(rule for rule in before.rules if rule.plan == "ae-to-pv")
    for plan in (None, "threat"):  # a plan without a step that forwards sends nothing to PV
        changed = replace(silent, plan=plan)
        kept = tuple(changed if rule is silent else rule for rule in before.rules)
        assert rules_off(before, replace(before, rules=kept)) == (silent.id,)
        assert rules_off(replace(before, rules=kept), before) == ()
    gone = replace(before, rules=tuple(rule for rule in before.rules if rule is not silent))
    assert rules_off(before, gone) == (silent.id,)
    assert rules_off(before, before) == ()
    wanted = Change(gone, before.digest, (silent.id,)).wanted
    assert wanted.kind is RequestKind.RULE_OFF
    assert silent.id in wanted.payload


def test_a_plan_that_no_longer_forwards_takes_its_rules_from_pv(packs: Path) -> None:
    before = load_pack(packs, "varen").protocol
    assert before is not None
    plan = before.plans["ae-to-pv"]
    shorter = replace(plan, steps=tuple(step for step in plan.steps if step.id != "forward"))
    after = replace(before, plans={**before.plans, plan.id: shorter})
    sent = tuple(rule.id for rule in before.rules if rule.plan == plan.id)
    assert rules_off(before, after) == sent
    assert sent
