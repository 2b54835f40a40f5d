"""A QR code of a short text, with as little error correction as a screen needs."""

from webcare_desk.errors import UsageError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

#: Bytes that still make a picture of the size of a dialog; a link to a key has about 110.
_LONGEST = 230


def modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """Return the rows of the code, dark modules as True; UsageError for a long text."""
    from reportlab.graphics.barcode.qrencoder import (  # one dialog needs it
        QRCode,
        QRErrorCorrectLevel,
    )

    if len(text.encode("utf-8")) > _LONGEST:
        msg = Said.of(QT_TRANSLATE_NOOP("Said", "The text is too long for a QR code."))
        raise UsageError(msg)
    code = QRCode(None, QRErrorCorrectLevel.L)
    code.addData(text)
    code.make()
    return tuple(tuple(bool(cell) for cell in row) for row in code.modules)
