"""A lexicon file is edited by people: each mistake is told with its file and line."""

from pathlib import Path

import pytest

from webcare_desk.domain.finding import Category, Mark
from webcare_desk.errors import LexiconError
from webcare_desk.screening import load_lexicon
from webcare_desk.screening.lexicon import Cue
from webcare_desk.screening.phrase import parse_phrase

GOOD = """\
concepts:
  pain:
    category: adverse-event
    weak: yes
    phrases: [pijn, "*pijn", no, 007, on]
cues:
  negation: [geen]
common: [licht]
language: [ik]
"""


def _write(folder: Path, text: str | bytes) -> Path:
    target = folder / "nl" / "a.yaml"
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def test_a_file_is_read_and_every_word_stays_text(tmp_path: Path) -> None:
    lexicon = load_lexicon(_write(tmp_path, GOOD))
    stems = [phrase.words[0].stem for phrase in lexicon.phrases]
    assert stems == ["pijn", "pijn", "no", "007", "on", "geen"]
    [concept] = lexicon.concepts()
    assert (concept.id, concept.category, concept.mark, concept.weak) == (
        "pain",
        Category.ADVERSE_EVENT,
        Mark.EVENT,
        True,
    )
    assert lexicon.common == {"licht"}
    assert lexicon.phrases[-1].meaning is Cue.NEGATION


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("words: [a]", "a.yaml:1: unknown key 'words'"),
        ("- a", "a.yaml:1: not a mapping"),
        ("", "holds 0 documents"),
        ("common: [a]\n---\ncommon: [b]", "holds 2 documents"),
        ("common: [a\n", "a.yaml:2: "),
        ("common: [a]\ncommon: [b]", "a.yaml:2: 'common' occurs twice"),
        ("[a]: b", "a.yaml:1: a key must be one word"),
        ("common: &x [a]", "anchors, aliases and tags"),
        ("common: [*pijn]", "anchors, aliases and tags"),
        ("common: !!python/name:os.system x", "anchors, aliases and tags"),
        ("common: " + "[" * 100_000, "nested too deeply"),
        ("common: [" + "a," * 50_000 + "]", "nested too deeply or too long"),
        ("common: a", "a.yaml:1: a list is expected"),
        ("common: [[a]]", "a.yaml:1: a word or phrase is expected"),
        ("concepts: [a]", "a.yaml:1: a mapping is expected"),
        ("concepts:\n  x:\n    colour: red\n    phrases: [a]", "a.yaml:3: unknown key 'colour'"),
        ("concepts:\n  x:\n    mark: blue\n    phrases: [a]", "a.yaml:2: x: 'blue'"),
        ("concepts:\n  x:\n    weak: maybe\n    phrases: [a]", "neither yes nor no"),
        ("concepts:\n  x:\n    weak: yes", "a.yaml:2: no phrases"),
        ("concepts:\n  x:\n    phrases:\n      - abc\n      - ~", "a.yaml:5: "),
        ("cues:\n  hum: [a]", "a.yaml:2: 'hum'"),
        (b"common: [\xff]", "not UTF-8"),
        (b"# " + b"x" * 600_000, "larger than"),
    ],
)
def test_a_problem_names_its_file_and_line(tmp_path: Path, text: str | bytes, problem: str) -> None:
    with pytest.raises(LexiconError) as caught:
        load_lexicon(_write(tmp_path, text))
    assert problem in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_without_files_is_no_lexicon(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="holds no lexicon"):
        load_lexicon(tmp_path)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "nl" / "a.yaml").mkdir(parents=True)
    with pytest.raises(LexiconError, match="cannot be read"):
        load_lexicon(tmp_path)


@pytest.mark.parametrize(
    "text", ["", "~", "a ~", "ab*", "a*b", "!", "a " * 9, "a/" * 300 + "b c/d"]
)
def test_a_phrase_that_cannot_be_meant_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"phrase|word|short"):
        parse_phrase(text)


def test_alternatives_and_gaps_are_spelled_out() -> None:
    wordings = parse_phrase("mijn/m'n haar ~ valt*")
    assert [[word.stem for word in words] for words in wordings] == [
        ["mijn", "haar", "valt"],
        ["mn", "haar", "valt"],
    ]
    assert [word.gap for word in wordings[0]] == [0, 0, 3]
