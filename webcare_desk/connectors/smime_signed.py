"""Reading what PV signed as one file (S/MIME signed-data, RFC 8551 §3.5.2), which many gateways do.

`cryptography` gives the certificates of such a file and not its content, so that the few steps to
that are here, in BER, for OpenSSL and Outlook write lengths that only show at the end. The
signature is not judged: an answer counts by the report that it names, whoever brought it.
"""

from collections.abc import Iterator
from typing import NamedTuple

_SEQUENCE, _OID, _EXPLICIT, _OCTETS, _PIECES = 0x30, 0x06, 0xA0, 0x04, 0x24
#: 1.2.840.113549.1.7.2
_SIGNED = bytes.fromhex("2a864886f70d010702")
#: A length that shows at the end; above it stands how many bytes the length has.
_AT_THE_END = 0x80
_CLOSED = b"\0\0"


class _Element(NamedTuple):
    tag: int
    begins: int
    ends: int
    next: int


def signed_content(data: bytes) -> bytes | None:
    """Return what was signed; None for what is no signed-data, or has its content elsewhere."""
    try:
        whole = _element(data, 0)
        kind = _child(data, whole, 0, _OID)
        if data[kind.begins : kind.ends] != _SIGNED:
            return None
        signed = _child(data, _child(data, whole, 1, _EXPLICIT), 0, _SEQUENCE)
        held = _child(data, _child(data, signed, 2, _SEQUENCE), 1, _EXPLICIT)
        return b"".join(_pieces(data, _element(data, held.begins)))
    except (ValueError, IndexError, RecursionError):
        return None


def _element(data: bytes, at: int) -> _Element:
    """Return the element that begins at a place; ValueError or IndexError where there is none."""
    tag, length, begins = data[at], data[at + 1], at + 2
    if length == _AT_THE_END:
        end = begins
        while data[end : end + 2] != _CLOSED:
            end = _element(data, end).next
        return _Element(tag, begins, end, end + 2)
    if length > _AT_THE_END:
        digits, begins = begins, begins + length - _AT_THE_END
        length = int.from_bytes(data[digits:begins], "big")
    if begins + length > len(data):
        msg = "cut short"
        raise ValueError(msg)
    return _Element(tag, begins, begins + length, begins + length)


def _children(data: bytes, parent: _Element) -> Iterator[_Element]:
    at = parent.begins
    while at < parent.ends:
        found = _element(data, at)
        yield found
        at = found.next


def _child(data: bytes, parent: _Element, place: int, tag: int) -> _Element:
    found = list(_children(data, parent))[place]
    if found.tag != tag:
        msg = "another element"
        raise ValueError(msg)
    return found


def _pieces(data: bytes, octets: _Element) -> Iterator[bytes]:
    if octets.tag == _OCTETS:
        yield data[octets.begins : octets.ends]
    elif octets.tag == _PIECES:
        for each in _children(data, octets):
            yield from _pieces(data, each)
    else:
        msg = "no octets"
        raise ValueError(msg)
