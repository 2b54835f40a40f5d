"""Acknowledgements of E2B(R3) reports (MCCI_IN200101UV01), read from what really arrives.

Tolerant where receivers differ: two ids in one attribute, a text cut short, a batch or a report
that is not ours. Imported when first needed (`lxml`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from webcare_desk.errors import MessageError
from webcare_desk.pv.e2b.aliases import unalias
from webcare_desk.pv.e2b.outline import NAMESPACE, outline
from webcare_desk.pv.e2b.safe import parsed
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

#: ACK.B.r.6 of a report that was taken, and of one that was not.
TAKEN, REJECTED = "CA", "CR"
#: ACK.A.4 of a batch of which no report was taken.
ALL_REFUSED = "AR"
_ROOT = f"{{{NAMESPACE}}}MCCI_IN200101UV01"
_MESSAGE = f"{{{NAMESPACE}}}MCCI_IN000002UV01"
_ICH = "2.16.840.1.113883.3.989.2.1."
#: Between two ids that a receiver put into one attribute.
_BETWEEN = re.compile(r"[\s,;|/]+")
#: An element's id in a sentence, also one of a region: `FDA.C.1.7.1`, `E.i.2.1b`.
_ELEMENT = re.compile(
    r"\b(?:[A-Z]{2,4}\.)?[CDEFGHN]\.(?:\d{1,2}|[a-z])(?:\.(?:\d{1,2}[a-z]?|[a-z]))*\b"
)
_CUT = ("...", "…")


@dataclass(frozen=True, slots=True)
class AckError:
    """One sentence of a receiver: the elements it names, and whether it was cut short."""

    text: str
    elements: tuple[str, ...]
    is_cut: bool


@dataclass(frozen=True, slots=True)
class MessageAck:
    """What a receiver says of one report: `reports` are the ids it may mean (ACK.B.r.1).

    `reference` is the receiver's own number (ACK.B.r.2); `code` is CA or CR, or what stood there.
    """

    reports: tuple[str, ...]
    reference: str
    code: str
    errors: tuple[AckError, ...]


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """A batch of acknowledgements: its number, the batch it answers, and how that fared.

    `code` is AA (all taken), AE (some need work) or AR (the whole batch refused).
    """

    number: str
    created: str
    batch: str
    code: str
    errors: tuple[AckError, ...]
    messages: tuple[MessageAck, ...]


def read_acknowledgement(data: bytes) -> Acknowledgement:
    """Return what an acknowledgement says, or raise MessageError when it is none."""
    root = parsed(data)
    if root.tag != _ROOT:
        msg = QT_TRANSLATE_NOOP("Said", "This is not an acknowledgement of E2B(R3) reports.")
        raise MessageError(Said.of(msg))
    unalias(root, outline())
    answer = _child(root, "acknowledgement")
    return Acknowledgement(
        number=_id(root, "3.20"),
        created=_value(_child(root, "creationTime"), "value"),
        batch=_id(_child(answer, "targetBatch"), "3.22"),
        code=_value(answer, "typeCode"),
        errors=_errors(answer),
        messages=tuple(_message(each) for each in root if each.tag == _MESSAGE),
    )


def _message(found: etree._Element) -> MessageAck:
    answer = _child(found, "acknowledgement")
    return MessageAck(
        reports=_ids(_id(_child(answer, "targetMessage"), "3.1")),
        reference=_id(found, "3.19"),
        code=_value(answer, "typeCode"),
        errors=_errors(answer),
    )


def _ids(text: str) -> tuple[str, ...]:
    """Return the id as it stands, then its parts where it is several."""
    whole = text.strip()
    parts = [part for part in _BETWEEN.split(whole) if part]
    return tuple(dict.fromkeys([whole, *parts])) if whole else ()


def _errors(answer: etree._Element | None) -> tuple[AckError, ...]:
    details = [] if answer is None else answer.findall(f"{{{NAMESPACE}}}acknowledgementDetail")
    return tuple(error for each in details for error in _sentences(each))


def _sentences(detail: etree._Element) -> Iterator[AckError]:
    found = _child(detail, "text")
    text = "" if found is None else "".join(map(str, found.itertext())).strip()
    parts = [part.strip() for part in text.split(";") if part.strip()]
    for place, part in enumerate(parts):
        is_last = place == len(parts) - 1
        yield AckError(part, named_in(part), is_last and part.endswith(_CUT))


def named_in(text: str) -> tuple[str, ...]:
    """Return the elements that a sentence names, also those of a region."""
    return tuple(dict.fromkeys(_ELEMENT.findall(text)))


def _child(found: etree._Element | None, name: str) -> etree._Element | None:
    if found is None:
        return None
    return found.find(f"{{{NAMESPACE}}}{name}")


def _id(found: etree._Element | None, root: str) -> str:
    """Return the id with that root among the children; where none has it, the first."""
    ids = [] if found is None else found.findall(f"{{{NAMESPACE}}}id")
    ours = [each for each in ids if each.get("root") == _ICH + root] or ids
    return _value(ours[0] if ours else None, "extension")


def _value(found: etree._Element | None, name: str) -> str:
    return "" if found is None else (found.get(name) or "").strip()
