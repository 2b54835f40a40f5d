"""Versions and drafts of the protocol on disk."""

import re
import shutil
from pathlib import Path

import pytest

from webcare_desk.durable import sync
from webcare_desk.errors import RefusedError, StoreError
from webcare_desk.paths import protocols_dir
from webcare_desk.protocol import versions
from webcare_desk.protocol.library import load_pack
from webcare_desk.protocol.versions import (
    DRAFTS,
    OWN,
    archive,
    archived,
    begin_draft,
    drafts,
    drop_draft,
    files_of,
    own_packs,
    put_packs,
    save_text,
    take_draft,
    text_of,
)


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    return Path(shutil.copytree(protocols_dir(), tmp_path / "packs"))


def digest_of(root: Path) -> str:
    found = load_pack(root, "varen").protocol
    assert found is not None
    return found.digest


def test_a_version_is_kept_whole_and_never_written_again(packs: Path, tmp_path: Path) -> None:
    digest = digest_of(packs)
    (packs / "README.txt").write_text("no pack", encoding="utf-8")
    place = archive(packs, tmp_path, digest)
    assert (digest_of(place), (place / "README.txt").exists()) == (digest, False)
    (packs / "base" / "rules.yaml").write_text("rules: []\n", encoding="utf-8")
    assert archive(packs, tmp_path, digest) == place
    assert digest_of(place) == digest
    assert archived(tmp_path, digest) == place
    assert archived(tmp_path, "0" * 64) is None


def test_a_pack_in_parts_keeps_them_in_every_copy(packs: Path, tmp_path: Path) -> None:
    rules = packs / "base" / "rules.yaml"
    head, *each = re.split(r"(?m)^(?=  - id: )", rules.read_text(encoding="utf-8"))
    rules.write_text(head + "".join(each[:3]), encoding="utf-8")
    part = packs / "base" / "rules-less_grave-2.yaml"
    part.write_text("rules:\n" + "".join(each[3:]), encoding="utf-8")
    digest = digest_of(packs)
    draft = begin_draft(packs, tmp_path, "later")
    save_text(draft, f"base/{part.name}", text_of(packs, f"base/{part.name}"))
    copies = archive(packs, tmp_path, digest), draft.root, take_draft(packs, tmp_path)
    assert [digest_of(copy) for copy in copies] == [digest] * 3


def test_a_draft_is_edited_without_touching_what_it_came_from(packs: Path, tmp_path: Path) -> None:
    before = text_of(packs, "base/rules.yaml")
    draft = begin_draft(packs, tmp_path, "later")
    save_text(draft, "base/rules.yaml", "rules: []\n")
    assert text_of(draft.root, "base/rules.yaml") == "rules: []\n"
    assert text_of(packs, "base/rules.yaml") == before
    assert [each.name for each in drafts(tmp_path)] == ["later"]
    assert "varen/pack.yaml" in files_of(draft.root)
    with pytest.raises(RefusedError, match="a draft “later” already"):
        begin_draft(packs, tmp_path, "later")
    drop_draft(tmp_path, "later")
    assert drafts(tmp_path) == []


@pytest.mark.parametrize("name", ["", "../x", "A", "a/b", "a" * 49])
def test_a_draft_is_no_way_out_of_its_folder(packs: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(RefusedError, match="Name a draft"):
        begin_draft(packs, tmp_path, name)
    drop_draft(tmp_path, name)
    assert packs.is_dir()
    assert not (tmp_path / DRAFTS).exists()


@pytest.mark.parametrize("file", ["../desk.db", "base/../x.yaml", "/etc/passwd", "base/x.txt"])
def test_a_file_is_one_of_a_pack(packs: Path, tmp_path: Path, file: str) -> None:
    draft = begin_draft(packs, tmp_path, "d")
    with pytest.raises(RefusedError, match="no file"):
        save_text(draft, file, "x")
    with pytest.raises(RefusedError, match="no file"):
        text_of(packs, file)


def test_what_cannot_be_kept_is_a_sentence(packs: Path, tmp_path: Path) -> None:
    draft = begin_draft(packs, tmp_path, "d")
    with pytest.raises(RefusedError, match="at most 512 kB"):
        save_text(draft, "base/rules.yaml", "x" * 600_000)
    with pytest.raises(StoreError, match="cannot be saved"):
        save_text(draft, "nowhere/rules.yaml", "x")
    with pytest.raises(StoreError, match="cannot be read"):
        text_of(packs, "nowhere/rules.yaml")
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be kept"):
        archive(packs, tmp_path / "file", "0" * 64)


def test_the_desks_own_packs_survive_a_crash_between_two_renames(
    packs: Path, tmp_path: Path
) -> None:
    assert own_packs(tmp_path) is None
    first = take_draft(packs, tmp_path)
    assert own_packs(tmp_path) == first == tmp_path / OWN
    take_draft(packs, tmp_path)
    (tmp_path / OWN).rename(tmp_path / f"{OWN}.old")
    assert own_packs(tmp_path) == tmp_path / f"{OWN}.old"


def test_what_the_log_will_name_is_on_the_disk_before_it_has_its_name(
    packs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A power cut keeps a rename and not the words of a file that was never synced."""
    synced: list[Path] = []

    def syncing(path: Path) -> None:
        synced.append(path)
        sync(path)

    monkeypatch.setattr(versions, "sync", syncing)
    for is_version in (True, False):
        synced.clear()
        place = archive(packs, tmp_path, "d") if is_version else put_packs(packs, tmp_path / OWN)
        draft = synced[0].parent.parent
        assert draft.name in {f".{place.name}.new", f".{place.name}.new.new"}
        held = [*(name for name in files_of(place)), "base", "varen", "."]
        assert {draft / name for name in held} <= set(synced)
        assert synced[-2:] == [place.parent, tmp_path]


def test_a_kept_version_that_is_damaged_is_put_right(packs: Path, tmp_path: Path) -> None:
    digest = digest_of(packs)
    place = archive(packs, tmp_path, digest)
    rules = place / "varen" / "rules.yaml"
    rules.write_bytes(b"")
    archive(packs, tmp_path, digest)
    assert digest_of(place) == digest
    rules.write_bytes(b"")
    (packs / "varen" / "rules.yaml").write_text("rules: []\n", encoding="utf-8")
    archive(packs, tmp_path, digest)
    assert rules.read_bytes() == b"", "by nothing that is not it"
