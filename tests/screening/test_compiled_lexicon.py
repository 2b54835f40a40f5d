"""The lexicon in one file says what its YAML files say, and never outlives them."""

from pathlib import Path

import pytest

from webcare_desk.errors import LexiconError
from webcare_desk.paths import resources_dir
from webcare_desk.screening import load_lexicon
from webcare_desk.screening.compiled import NAME, compile_lexicon, digest_of
from webcare_desk.screening.lexicon import read_lexicon

FOLDER = resources_dir() / "lexicons"
YAML = """\
concepts:
  pain:
    category: adverse-event
    weak: yes
    phrases: [pijn, "*pijn", "hoofd ~ barst*", "*zeer*"]
cues:
  negation: [geen]
common: [licht]
language: [ik]
"""


def test_the_shipped_file_is_made_from_the_shipped_lexicon() -> None:
    """Where it fails: `python tools/compile_lexicon.py`."""
    assert load_lexicon(FOLDER) == read_lexicon(FOLDER)
    assert (FOLDER / NAME).read_bytes() == compile_lexicon(FOLDER)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "nl").mkdir()
    (tmp_path / "nl" / "a.yaml").write_text(YAML, encoding="utf-8")
    (tmp_path / NAME).write_bytes(compile_lexicon(tmp_path))
    return tmp_path


def test_it_is_read_instead_of_the_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = read_lexicon(folder)
    monkeypatch.delattr("webcare_desk.screening.compiled.read_lexicon")
    assert load_lexicon(folder) == read


def test_an_edited_file_is_read_itself(folder: Path) -> None:
    edited = YAML.replace("[pijn,", "[pijn, kramp,")
    (folder / "nl" / "a.yaml").write_text(edited, encoding="utf-8")
    stems = {phrase.words[0].stem for phrase in load_lexicon(folder).phrases}
    assert "kramp" in stems


@pytest.mark.parametrize("spoilt", [b"", b"x", b"x\x9c"])
def test_a_spoilt_file_is_passed_over(folder: Path, spoilt: bytes) -> None:
    (folder / NAME).write_bytes(spoilt)
    assert load_lexicon(folder) == read_lexicon(folder)


def test_a_file_that_cannot_be_read_is_told_of_by_its_reader(folder: Path) -> None:
    (folder / "nl" / "b.yaml").mkdir()
    assert digest_of(folder) == ""
    with pytest.raises(LexiconError, match="cannot be read"):
        load_lexicon(folder)
