"""From the bytes of an E2B(R3) message to a batch, by the same outline that writes it.

What the outline does not know is listed with its path, never dropped silently. Imported when
first needed (`lxml`).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from webcare_desk.domain.e2b import BATCH, Null, Section, Value, section
from webcare_desk.errors import MessageError
from webcare_desk.pv.e2b.aliases import unalias
from webcare_desk.pv.e2b.outline import TEXT, XSI_TYPE, Key, Node, attributes, outline
from webcare_desk.pv.e2b.safe import parsed
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

_SHOWN = 120
_NO_VALUE = "nullFlavor"
#: In `o:by`: a new section each time.
_NEW = "-"
#: What says how the standard's classes are used, and nothing about the case.
_STRUCTURE = frozenset(
    {"typeCode", "classCode", "moodCode", "determinerCode", "ITSVersion", "displayName", XSI_TYPE}
    | {"{http://www.w3.org/2001/XMLSchema-instance}schemaLocation", "operator", "mediaType"}
)


@dataclass(frozen=True, slots=True)
class Unmodelled:
    """Something of a message that the model has no place for: its path and its content."""

    path: str
    content: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A read message: the batch, and all that is not in it."""

    batch: Section
    unmodelled: tuple[Unmodelled, ...]


@dataclass(slots=True)
class _Open:
    """A section while it is read."""

    code: str
    values: dict[str, Value] = field(default_factory=dict)
    inner: list["_Open"] = field(default_factory=list)

    def closed(self) -> Section:
        inner = (each.closed() for each in self.inner if each.values or each.inner)
        return section(self.code, self.values, *inner)


def read(data: bytes) -> Reading:
    """Return what a message says, or raise MessageError when it is none."""
    root, node = parsed(data), outline()
    if root.tag != node.tag:
        msg = QT_TRANSLATE_NOOP(
            "Said", "This is not a batch of E2B(R3) reports: its root is {root}."
        )
        raise MessageError(Said.of(msg, root=_name(root)))
    return _reading(root, node)


def _reading(root: etree._Element, node: Node) -> Reading:
    unalias(root, node)
    batch, left = _Open(BATCH), list[Unmodelled]()
    _take(node, root, batch, left)
    return Reading(batch.closed(), tuple(left))


def _take(node: Node, found: etree._Element, at: _Open, left: list[Unmodelled]) -> None:
    """Take what the node knows out of `found` into the section; list the rest."""
    _take_values(node, found, at, left)
    rest = [child for child in found if isinstance(child.tag, str)]
    for kid in node.kids:
        for child in [child for child in rest if _is(kid, child)]:
            if not kid.each:
                rest.remove(child)
                _take(kid, child, at, left)
                break
            if _take_section(kid, child, at, left):
                rest.remove(child)
    left += [Unmodelled(_path(child), _content(child)) for child in rest]


def _take_section(kid: Node, child: etree._Element, at: _Open, left: list[Unmodelled]) -> bool:
    """Take one occurrence of a section; return False when there is no place for it."""
    made, mine = _Open(kid.each[-1]), list[Unmodelled]()
    _take(kid, child, made, mine)
    if kid.by and not (made.inner or made.values.keys() - set(kid.by)):
        return False
    target = at
    for code, key in zip(kid.each, kid.by or (_NEW,), strict=True):
        place = _place(target, code, key, made.values)
        if place is None:
            return False
        target = place
    if made.values.keys() & target.values.keys():
        return False
    target.values |= made.values
    target.inner += made.inner
    left += mine
    return True


def _place(at: _Open, code: str, key: str, values: dict[str, Value]) -> _Open | None:
    """Return the section that `key` points at; one that has an id of its own must be there."""
    wanted = values.pop(key, None)
    same = (each for each in at.inner if each.code == code and each.values.get(key) == wanted)
    found = None if wanted is None else next(same, None)
    if found is None and not key.endswith("@id"):
        found = _Open(code, {} if wanted is None else {key: wanted})
        at.inner.append(found)
    return found


def _take_values(node: Node, found: etree._Element, at: _Open, left: list[Unmodelled]) -> None:
    given = attributes(found)
    text = "".join([str(found.text or ""), *(str(child.tail or "") for child in found)])
    if text.strip():
        given[TEXT] = text
    for name, place in node.places:
        value = given.get(name, "")
        if value.startswith(place.prefix) and value != place.prefix:
            at.values[place.code] = place.value_of(value)
            del given[name]
    why = given.get(_NO_VALUE, "")
    first = dict(node.places).get(node.first)
    if first is not None and first.code not in at.values and why in Null.__members__:
        at.values[first.code] = Null[why]
        del given[_NO_VALUE]
    left += _rest(node, found, given)


def _rest(node: Node, found: etree._Element, given: dict[str, str]) -> Iterator[Unmodelled]:
    """Give what an element says beside what was taken from it."""
    fixed = dict(node.fixed)
    for name, value in given.items():
        is_label = name == "displayName" and not found.get("code")
        known = fixed.get(name) == value or (name in _STRUCTURE and not is_label)
        if not known and value:
            yield Unmodelled(f"{_path(found)}/@{_local(name)}", value[:_SHOWN])


def _is(node: Node, found: etree._Element) -> bool:
    """Return whether an element is one of the node's."""
    if found.tag != node.tag:
        return False
    places = dict(node.places)
    prefixed = (
        found.get(name, "").startswith(place.prefix)
        for name, place in places.items()
        if place.prefix and _NO_VALUE not in found.attrib
    )
    return all(_has(key, found) for key in node.keys) and all(prefixed)


def _has(key: Key, found: etree._Element) -> bool:
    there = [found]
    for step in key.path:
        there = [child for each in there for child in each if child.tag == step]
    return any(all(_agrees(each, *pair) for pair in key.attributes) for each in there)


def _agrees(found: etree._Element, name: str, value: str) -> bool:
    """Return whether an attribute is as it must be; without a code there may be no system."""
    given = found.get(name)
    return given == value or (given is None and name == "codeSystem" and _NO_VALUE in found.attrib)


def _path(found: etree._Element) -> str:
    return "/".join([_name(each) for each in [*reversed([*found.iterancestors()]), found]][1:])


def _content(found: etree._Element) -> str:
    """Return what a whole element says: its texts and telling attributes, shortened."""
    told = []
    for each in found.iter():
        told += [value for name, value in attributes(each).items() if name not in _STRUCTURE]
        told += [each.text.strip()] if each.text and each.text.strip() else []
    return " ".join(told)[:_SHOWN]


def _name(found: etree._Element) -> str:
    return _local(str(found.tag))


def _local(name: str) -> str:
    return name.rpartition("}")[2]
