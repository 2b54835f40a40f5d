"""What every command takes for a file or a folder, and what it asks for."""

from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tests.cli.conftest import Console
from webcare_desk.cli.kinds import Place
from webcare_desk.cli.root import root
from webcare_desk.cli.why import Asked

LONG = "a" * 300


def commands(group: click.Group, *words: str) -> Iterator[tuple[str, click.Command]]:
    """Yield every command with the words that call it."""
    context = click.Context(group)
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        assert found is not None
        if isinstance(found, click.Group):
            yield from commands(found, *words, name)
        else:
            yield " ".join((*words, name)), found


def test_no_command_takes_a_place_or_asks_in_a_way_of_its_own() -> None:
    odd = [
        (words, each.name)
        for words, command in (("", root), *commands(root))
        for each in command.params
        if (isinstance(each.type, click.Path) and not isinstance(each.type, Place))
        or (getattr(each, "prompt", None) and not isinstance(each, Asked))
    ]
    assert odd == []


@pytest.mark.parametrize(
    "words",
    [
        ("--desk", "{}", "inbox", "counts"),
        ("audit", "export", "--format", "csv", "--out", "{}"),
        ("audit", "anchor", "check", "{}"),
        ("import", "preview", "{}"),
        ("case", "read", "{}"),
        ("comment", "originals", "1", "--out", "{}"),
        ("protocol", "check", "--root", "{}"),
        ("screen", "{}"),
        ("screen", "--eval", "{}"),
    ],
)
@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "Name a file or a folder: this is empty."),
        (LONG, "File name too long"),
        ("a\0b", "is no name of a file"),
        ("\ud800", "is no name of a file"),
    ],
)
def test_what_cannot_be_a_place_is_a_sentence(
    console: Console, words: tuple[str, ...], name: str, sentence: str
) -> None:
    said = console.refused(*(word.format(name) for word in words), user="willem")
    assert sentence in " ".join(said.split())


@pytest.mark.parametrize("pack", ["", LONG, "a\0b"])
def test_what_cannot_be_a_pack_is_a_sentence(
    nowhere: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pack: str
) -> None:
    (tmp_path / "pack.yaml").touch()
    monkeypatch.chdir(tmp_path)
    for words in (("check", pack), ("manual", pack, "--out", "m.pdf"), ("diff", pack, "varen")):
        assert "There is no pack" in nowhere.refused("protocol", *words)


def test_a_folder_is_no_file_to_export_into(console: Console, tmp_path: Path) -> None:
    for place in (".", "/", str(tmp_path)):
        words = ("audit", "export", "--format", "csv", "--out", place)
        assert "exists already" in console.refused(*words, user="willem")


@pytest.mark.parametrize(
    "words",
    [
        ("review", "periodic", "--since", "2026-01-01"),
        ("case", "register"),
        ("protocol", "manual", "be"),
        ("audit", "anchor", "make"),
        ("audit", "export", "--format", "csv"),
    ],
)
def test_no_command_writes_over_a_file(console: Console, words: tuple[str, ...]) -> None:
    database = console.folder / "desk.db"
    refused = console.refused(*words, "--out", str(database), user="willem")
    assert "already" in refused
    assert database.read_bytes().startswith(b"SQLite format 3")
