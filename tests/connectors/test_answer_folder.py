"""A watched folder is read once per file, links are not followed, and nothing in it changes."""

import os
from pathlib import Path

import pytest

from tests.connectors.test_answer_attachments import POISON, XML, mail
from tests.support.children import as_nobody, needs_fork
from webcare_desk.connectors import answer_folder as module
from webcare_desk.connectors.answer_folder import AnswerFolder
from webcare_desk.connectors.answers import Looked
from webcare_desk.connectors.smime_open import Open
from webcare_desk.errors import UnavailableError


def test_each_file_is_read_once_and_again_when_it_changes(tmp_path: Path) -> None:
    (tmp_path / "b.xml").write_bytes(XML)
    (tmp_path / "a.EML").write_bytes(mail(("application", "xml", None)))
    for other in (".hidden.xml", "c.xml.part"):
        (tmp_path / other).write_bytes(XML)
    reader, before = AnswerFolder(tmp_path), sorted(os.listdir(tmp_path))  # noqa: PTH208 - names alone
    first = reader.fetch(None)
    assert (first.files, first.looked, first.passed) == ((XML, XML), 2, 0)
    assert reader.fetch(first.cursor).files == ()
    (tmp_path / "b.xml").write_bytes(b"<whole/>")
    assert reader.fetch(first.cursor).files == (b"<whole/>",)
    (tmp_path / "b.xml").unlink()
    assert "b.xml" not in reader.fetch(first.cursor).cursor
    assert sorted(os.listdir(tmp_path)) == [name for name in before if name != "b.xml"]  # noqa: PTH208 - names alone
    assert reader.check() == f"{tmp_path} can be read: 1 files"


def test_an_answer_of_another_name_is_read_and_what_is_none_is_counted(tmp_path: Path) -> None:
    (tmp_path / "a.ack").write_bytes(XML)
    (tmp_path / "b.txt").write_bytes(XML)
    (tmp_path / "c.zip").write_bytes(b"PK")
    (tmp_path / "d.txt").write_text("hello", encoding="ascii")
    reader = AnswerFolder(tmp_path)
    found = reader.fetch(None)
    assert (found.files, found.looked, found.passed) == ((XML, XML, b"PK"), 3, 1)
    assert reader.fetch(found.cursor).cursor == found.cursor
    assert reader.check() == f"{tmp_path} can be read: 3 files, 1 passed over"


def test_xml_that_ends_in_the_middle_is_read_when_it_is_whole_or_grows_no_more(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.xml").write_bytes(XML[:-3])
    (tmp_path / "b.xml").write_bytes(XML[:-3])
    reader = AnswerFolder(tmp_path)
    first = reader.fetch(None)
    assert (first.files, first.passed) == ((), 2)
    (tmp_path / "a.xml").write_bytes(XML)
    second = reader.fetch(first.cursor)
    assert (second.files, second.passed) == ((XML, XML[:-3]), 0)
    assert reader.fetch(second.cursor).files == ()


def test_a_mail_that_cannot_be_read_does_not_stop_what_comes_after_it(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(POISON)
    (tmp_path / "b.xml").write_bytes(XML)
    reader = AnswerFolder(tmp_path)
    found = reader.fetch(None)
    assert (found.files, found.looked, found.passed) == ((POISON, XML), 2, 0)
    assert reader.fetch(found.cursor).files == ()


def test_many_files_come_in_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PAGE", 2)
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.xml").write_text(name, encoding="ascii")
    reader = AnswerFolder(tmp_path)
    first = reader.fetch(None)
    assert (first.files, first.more) == ((b"a", b"b"), True)
    second = reader.fetch(first.cursor)
    assert (second.files, second.more) == ((b"c",), False)


def test_links_and_what_is_too_large_are_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LARGEST", 100)
    outside = tmp_path / "outside.txt"
    outside.write_text("secret", encoding="ascii")
    folder = tmp_path / "answers"
    folder.mkdir()
    (folder / "link.xml").symlink_to(outside)
    (folder / "folder.xml").mkdir()
    (folder / "big.xml").write_bytes(b"x" * 101)
    found = AnswerFolder(folder).fetch(None)
    assert (found.files, found.looked, found.passed) == ((), 0, 1)


def test_a_missing_folder_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnavailableError, match="cannot be used"):
        AnswerFolder(tmp_path / "gone").fetch(None)


def test_a_file_that_cannot_be_opened_is_told_and_holds_up_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b", "c", "d"):
        (tmp_path / f"{name}.xml").write_text(name, encoding="ascii")
    closed, real = {"a.xml", "b.xml"}, module._content

    def guarded(path: Path, opened: Open | None) -> Looked:
        if path.name in closed:
            raise PermissionError(13, "Permission denied")
        return real(path, opened)

    monkeypatch.setattr(module, "PAGE", 1)
    monkeypatch.setattr(module, "_content", guarded)
    reader = AnswerFolder(tmp_path)
    first = reader.fetch(None)
    assert (first.files, first.passed, first.looked, first.more) == ((b"c",), 2, 1, True)
    second = reader.fetch(first.cursor)
    assert (second.files, second.passed, second.more) == ((b"d",), 2, False)
    # Nobody is told of them again and again, and as soon as they can be read, they are.
    assert reader.fetch(second.cursor).cursor == second.cursor
    closed.clear()
    monkeypatch.setattr(module, "PAGE", 9)
    assert reader.fetch(second.cursor).files == (b"a", b"b")


@needs_fork
def test_a_folder_that_may_not_be_read_is_a_sentence(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o700)
    said = as_nobody(lambda: AnswerFolder(folder).fetch(None))
    assert said.startswith("ForbiddenError: The folder for PV's answers cannot be read")
