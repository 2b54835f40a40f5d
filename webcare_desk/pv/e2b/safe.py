"""Foreign XML, read without a DTD, an entity, the network or more memory than it needs.

Whatever declares a document type is refused before it is parsed: none of the messages that
PV exchanges has one. Imported when first needed (`lxml`).
"""

import re

from lxml import etree

from webcare_desk.errors import MessageError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

#: A report with attachments; more than this is not read (the guide asks for less).
LARGEST = 10 * 1024 * 1024
_DECLARES = re.compile(r"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_MARKS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\x00<", "utf-16-be"))
_WIDE = b"<\x00"
_HAS_DOCTYPE = QT_TRANSLATE_NOOP(
    "Said", "The message declares a document type; that is refused, because it can do harm."
)


def parsed(data: bytes) -> etree._Element:
    """Return the root of a message, or raise MessageError with what is wrong with it."""
    if len(data) > LARGEST:
        msg = QT_TRANSLATE_NOOP("Said", "The message is larger than {most} MiB.")
        raise MessageError(Said.of(msg, most=LARGEST // 1024 // 1024))
    if _DECLARES.search(_readable(data)):
        raise MessageError(Said.of(_HAS_DOCTYPE))
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        msg = QT_TRANSLATE_NOOP("Said", "The message is not well-formed XML: {reason}.")
        raise MessageError(Said.of(msg, reason=_short(error))) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise MessageError(Said.of(_HAS_DOCTYPE))
    return root


def _readable(data: bytes) -> str:
    """Return the bytes as text in which a declaration of a document type can be seen."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if data.startswith(_WIDE):
        return data.decode("utf-16-le", "replace")
    return data.decode("latin-1")


def _short(error: Exception) -> str:
    """Return what the parser says, without the name that it gives to bytes in memory."""
    return str(error).partition("\n")[0].partition(" (<string>")[0].rstrip(".")[:200]
