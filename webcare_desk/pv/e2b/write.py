"""From a batch to the bytes of an E2B(R3) message, by the outline.

Deterministic: the same batch gives the same bytes. What XML 1.0 cannot carry is replaced by
U+FFFD and reported, never dropped. Imported when first needed (`lxml`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from webcare_desk.domain.e2b import BATCH, Null, Section, Value
from webcare_desk.pv.e2b.outline import NAMESPACE, TEXT, Node, outline

_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_NAMES = {None: NAMESPACE, "xsi": _XSI}
#: XML 1.0, production 2 (Char): everything else.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Replaced:
    """A character that XML cannot carry: in which element, and its code points."""

    code: str
    points: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """A written message and what had to be replaced in it."""

    data: bytes
    replaced: tuple[Replaced, ...] = ()


def write(batch: Section) -> Message:
    """Return the message of `batch`, a section `N`."""
    if batch.code != BATCH:
        msg = f"a batch was expected, not {batch.code}"
        raise ValueError(msg)
    node, replaced = outline(), list[Replaced]()
    root = etree.Element(node.tag, dict(node.fixed), nsmap=_NAMES)  # type: ignore[arg-type]  # the stub knows no default namespace
    _fill(node, root, (_values(batch),), batch, replaced)
    return Message(etree.tostring(root, xml_declaration=True, encoding="UTF-8"), tuple(replaced))


def lost_in(batch: Section) -> dict[str, tuple[int, ...]]:
    """Return what XML cannot carry of a batch: the code points of each element, by its id."""
    found: dict[str, tuple[int, ...]] = {}
    for each in write(batch).replaced:
        found[each.code] = found.get(each.code, ()) + each.points
    return found


Scope = tuple[dict[str, Value], ...]


def _values(found: Section) -> dict[str, Value]:
    return dict(found.values)


def _fill(
    node: Node, made: etree._Element, scope: Scope, at: Section, replaced: list[Replaced]
) -> bool:
    """Write the node's values and children into `made`; return whether it says anything.

    The values that only say to which section the node belongs do not count.
    """
    filled = _put(node, made, scope, replaced)
    for kid in node.kids:
        if kid.read_only or not _is_due(kid, scope):
            continue
        for inner_scope, inner in _occurrences(kid, scope, at):
            child = etree.SubElement(made, kid.tag, dict(kid.fixed))
            has = _fill(kid, child, inner_scope, inner, replaced)
            beside = kid.beside and _found(kid.beside, inner_scope) is not None
            if not (has or kid.is_fixed or kid.is_link or kid.always or beside):
                made.remove(child)
            filled = filled or has
    return filled


def _occurrences(node: Node, scope: Scope, at: Section) -> Iterator[tuple[Scope, Section]]:
    """Give the scope and section of each occurrence of a node."""
    if not node.each:
        yield scope, at
        return
    places = [(scope, at)]
    for code in node.each:
        places = [
            ((_values(inner), *outer), inner)
            for outer, section in places
            for inner in section.each(code)
        ]
    yield from places


def _put(node: Node, made: etree._Element, scope: Scope, replaced: list[Replaced]) -> bool:
    filled = False
    for name, place in node.places:
        value = _found(place.code, scope)
        if value is None or (isinstance(value, Null) and name != node.first):
            continue
        if isinstance(value, Null):
            made.set("nullFlavor", value.value)
        elif name == TEXT:
            made.text = _allowed(value, place.code, replaced)
        else:
            made.set(name, _allowed(place.written(value), place.code, replaced))
        filled = filled or not node.is_link
    return filled


def _is_due(node: Node, scope: Scope) -> bool:
    def has_all(codes: tuple[str, ...]) -> bool:
        return all(_found(code, scope) is not None for code in codes)

    return has_all(node.when) and not (node.unless and has_all(node.unless))


def _found(code: str, scope: Scope) -> Value | None:
    return next((values[code] for values in scope if code in values), None)


def _allowed(text: str, code: str, replaced: list[Replaced]) -> str:
    found = _FORBIDDEN.findall(text)
    if not found:
        return text
    replaced.append(Replaced(code, tuple(map(ord, found))))
    return _FORBIDDEN.sub("\ufffd", text)
