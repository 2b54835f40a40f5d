"""The encoding of a file: found out over all of it, or told by a person."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.connectors.exports import HEADER, MAPPING, csv_file, header_of, row
from webcare_desk.connectors.file_import import read_file
from webcare_desk.errors import MalformedError, UsageError

DUTCH = ("Hij zei “oké…” en ging weg", "één reële reactie", "coördinatie")


def texts(path: Path, encoding: str = "") -> list[str]:
    """Return the texts of a file, read in an encoding."""
    comments = read_file(path, replace(MAPPING, encoding=encoding)).comments
    return [each.text for each in comments]


def lines(*said: str) -> str:
    return HEADER + "".join(row(number, text) for number, text in enumerate(said))


def test_one_word_that_looks_like_utf8_does_not_cost_the_other_rows(tmp_path: Path) -> None:
    path = csv_file(tmp_path, lines(*DUTCH).encode("cp1252"))

    assert texts(path) == list(DUTCH)


def test_a_few_broken_bytes_do_not_make_a_file_windows_1252(tmp_path: Path) -> None:
    path = csv_file(
        tmp_path, lines(*DUTCH, "😵 hoofdpijn").encode() + b"9,A,h\xff,2026-01-01,t,,\n"
    )

    assert texts(path) == [*DUTCH, "😵 hoofdpijn"]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("mac-roman", "mac-roman"),
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-32", "utf-32"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_a_person_can_tell_the_encoding(tmp_path: Path, written: str, told: str) -> None:
    text = "één “oké”"
    path = csv_file(tmp_path, lines(text).encode(written))

    assert texts(path, told) == [text]
    assert header_of(path, told)[0] == "id"
    assert read_file(path, replace(MAPPING, encoding=told)).notes == ()


@pytest.mark.parametrize("name", ["utf-9", "base64", "undefined", "a\0b", "é"])
def test_an_unknown_encoding_is_a_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match=r"There is no encoding .*; examples are utf-8, cp1252"):
        header_of(csv_file(tmp_path, HEADER), name)


def test_a_file_that_is_not_in_the_encoding_at_all_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(MalformedError, match=r"export\.csv is not written in this encoding"):
        header_of(csv_file(tmp_path, "é,b\n".encode()), "punycode")
