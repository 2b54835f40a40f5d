"""Markup into plain text, and any text into text that every store can hold.

Nothing an author wrote may get lost here: a sign of an adverse event that
disappears with a broken tag is missed for good. A `<` that opens no complete
tag of HTML, as in `<koorts>`, is therefore a character like any other.
"""

import re
from html.parser import HTMLParser

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_UNSTORABLE = re.compile(r"\r\n?|[\x00\ud800-\udfff]")
_BLANKS = re.compile(r"[ \t\n\f\r]+")
_EDGES = re.compile(r" ?\n ?")
_EMPTY_LINES = re.compile(r"\n{3,}")

_BLOCKS = (
    "address|article|aside|blockquote|br|dd|details|div|dl|dt|fieldset|figcaption|figure|footer"
    "|form|h[1-6]|header|hr|legend|main|nav|ol|p|pre|section|summary|table|tr|ul"
)
_INLINE = (
    "a|abbr|audio|b|bdi|bdo|big|body|button|caption|center|cite|code|col|colgroup|del|dfn|em|embed"
    "|font|head|html|i|iframe|img|input|ins|kbd|label|li|link|mark|meta|object|option|param|path"
    "|picture|q|rp|rt|ruby|s|samp|script|select|small|source|span|strike|strong|style|sub|sup|svg"
    "|tbody|td|textarea|tfoot|th|thead|time|title|tt|u|var|video|wbr"
)
_LINE = re.compile(_BLOCKS)
_STRAY = re.compile(rf"<(?!/?(?:{_BLOCKS}|{_INLINE})(?![\w-])[^<>]*>)", re.IGNORECASE)
_CELLS = frozenset({"td", "th", "option", "button"})
_HIDDEN = frozenset({"script", "style"})


def storable(text: str) -> str:
    """Return `text` with LF line ends, without NULs and lone surrogates.

    Everything else stays: bidirectional overrides and zero-width characters
    are evidence. A NUL becomes U+2400, a lone surrogate U+FFFD.
    """
    return _UNSTORABLE.sub(_replacement, text)


def text_of_html(markup: str) -> str:
    """Return the plain text of an HTML fragment.

    Blocks and line breaks become line breaks, list items start with a dash,
    images give their alternative text; scripts, styles and comments go.
    """
    reader = _Reader()
    reader.feed(_escape_stray(markup.replace("\0", "␀")))
    reader.close()
    return storable(_tidy(reader.text()))


def _replacement(found: re.Match[str]) -> str:
    if found[0].startswith("\r"):
        return "\n"
    return "␀" if found[0] == "\0" else "\ufffd"


def _escape_stray(markup: str) -> str:
    # Behind the last `-->` no comment can end, so `<!--` is text there. Each
    # step is linear: a megabyte of `<` or `<!--` takes no longer than prose.
    head, end, tail = markup.rpartition("-->")
    return _STRAY.sub("&lt;", _COMMENT.sub("", head + end) + tail)


def _tidy(text: str) -> str:
    return _EMPTY_LINES.sub("\n\n", _EDGES.sub("\n", re.sub(" {2,}", " ", text))).strip(" \n")


class _Reader(HTMLParser):
    """Collects the text; what stands in a script is kept back until it ends."""

    # The parser's own script mode swallows the rest of an unclosed script.
    CDATA_CONTENT_ELEMENTS = ()  # type: ignore[misc]  # it is read through self
    RCDATA_CONTENT_ELEMENTS = ()  # type: ignore[misc]  # the same

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._kept_back: list[str] = []
        self._inside: str | None = None

    def text(self) -> str:
        """Return all text; that of an unclosed script too."""
        return "".join((*self._parts, *self._kept_back))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._inside is None and tag in _HIDDEN:
            self._inside = tag
        elif tag == "li":
            self._add("\n- ")
        elif tag == "img":
            self._add(dict(attrs).get("alt") or "")
        else:
            self._separate(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self._inside = None
            self._kept_back.clear()
        else:
            self._separate(tag)

    def handle_data(self, data: str) -> None:
        self._add(_BLANKS.sub(" ", data))

    def _separate(self, tag: str) -> None:
        if _LINE.fullmatch(tag):
            self._add("\n")
        elif tag in _CELLS:
            self._add(" ")

    def _add(self, part: str) -> None:
        (self._parts if self._inside is None else self._kept_back).append(part)
