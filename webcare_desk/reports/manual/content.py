"""What a manual is made of: sections of blocks, without any look. Pure."""

from dataclasses import dataclass

from webcare_desk.reports.manual.diagram import Diagram


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a section; `anchor` is unique in the manual."""

    anchor: str
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Points:
    """A list of points, in order."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with their values."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads; `widths` are shares of the line that add up to 1."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Examples:
    """What is and what is not, each text with how it is said, or ""."""

    heads: tuple[str, str]
    matching: tuple[tuple[str, str], ...]
    others: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a reply: plain text, a blank that is filled for each comment, or a locked phrase."""

    text: str
    is_blank: bool = False
    is_locked: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """An approved reply in one language."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A diagram with what it shows in words, for who cannot see it."""

    diagram: Diagram
    words: str


Block = Heading | Paragraph | Points | Facts | Table | Examples | Reply | Drawing


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered section."""

    anchor: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Manual:
    """The whole document; `foot` stands under every page."""

    language: str
    title: str
    lead: str
    facts: tuple[tuple[str, str], ...]
    contents: str
    foot: str
    sections: tuple[Section, ...]
