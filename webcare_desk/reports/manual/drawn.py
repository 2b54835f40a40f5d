"""What a manual draws on paper: diagrams, contents with links, bookmarks and rules.

Imported when first needed (`reportlab`).
"""

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from webcare_desk.pv.typeset import BOLD, REGULAR, Face, wrap
from webcare_desk.reports.manual.diagram import Arrow, Badge, Box, Diagram, Tone, baselines
from webcare_desk.reports.manual.svg import head_of

_ACCENT, _GREY = "#0f6d6a", "#7b8b93"
#: Fill, line, and whether the line is dashed.
_LOOKS = {
    Tone.CLOCK: ("#eef3f4", "#b8c6cb", False),
    Tone.STEP: ("#ffffff", _ACCENT, False),
    Tone.LATE: ("#fff8ee", "#d8ab6b", True),
    Tone.END: ("#e4f2f1", _ACCENT, False),
}
_ENTRY = Face(REGULAR, 10.0)
_ENTRY_HIGH = 19.0


class Drawn(Flowable):
    """A diagram; it never breaks across pages."""

    def __init__(self, diagram: Diagram) -> None:
        """Hold the diagram."""
        super().__init__()
        self._diagram = diagram

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return width and height (reportlab's protocol)."""
        del available_height
        self.width, self.height = available_width, self._diagram.height
        return self.width, self.height

    def draw(self) -> None:
        """Draw the arrows, then the boxes over their ends, then the numbers."""
        for arrow in self._diagram.arrows:
            self._arrow(arrow)
        for box in self._diagram.boxes:
            self._box(box)
        for badge in self._diagram.badges:
            self._badge(badge)

    def _arrow(self, arrow: Arrow) -> None:
        self.canv.setStrokeColor(HexColor(_GREY))
        self.canv.setFillColor(HexColor(_GREY))
        self.canv.setLineWidth(1)
        self.canv.setDash([4, 3] if arrow.dashed else [])
        self.canv.line(arrow.x1, self.height - arrow.y1, arrow.x2, self.height - arrow.y2)
        self.canv.setDash([])
        path = self.canv.beginPath()
        for number, (x, y) in enumerate(head_of(arrow)):
            (path.lineTo if number else path.moveTo)(x, self.height - y)
        path.close()
        self.canv.drawPath(path, stroke=0, fill=1)

    def _box(self, box: Box) -> None:
        fill, line, is_dashed = _LOOKS[box.tone]
        self.canv.setFillColor(HexColor(fill))
        self.canv.setStrokeColor(HexColor(line))
        self.canv.setLineWidth(1)
        self.canv.setDash([4, 3] if is_dashed else [])
        low = self.height - box.y - box.height
        self.canv.roundRect(box.x, low, box.width, box.height, 6, stroke=1, fill=1)
        self.canv.setDash([])
        for x, y, words in baselines(box):
            self.canv.setFont(words.face.font, words.face.size)
            self.canv.setFillColor(HexColor(words.face.colour))
            self.canv.drawString(x, self.height - y, words.text)

    def _badge(self, badge: Badge) -> None:
        self.canv.setFillColor(HexColor(_ACCENT))
        self.canv.circle(badge.x, self.height - badge.y, 11, stroke=0, fill=1)
        self.canv.setFillColor(HexColor("#ffffff"))
        self.canv.setFont(BOLD, 9)
        self.canv.drawCentredString(badge.x, self.height - badge.y - 3.2, badge.text)


class Contents(Flowable):
    """The sections with their pages, each a link."""

    def __init__(self, entries: tuple[tuple[str, str, int], ...]) -> None:
        """Hold `(anchor, title, page)` of each section; page 0 is not known yet."""
        super().__init__()
        self._entries = entries

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return width and height (reportlab's protocol)."""
        del available_height
        self.width, self.height = available_width, _ENTRY_HIGH * len(self._entries)
        return self.width, self.height

    def draw(self) -> None:
        """Draw a line for each section."""
        for number, (anchor, title, page) in enumerate(self._entries, 1):
            y = self.height - number * _ENTRY_HIGH
            self.canv.setStrokeColor(HexColor("#d9e1e4"))
            self.canv.setLineWidth(0.5)
            self.canv.line(0, y, self.width, y)
            self.canv.setFillColor(HexColor(_ACCENT))
            self.canv.setFont(BOLD, _ENTRY.size)
            self.canv.drawString(0, y + 6, str(number))
            self.canv.setFillColor(HexColor(_ENTRY.colour))
            self.canv.setFont(_ENTRY.font, _ENTRY.size)
            self.canv.drawString(26, y + 6, wrap(title, _ENTRY, self.width - 70)[0])
            self.canv.drawRightString(self.width, y + 6, str(page))
            where = (0, y, self.width, y + _ENTRY_HIGH)
            self.canv.linkRect("", anchor, where, relative=1, thickness=0)


class Mark(Flowable):
    """A bookmark that notes its page in `pages`, or a rule in a colour; it takes no room."""

    def __init__(self, anchor: str, title: str, pages: dict[str, int], *, rule: str = "") -> None:
        """Hold the place; without an anchor nothing is marked."""
        super().__init__()
        self._anchor, self._title, self._pages, self._rule = anchor, title, pages, rule

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return width and height (reportlab's protocol)."""
        del available_height
        self.width, self.height = available_width, 0.0
        return self.width, self.height

    def draw(self) -> None:
        """Set the bookmark, draw the rule."""
        if self._anchor:
            self._pages[self._anchor] = self.canv.getPageNumber()
            self.canv.bookmarkPage(self._anchor)
            self.canv.addOutlineEntry(self._title, self._anchor, 0)
        if self._rule:
            self.canv.setStrokeColor(HexColor(self._rule))
            self.canv.setLineWidth(2)
            self.canv.line(0, 0, self.width, 0)
