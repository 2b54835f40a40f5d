"""A version that was approved stays readable, whatever later programs ask of a pack."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from webcare_desk.domain.audit import canonical, digest
from webcare_desk.domain.finding import Language
from webcare_desk.protocol import build
from webcare_desk.protocol.layers import read_stack
from webcare_desk.protocol.library import CONTENT, content_kept, load_kept, load_pack
from webcare_desk.protocol.problem import Problem
from webcare_desk.protocol.versions import (
    VERSIONS,
    archive,
    archived,
    copy_versions,
    write_contents,
)

#: Versions as desks kept them, by digest. None of them is ever changed or made anew.
FROZEN = sorted((Path(__file__).parent / "frozen").iterdir())
Spoil = Callable[..., Path]


def approved(root: Path) -> str:
    """Return the digest of the pack `small` as an earlier program gave it."""
    return digest(build.content_of(read_stack(root, "small", was_approved=True)))


@pytest.mark.requirement("E2")
@pytest.mark.parametrize("place", FROZEN, ids=lambda place: place.name[:8])
def test_a_frozen_version_keeps_its_digest_and_says_the_same_in_both_forms(
    place: Path, tmp_path: Path
) -> None:
    """A key that is new has no part in the digest where no pack gives it: see `exclude_if`."""
    bare = shutil.copytree(place, tmp_path / "bare")
    (bare / CONTENT).unlink()
    of_files, of_content = load_kept(bare, place.name), load_kept(place, place.name)
    assert of_files is not None, "the digest has changed, on every desk"
    assert of_content is not None
    assert of_files.protocol == of_content.protocol
    assert of_files.protocol.digest == place.name
    assert content_kept(bare, place.name) == (place / CONTENT).read_bytes()


def dumped_anew(item: object) -> dict[str, object]:
    """Dump an item as a program would whose models have one key more."""
    return {"anew": None, "of": repr(item)}


@pytest.mark.requirement("E2")
def test_what_a_version_says_is_enough_where_a_later_program_gives_another_digest(
    spoil: Spoil, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = load_pack(spoil(), "small").protocol
    assert before is not None
    place = archive(tmp_path, tmp_path / "desk", before.digest)
    monkeypatch.setattr(build, "_dumped", dumped_anew)
    kept = load_kept(place, before.digest)
    assert kept is not None
    assert (kept.protocol, kept.problems) == (before, ())
    (place / CONTENT).write_bytes(b"{}")
    assert load_kept(place, before.digest) is None, "of another digest than the log names"


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("pack.yaml", "[nl, en]", "[nl, en, de]", "choose one of nl, en"),
        ("plans.yaml", "deputy: supervisor", "deputy: moderator", "than the owner"),
        ("plans.yaml", "hours: 24", "hours: 0", "at least 1"),
        ("sla.yaml", "time: business", "time: lunch", "choose one of"),
        ("sla.yaml", "[08:30-12:30, 13:00-17:30]", "[13:00-17:30, 08:30-12:30]", "in order"),
        ("rules.yaml", "[ik heb pijn, pijn van ventora, veel pijn]", "[pijn]", "at least 3"),
        ("rules.yaml", "[geen pijn, mooi weer]", "[geen pijn, ' ']", "write a text"),
        (
            "rules.yaml",
            "all:\n        - finding",
            "tier: check\n      all:\n        - finding",
            "one",
        ),
        ("templates.yaml", "Bel {{ line }}", "Bel [naam]", "write `[naam]` as a named blank"),
    ],
)
def test_what_the_checks_of_today_refuse_stays_as_it_was_approved_and_is_told(
    spoil: Spoil, file: str, old: str, new: str, said: str
) -> None:
    root = spoil(file, old, new)
    assert load_pack(root, "small").protocol is None
    name = approved(root)
    of_files, content = load_kept(root, name), content_kept(root, name)
    assert content is not None
    (root / CONTENT).write_bytes(content)
    (root / "small" / "pack.yaml").unlink()
    of_content = load_kept(root, name)
    assert of_files is not None
    assert of_content is not None
    assert of_files.protocol == of_content.protocol
    assert of_files.protocol.digest == name
    for kept in (of_files, of_content):
        assert [each.message for each in kept.problems if said in each.message]


def test_what_was_approved_says_what_it_said(spoil: Spoil) -> None:
    root = spoil("pack.yaml", "[nl, en]", "[nl, en, de]")
    kept = load_kept(root, approved(root))
    assert kept is not None
    assert kept.protocol.languages == (Language.NL, Language.EN, Language.DE)
    assert kept.problems == (Problem("small/pack.yaml", 3, "languages[2]", "choose one of nl, en"),)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("owner: moderator", "owner: janitor"),
        ("        owner: moderator\n", ""),
        ("steps:", "sups:"),
    ],
)
def test_what_this_program_has_no_word_for_is_not_guessed(spoil: Spoil, old: str, new: str) -> None:
    root = spoil("plans.yaml", old, new)
    assert load_kept(root, "0" * 64) is None
    content = build.content_of(read_stack(spoil(), "small"))
    said = build.as_written(content)
    plans = said["plans"]
    assert isinstance(plans, list)
    said["plans"] = [{"id": "to-pv"}]
    changed = canonical(said)
    (root / CONTENT).write_bytes(changed)
    assert load_kept(root, digest(changed)) is None


def test_what_a_version_says_is_written_beside_it_also_where_an_earlier_program_did_not(
    spoil: Spoil, tmp_path: Path
) -> None:
    protocol = load_pack(spoil(), "small").protocol
    assert protocol is not None
    desk = tmp_path / "desk"
    place = archive(tmp_path, desk, protocol.digest)
    content = (place / CONTENT).read_bytes()
    assert digest(content) == protocol.digest
    (place / CONTENT).unlink()
    (desk / VERSIONS / ("0" * 64)).mkdir()
    write_contents(desk)
    assert (place / CONTENT).read_bytes() == content
    shutil.rmtree(place / "small")
    copy_versions(desk, tmp_path / "other")
    copied = archived(tmp_path / "other", protocol.digest)
    assert copied is not None
    assert load_kept(copied, protocol.digest) is not None, "of what it says alone"
