"""Small exports of a listening tool, written by the tests."""

from pathlib import Path

from webcare_desk.connectors.file_mapping import ColumnMapping

MAPPING = ColumnMapping("text", "date", "id", "author", "thread", "parent", "link")
HEADER = "id,author,text,date,thread,parent,link\n"
DATE = "2026-10-25T00:30:00Z"


def row(number: int, text: str = "hoi", date: str = DATE) -> str:
    """Return a line of a CSV file."""
    return f"{number},Anne,{text},{date},t1,,\n"


def csv_file(folder: Path, content: str | bytes) -> Path:
    """Write a file and return it."""
    path = folder / "export.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path
