"""How the window looks: colours for light and dark, spacings, the marks of the categories.

The hues are those of Okabe and Ito ("Color Universal Design", 2008), darkened
or lightened until text in them reaches WCAG 2.2 AA; a shape and a word always
go with a colour.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

from webcare_desk.domain.finding import Category
from webcare_desk.domain.inbox import Queue

#: Spacings in pixels; nothing in the window uses another.
XS, S, M, L, XL = 4, 8, 12, 16, 24
ROW_HEIGHT = 64
TARGET = 28  # the smallest thing to press, in pixels (WCAG 2.5.8 asks for 24)
TEXT_WIDTH = 680  # the longest line of a body, in pixels
SMALL, NORMAL, BODY, TITLE, QUESTION, LARGE = 9.0, 10.0, 11.5, 13.0, 16.0, 20.0  # points


@dataclass(frozen=True, slots=True)
class Colours:
    """Every colour of one theme, as `#rrggbb`."""

    is_dark: bool
    window: str  # behind the panes
    surface: str  # lists and texts
    raised: str  # buttons, fields, cards
    hover: str
    selection: str
    line: str  # hairlines between the panes
    edge: str  # the outline of fields and buttons: 3:1 on what is behind
    text: str
    faint: str  # times, sources, hints: still AA
    accent: str
    on_accent: str
    danger: str
    warning: str
    good: str
    note: str  # behind a private note
    crisis: str
    safety: str
    quality: str
    question: str
    other: str
    event: str
    product: str
    person: str
    cue: str


LIGHT = Colours(
    is_dark=False,
    window="#f4f5f7",
    surface="#ffffff",
    raised="#ffffff",
    hover="#eceff3",
    selection="#dfeaf4",
    line="#e0e3e8",
    edge="#7d8490",
    text="#1b1f26",
    faint="#59616e",
    accent="#00639c",
    on_accent="#ffffff",
    danger="#b03a00",
    warning="#835600",
    good="#00684c",
    note="#fdf6dc",
    crisis="#a8004e",
    safety="#b84a00",
    quality="#7d5a00",
    question="#00639c",
    other="#59616e",
    event="#b84a00",
    product="#00639c",
    person="#00684c",
    cue="#94407a",
)
DARK = Colours(
    is_dark=True,
    window="#15181d",
    surface="#1c2026",
    raised="#262b33",
    hover="#2a3039",
    selection="#24394c",
    line="#2d333c",
    edge="#7c8694",
    text="#e8ebef",
    faint="#a3acb8",
    accent="#66bdf0",
    on_accent="#0b1620",
    danger="#ff9a66",
    warning="#e8b84a",
    good="#4fc9a3",
    note="#332d19",
    crisis="#ff8dbb",
    safety="#ff9a52",
    quality="#e8c04a",
    question="#66bdf0",
    other="#a3acb8",
    event="#ff9a52",
    product="#66bdf0",
    person="#4fc9a3",
    cue="#dd93c0",
)


class Shape(StrEnum):
    """The forms of the marks; each is told from the others without colour."""

    BANGS = "bangs"
    TRIANGLE = "triangle"
    HOLLOW_TRIANGLE = "hollow-triangle"
    DIAMOND = "diamond"
    HOLLOW_DIAMOND = "hollow-diamond"
    DISC = "disc"
    RING = "ring"
    HOURGLASS = "hourglass"
    TICK = "tick"
    SQUARE = "square"
    PERSON = "person"
    QUESTION = "question"
    CROSS = "cross"


def is_dark() -> bool:
    """Say whether the window is dark now."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return window.lightness() < 128  # noqa: PLR2004 - half of Qt's 0 to 255


def colours() -> Colours:
    """Return the colours of the theme in use."""
    return DARK if is_dark() else LIGHT


def font(points: float = NORMAL, *, bold: bool = False) -> QFont:
    """Return the window's font at a size; text grows with the size of the person's desktop."""
    made = QFont(QGuiApplication.font())
    made.setPointSizeF(points * scale())
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def scale() -> float:
    """Return how much larger than 10 points the desktop's own font is."""
    return max(QGuiApplication.font().pointSizeF() / NORMAL, 1.0)


def palette_of(chosen: Colours) -> QPalette:
    """Return Qt's palette for a theme, for what no style sheet reaches."""
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, colour in (
        (roles.Window, chosen.window),
        (roles.WindowText, chosen.text),
        (roles.Base, chosen.surface),
        (roles.AlternateBase, chosen.window),
        (roles.Text, chosen.text),
        (roles.Button, chosen.raised),
        (roles.ButtonText, chosen.text),
        (roles.ToolTipBase, chosen.raised),
        (roles.ToolTipText, chosen.text),
        (roles.PlaceholderText, chosen.faint),
        (roles.Highlight, chosen.accent),
        (roles.HighlightedText, chosen.on_accent),
        (roles.Link, chosen.accent),
        (roles.Mid, chosen.edge),
    ):
        palette.setColor(role, QColor(colour))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(chosen.edge))
    return palette


def queue_mark(queue: Queue) -> tuple[Shape, str]:
    """Return the shape of a queue and its colour in the theme in use."""
    now = colours()
    return {
        Queue.CRISIS: (Shape.BANGS, now.crisis),
        Queue.SAFETY: (Shape.TRIANGLE, now.safety),
        Queue.QUALITY: (Shape.DIAMOND, now.quality),
        Queue.QUESTION: (Shape.DISC, now.question),
        Queue.OTHER: (Shape.RING, now.other),
        Queue.WAITING: (Shape.HOURGLASS, now.accent),
        Queue.DONE: (Shape.TICK, now.good),
    }[queue]


def category_mark(category: Category) -> tuple[Shape, str]:
    """Return the shape of a category and its colour in the theme in use."""
    now = colours()
    special = {
        Category.CRISIS: (Shape.BANGS, now.crisis),
        Category.QUALITY: (Shape.DIAMOND, now.quality),
        Category.COMPLAINT: (Shape.DIAMOND, now.quality),
        Category.CHECK: (Shape.QUESTION, now.safety),
        Category.MISINFORMATION: (Shape.HOLLOW_DIAMOND, now.quality),
        Category.PRIVACY: (Shape.SQUARE, now.danger),
        Category.MEDICAL_QUESTION: (Shape.DISC, now.question),
        Category.INFORMATION: (Shape.DISC, now.question),
        Category.SPAM: (Shape.RING, now.other),
        Category.THANKS: (Shape.RING, now.other),
        Category.NONE: (Shape.RING, now.other),
    }
    return special.get(category, (Shape.TRIANGLE, now.safety))
