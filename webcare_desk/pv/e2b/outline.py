"""The outline of the message: one file that says where each element stands, for both directions.

`resources/e2b/message.xml` explains its own notation. Imported when first needed (`lxml`).
"""

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote

from lxml import etree

from webcare_desk.paths import resources_dir

_MARK = "{urn:webcare-desk:outline}"
XSI_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
NAMESPACE = "urn:hl7-org:v3"
#: Where the element's own text stands, beside the names of its attributes.
TEXT = "#text"
_TELLING = frozenset({"root", "code", "codeSystem", "nullFlavor", "typeCode", XSI_TYPE})
_BOUND = re.compile(r"([^{}]*)\{([^{}]+)\}")
_NO_ADDRESS = re.compile(r'[][<>"{}|\\^`%#]')
#: Which of an element's places speaks for it when it has no value.
_FIRST = (TEXT, "value", "code", "extension", "root")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: its element id and what precedes it there (`tel:`).

    What is preceded is an address of the web, in which some characters stand by their numbers:
    “06 [work]” as it is would make the message invalid.
    """

    code: str
    prefix: str

    def written(self, value: str) -> str:
        """Return what stands there for a value."""
        return value if not self.prefix else self.prefix + _NO_ADDRESS.sub(_numbered, value)

    def value_of(self, written: str) -> str:
        """Return the value for what stands there."""
        return written if not self.prefix else unquote(written.removeprefix(self.prefix))


def _numbered(found: re.Match[str]) -> str:
    return f"%{ord(found[0]):02X}"


@dataclass(frozen=True, slots=True)
class Key:
    """A path of tags below a node and the attributes that what stands there must have."""

    path: tuple[str, ...]
    attributes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """One element of the outline; tags and attributes in Clark notation."""

    tag: str
    fixed: tuple[tuple[str, str], ...]
    places: tuple[tuple[str, Place], ...]
    kids: tuple["Node", ...]
    each: tuple[str, ...]
    by: tuple[str, ...]
    keys: tuple[Key, ...]
    always: bool
    beside: str
    when: tuple[str, ...]
    unless: tuple[str, ...]
    read_only: bool
    is_link: bool

    @property
    def first(self) -> str:
        """Return the place that carries the null flavour, or nothing."""
        names = [name for name, _ in self.places]
        return next((name for name in _FIRST if name in names), "")

    @property
    def is_fixed(self) -> bool:
        """Say whether nothing in it depends on the report."""
        return not (self.places or self.each or self.always or self.beside) and all(
            kid.is_fixed for kid in self.kids
        )


def attributes(found: etree._Element) -> dict[str, str]:
    """Return the attributes of an element, names in Clark notation."""
    return {str(name): str(value) for name, value in found.attrib.items()}


@cache
def outline() -> Node:
    """Return the outline of a batch of reports."""
    path = resources_dir() / "e2b" / "message.xml"
    parser = etree.XMLParser(remove_comments=True, remove_blank_text=True)
    return _node(etree.parse(str(path), parser).getroot(), frozenset())


def _node(found: etree._Element, links: frozenset[str]) -> Node:
    """Return the node; `links` are the values that say to which section it belongs."""
    given = attributes(found)
    marks = {name.removeprefix(_MARK): value for name, value in given.items() if _MARK in name}
    plain = {name: _spelt(value) for name, value in given.items() if _MARK not in name}
    texts = {TEXT: (found.text or "").strip(), **plain}
    bound = {name: match for name, text in texts.items() if (match := _BOUND.fullmatch(text))}
    fixed = tuple((name, value) for name, value in plain.items() if name not in bound)
    links |= set(marks.get("by", "").split())
    kids = tuple(_node(kid, links) for kid in found)
    codes = {match[2] for match in bound.values()}
    return Node(
        tag=found.tag,
        fixed=fixed,
        places=tuple((name, Place(match[2], match[1])) for name, match in bound.items()),
        kids=kids,
        each=tuple(marks.get("each", "").split()),
        by=tuple(marks.get("by", "").split()),
        keys=_keys(found, marks.get("key", "")),
        always="always" in marks,
        beside=marks.get("with", ""),
        when=tuple(marks.get("when", "").split()),
        unless=tuple(marks.get("unless", "").split()),
        read_only="read" in marks,
        is_link=_is_link(codes, kids, links),
    )


def _is_link(codes: set[str], kids: tuple[Node, ...], links: frozenset[str]) -> bool:
    """Say whether a node holds nothing but such values."""
    if codes:
        return codes <= links and not kids
    return any(kid.is_link for kid in kids) and all(kid.is_link or kid.is_fixed for kid in kids)


def _keys(found: etree._Element, paths: str) -> tuple[Key, ...]:
    """Return what tells the element from its siblings: its own attributes, and those below."""
    keys = [Key((), _telling(found))]
    for path in paths.split():
        steps = tuple(f"{{{NAMESPACE}}}{step}" for step in path.split("/") if step != ".")
        below = found
        for step in steps:
            below = next(kid for kid in below if kid.tag == step)
        keys.append(Key(steps, _telling(below)))
    return tuple(keys)


def _telling(found: etree._Element) -> tuple[tuple[str, str], ...]:
    """Return the fixed attributes by which an element is known."""
    return tuple(
        (name, _spelt(value))
        for name, value in attributes(found).items()
        if name in _TELLING and "{" not in value
    )


def _spelt(value: str) -> str:
    for short, whole in (
        ("ich:", "2.16.840.1.113883.3.989.2.1."),
        ("meddra:", "2.16.840.1.113883.6.163"),
    ):
        if value.startswith(short):
            return whole + value.removeprefix(short)
    return value
