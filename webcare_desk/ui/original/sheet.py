"""The picture of a frozen original: the comment and its thread as words on a white sheet.

The same JSON on the same machine gives the same bytes: a fixed width in pixels, no scaling, no
clock, black on white. Whatever an author wrote is plain text.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QTextCharFormat, QTextCursor, QTextDocument

#: Pixels: the width of every sheet, its margin, and the height at which it is cut.
WIDTH, MARGIN, HIGHEST = 800, 24, 12_000
#: The longest text of one post that is drawn, in characters; the JSON has all of it.
_LONGEST = 20_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_CUT = "[…] The picture ends here; the text of the original goes on in its JSON."


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    is_bold: bool = False
    is_small: bool = False


def draw(original: bytes) -> bytes:
    """Return the PNG of an original; raises ValueError, KeyError or TypeError for what is none."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(MARGIN)
    font = QFont("DejaVu Sans")
    font.setPixelSize(15)
    document.setDefaultFont(font)
    document.setTextWidth(WIDTH)
    cursor = QTextCursor(document)
    for line in _lines(json.loads(original)):
        cursor.insertText(f"{line.text}\n", _look(font, line))
        if document.size().height() > HIGHEST:
            break
    return _png(document)


def _lines(original: dict[str, Any]) -> list[_Line]:
    posts = original["posts"]
    first = [post for post in posts if post["is_subject"]]
    lines = [_Line(f"{original['source']}  {original['link']}", is_small=True)]
    lines.append(_Line(original["title"], is_bold=True))
    for post in first:
        lines += _post(post, is_bold=True)
    if len(posts) > len(first):
        of = f" of {original['posts_in_thread']}" if "posts_in_thread" in original else ""
        lines.append(_Line(f"— {len(posts)}{of} posts in the thread —", is_small=True))
        for post in posts:
            lines += _post(post, is_bold=False)
    return [*lines, _Line(f"{original['cause']} {_time(original['taken_at'])}", is_small=True)]


def _post(post: dict[str, Any], *, is_bold: bool) -> list[_Line]:
    who = f"{post['author']} · {_time(post['posted_at'])}{' · own' if post['is_own'] else ''}"
    text = str(post["text"])
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]} {_CUT}"
    return [_Line(who, is_small=True), _Line(shown, is_bold=is_bold), _Line("")]


def _time(moment: int) -> str:
    return f"{_EPOCH + timedelta(microseconds=moment):%Y-%m-%d %H:%M:%S} UTC"


def _look(font: QFont, line: _Line) -> QTextCharFormat:
    look, used = QTextCharFormat(), QFont(font)
    used.setBold(line.is_bold)
    used.setPixelSize(12 if line.is_small else 15)
    look.setFont(used)
    return look


def _png(document: QTextDocument) -> bytes:
    wanted = int(document.size().height()) + 1
    height = min(wanted, HIGHEST)
    image = QImage(WIDTH, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    document.drawContents(painter)
    if wanted > HIGHEST:
        painter.fillRect(0, height - 2 * MARGIN, WIDTH, 2 * MARGIN, Qt.GlobalColor.white)
        painter.drawText(MARGIN, height - MARGIN, _CUT)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.convertToFormat(QImage.Format.Format_Grayscale8).save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
