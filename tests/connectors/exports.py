"""Small exports of a listening tool, written by the tests."""

from pathlib import Path

from webcare_desk.connectors.file_layout import layout_of
from webcare_desk.connectors.file_mapping import ColumnMapping
from webcare_desk.connectors.file_rows import columns_of
from webcare_desk.domain.comment import Comment, Visibility
from webcare_desk.domain.finding import Language, Screening, Tier

MAPPING = ColumnMapping("text", "date", "id", "author", "thread", "parent", "link")
HEADER = "id,author,text,date,thread,parent,link\n"
DATE = "2026-10-25T00:30:00Z"
POSTED_AT = 1_792_888_200_000_000


def row(number: int, text: str = "hoi", date: str = DATE) -> str:
    """Return a line of a CSV file."""
    return f"{number},Anne,{text},{date},t1,,\n"


def csv_file(folder: Path, content: str | bytes) -> Path:
    """Write a file and return it."""
    path = folder / "export.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def on_desk(
    remote_id: str,
    text: str = "hoi",
    *,
    author: str = "Anne",
    posted_at: int = POSTED_AT,
    thread: str = "t1",
) -> Comment:
    """Return a row as the desk has it from an earlier import."""
    return Comment(
        id=1,
        uid="u",
        source="listening",
        remote_id=remote_id,
        thread=thread,
        thread_title="",
        parent=None,
        author_name=author,
        text=text,
        link="",
        language=Language.NL,
        posted_at=posted_at,
        ingested_at=posted_at,
        revision=1,
        visibility=Visibility.VISIBLE,
        own=False,
        screening=Screening(Language.NL, Tier.NONE, ()),
    )


def header_of(path: Path, encoding: str = "") -> tuple[str, ...]:
    """Return the columns of a file."""
    return columns_of(path, layout_of(path, encoding))
