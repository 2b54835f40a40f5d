"""Packs that mean harm are refused with a sentence; benchmark 26 measures time and memory."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.hostile_packs import HOSTILE
from webcare_desk.protocol.library import load_pack


@pytest.mark.parametrize(("name", "write", "words"), HOSTILE, ids=[row[0] for row in HOSTILE])
def test_a_hostile_pack_is_refused_in_words(
    tmp_path: Path, name: str, write: Callable[[Path], None], words: str
) -> None:
    write(tmp_path)
    found = load_pack(tmp_path, "bad")
    assert found.protocol is None
    said = [str(problem) for problem in found.problems]
    assert any(words in problem for problem in said), (name, said)
    assert not (tmp_path.parent / "escaped.yaml").exists()


EVENT = """\
rules:
  - id: ID
    category: thanks
    queue: other
    templates: [sorry]
    when: {finding: {concept: [CONCEPT]}}
    why: {nl: Zo., en: So.}
    examples:
      match: {nl: [pijn, veel pijn, geen pijn], en: [pain, no pain, I have pain]}
      no_match: {nl: [weer, mooi], en: [weather, nice]}
"""


def part(name: str, concept: str = "pain") -> str:
    return EVENT.replace("ID", name).replace("CONCEPT", concept)


def test_a_long_file_may_stand_in_parts_in_the_order_of_their_names(
    spoil: Callable[..., Path],
) -> None:
    root = spoil()
    for file, name in (("rules-b", "last"), ("rules-a", "middle")):
        concept = "pain" if name == "last" else "suicide"
        (root / "small" / f"{file}.yaml").write_text(part(name, concept), encoding="utf-8")
    found = load_pack(root, "small").protocol
    assert found is not None
    assert [rule.id for rule in found.rules] == ["event", "danger", "middle", "last"]


def test_two_parts_of_a_file_share_no_id(spoil: Callable[..., Path]) -> None:
    root = spoil()
    (root / "small" / "rules-a.yaml").write_text(part("event"), encoding="utf-8")
    said = [str(problem) for problem in load_pack(root, "small").problems]
    assert (
        "small/rules.yaml:2: rules[0].id: give the item an id of its own, `event` is taken" in said
    )


@pytest.mark.parametrize("file", ["rules-.yaml", "rules-A.yaml", "pack-a.yaml", "other-a.yaml"])
def test_a_part_has_a_plain_name_and_a_whole(spoil: Callable[..., Path], file: str) -> None:
    root = spoil()
    (root / "small" / file).write_text("rules: []\n", encoding="utf-8")
    [problem] = load_pack(root, "small").problems
    assert str(problem).startswith(f"small/{file}:1: file: remove the file")
