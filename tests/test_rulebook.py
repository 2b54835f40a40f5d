"""The protocol in force: the one that is set, or the last one that had no problems."""

import shutil
from pathlib import Path

import pytest

from webcare_desk.errors import ProtocolError, StoreError
from webcare_desk.paths import protocols_dir
from webcare_desk.rulebook import KEPT, keep, load_in_force


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
    (packs / "varen" / "extra.txt").write_text("nieuw", encoding="utf-8")
    (folder / f"{KEPT}.new").mkdir()
    keep(packs, folder)
    assert (folder / KEPT / "varen" / "extra.txt").exists()
    assert [each.name for each in folder.iterdir()] == [KEPT]


def test_without_any_good_version_the_problems_are_the_sentence(packs: Path, folder: Path) -> None:
    spoil(packs)
    with pytest.raises(ProtocolError, match=r"no earlier one is kept:\nvaren/rules\.yaml:"):
        load_in_force(packs, "varen", folder)


def test_a_folder_that_takes_no_copy_is_a_sentence(packs: Path, folder: Path) -> None:
    folder.rmdir()
    folder.write_text("a file in its place", encoding="utf-8")
    with pytest.raises(StoreError, match="The protocol cannot be kept in"):
        keep(packs, folder)
