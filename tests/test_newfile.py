"""A file that leaves the desk is whole, or what was there before."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from webcare_desk import newfile, oversight
from webcare_desk.errors import ReadOnlyError, UsageError
from webcare_desk.newfile import written
from webcare_desk.oversight import page
from webcare_desk.pv import by_hand
from webcare_desk.witness import Seen, write_seen

#: What writes a file of its own, into a folder in which `old` stands.
WRITERS: dict[str, Callable[[Path], object]] = {
    "old": lambda folder: oversight.write_page(None, folder / "old"),  # type: ignore[arg-type] # not read
    "seen": lambda folder: write_seen(folder / "old", Seen("v", 3, "00")),
    "hand": lambda folder: by_hand.save("words", folder, "1"),
}


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a file of last month."""
    monkeypatch.setattr(page, "as_html", lambda *_: "new")
    file = tmp_path / "old"
    file.write_text("january", encoding="utf-8")
    return file


@pytest.mark.parametrize("name", WRITERS)
def test_a_full_disk_leaves_what_was_there_and_nothing_half(
    old: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def half(path: Path, content: bytes | str, *_: object, **__: object) -> None:
        with path.open("wb") as file:
            file.write(content[:1].encode() if isinstance(content, str) else content[:1])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", half)
    monkeypatch.setattr(Path, "write_text", half)
    with pytest.raises(ReadOnlyError, match="cannot be written: No space left"):
        WRITERS[name](old.parent)
    assert [each.name for each in old.parent.iterdir()] == ["old"]
    assert old.read_text(encoding="utf-8") == "january"


@pytest.mark.parametrize("name", WRITERS)
def test_what_was_written_is_on_the_disk_and_so_is_its_name(
    old: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(newfile, "sync", synced.append)
    WRITERS[name](old.parent)
    assert [each.suffix for each in synced] == [".part", old.parent.suffix]
    assert synced[1] == old.parent.resolve()


def test_a_file_is_written_over_only_where_somebody_said_so_and_a_link_stays_one(old: Path) -> None:
    link = old.with_name("link")
    link.symlink_to(old)
    with pytest.raises(UsageError, match="exists already"), written(link):
        raise AssertionError
    old.chmod(0o600)
    with written(link, over=True) as draft:
        draft.write_text("february", encoding="utf-8")
    assert link.is_symlink()
    assert old.read_text(encoding="utf-8") == "february"
    assert old.stat().st_mode & 0o777 == 0o600
