"""A manual as one static page: no script, nothing from elsewhere, and every text escaped."""

from collections.abc import Iterable, Iterator

from webcare_desk.reports.frame import definitions, head
from webcare_desk.reports.manual.content import (
    Block,
    Drawing,
    Examples,
    Facts,
    Heading,
    Manual,
    Paragraph,
    Piece,
    Points,
    Reply,
    Section,
    Table,
)
from webcare_desk.reports.manual.svg import svg_of
from webcare_desk.reports.plain import escaped


def page(manual: Manual, style: str) -> Iterator[str]:
    """Yield the page: a cover, the contents, each section."""
    title = f"{manual.title} · {dict(manual.facts[:1])[manual.facts[0][0]]}"
    yield head(title, style, manual.language)
    yield f"<header><h1>{escaped(manual.title)}</h1>\n<p class=lead>{escaped(manual.lead)}</p>\n"
    yield f"{definitions(manual.facts)}</header>\n"
    yield f"<nav><h2>{escaped(manual.contents)}</h2>\n<ol>\n"
    for section in manual.sections:
        yield f'<li><a href="#{escaped(section.anchor)}">{escaped(section.title)}</a></li>\n'
    yield "</ol></nav>\n<main>\n"
    for number, section in enumerate(manual.sections, 1):
        yield from _section(section, number)
    yield f"</main>\n<footer>{escaped(manual.foot)}</footer>\n</body>\n</html>\n"


def _section(section: Section, number: int) -> Iterator[str]:
    yield (
        f'<section id="{escaped(section.anchor)}"><h2><span class=no>{number}</span>'
        f"{escaped(section.title)}</h2>\n"
    )
    for block in section.blocks:
        yield _block(block)
    yield "</section>\n"


def _block(block: Block) -> str:
    match block:
        case Heading(anchor, text, note):
            beside = f"<span class=note>{escaped(note)}</span>" if note else ""
            shown = f'<h3 id="{escaped(anchor)}">{escaped(text)}{beside}</h3>\n'
        case Paragraph(text):
            shown = f"<p>{escaped(text)}</p>\n"
        case Points(items):
            points = "".join(f"<li>{escaped(item)}</li>\n" for item in items)
            shown = f"<ol class=points>\n{points}</ol>\n"
        case Facts(rows):
            shown = definitions(rows)
        case Table():
            shown = _table(block)
        case Examples():
            shown = _examples(block)
        case Reply(pieces):
            shown = f"<blockquote>{''.join(map(_piece, pieces))}</blockquote>\n"
        case Drawing(diagram, words):
            shown = f"<figure>{svg_of(diagram, words)}</figure>\n"
    return shown


def _table(table: Table) -> str:
    columns = "".join(f'<col style="width: {width:.0%}">' for width in table.widths)
    heads = "".join(f"<th>{escaped(head)}</th>" for head in table.heads)
    rows = "".join(
        f"<tr>{''.join(f'<td>{escaped(cell)}</td>' for cell in row)}</tr>\n" for row in table.rows
    )
    return (
        f"<table><colgroup>{columns}</colgroup><thead><tr>{heads}</tr></thead>\n"
        f"<tbody>{rows}</tbody></table>\n"
    )


def _examples(examples: Examples) -> str:
    sides = zip(examples.heads, (examples.matching, examples.others), strict=True)
    return f"<div class=both>{''.join(_side(head, texts) for head, texts in sides)}</div>\n"


def _side(head: str, texts: Iterable[tuple[str, str]]) -> str:
    items = "".join(
        f"<li>{escaped(text)}{f'<span class=kind>{escaped(kind)}</span>' if kind else ''}</li>\n"
        for text, kind in texts
    )
    return f"<div><b>{escaped(head)}</b><ul>\n{items}</ul></div>"


def _piece(piece: Piece) -> str:
    kind = "blank" if piece.is_blank else "locked" if piece.is_locked else ""
    return f"<span class={kind}>{escaped(piece.text)}</span>" if kind else escaped(piece.text)
