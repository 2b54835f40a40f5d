"""An escalation plan as shapes: boxes, arrows and words, in points from the top left.

Imported when first needed (`reportlab` measures the words). HTML and PDF draw the same shapes.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from webcare_desk.domain.escalation import EscalationPlan, Step
from webcare_desk.pv.typeset import BOLD, REGULAR, Face, load_fonts, wrap
from webcare_desk.reports.manual.words import many, role_name, said, term

WIDTH = 490.0
_LEFT, _MAIN = 44.0, 246.0
_BADGE = 16.0
_SIDE_X, _SIDE = 340.0, 150.0
_PAD, _GAP, _LEADING = 9.0, 30.0, 1.35
_STRONG = Face(BOLD, 9.0)
_PLAIN = Face(REGULAR, 8.0, "#44555e")
_SMALL = Face(REGULAR, 7.2, "#5b6b74")


class Tone(StrEnum):
    """What a box stands for; each look gives it its colours."""

    CLOCK = "clock"
    STEP = "step"
    LATE = "late"
    END = "end"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words in a face."""

    text: str
    face: Face


@dataclass(frozen=True, slots=True)
class Box:
    """A rounded box with its lines of words."""

    x: float
    y: float
    width: float
    height: float
    tone: Tone
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Arrow:
    """A straight arrow from one point to another; dashed when time alone takes it."""

    x1: float
    y1: float
    x2: float
    y2: float
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Badge:
    """A round number beside a step."""

    x: float
    y: float
    text: str


@dataclass(slots=True)
class Diagram:
    """The shapes of a plan and its size in points."""

    boxes: list[Box] = field(default_factory=list)
    arrows: list[Arrow] = field(default_factory=list)
    badges: list[Badge] = field(default_factory=list)
    width: float = WIDTH
    height: float = 0.0


def diagram_of(plan: EscalationPlan, language: str) -> Diagram:
    """Return the plan drawn from the first sight of a comment to its end."""
    load_fonts()
    found = Diagram()
    clock = _lines((said("diagram_start", language), _PLAIN), width=_MAIN)
    y = _placed(found, Tone.CLOCK, 0.0, clock)
    for number, step in enumerate(plan.steps, 1):
        y = _linked(found, y)
        found.badges.append(Badge(_BADGE, y + _BADGE, str(number)))
        y = _step(found, step, _late(plan, step, language), y, language)
    y = _linked(found, y)
    end = _lines((said("diagram_end", language), _PLAIN), width=_MAIN)
    found.height = _placed(found, Tone.END, y, end) + 1
    return found


def _step(found: Diagram, step: Step, when_late: str, y: float, language: str) -> float:
    """Draw a step with what becomes of it when it is late; return where it ends."""
    within = said("diagram_within", language).format(
        role=role_name(step.owner, language), hours=many(step.hours, "hours", language)
    )
    parts = [(step.title_in(language), _STRONG), (within, _PLAIN)]
    if step.reasons:
        reasons = ", ".join(term(reason.value, language) for reason in step.reasons)
        parts.append((said("diagram_reasons", language).format(reasons=reasons), _SMALL))
    lines = _lines(*parts, width=_MAIN)
    late = _lines((when_late, _SMALL), width=_SIDE)
    height = max(_height(lines), _height(late))
    found.boxes.append(Box(_LEFT, y, _MAIN, height, Tone.STEP, tuple(lines)))
    found.boxes.append(Box(_SIDE_X, y, _SIDE, height, Tone.LATE, tuple(late)))
    middle = y + height / 2
    found.arrows.append(Arrow(_LEFT + _MAIN, middle, _SIDE_X, middle, dashed=True))
    return y + height


def _late(plan: EscalationPlan, step: Step, language: str) -> str:
    last = plan.goes_on
    return said("diagram_late", language).format(
        deputy=role_name(step.deputy, language),
        passes=many(step.passes_after, "hours", language),
        late=many(step.hours, "hours", language),
        next=role_name(last.owner, language),
        after=many(last.hours, "hours", language),
    )


def _linked(found: Diagram, y: float) -> float:
    """Draw the arrow down to the next box; return where that begins."""
    middle = _LEFT + _MAIN / 2
    found.arrows.append(Arrow(middle, y, middle, y + _GAP))
    return y + _GAP


def _placed(found: Diagram, tone: Tone, y: float, lines: list[Line]) -> float:
    height = _height(lines)
    found.boxes.append(Box(_LEFT, y, _MAIN, height, tone, tuple(lines)))
    return y + height


def _lines(*parts: tuple[str, Face], width: float) -> list[Line]:
    room = width - 2 * _PAD
    return [Line(text, face) for words, face in parts for text in wrap(words, face, room)]


def _height(lines: list[Line]) -> float:
    return sum(line.face.size * _LEADING for line in lines) + 2 * _PAD


def baselines(box: Box) -> list[tuple[float, float, Line]]:
    """Return `(x, y, line)` of each line of a box, the lines in its middle."""
    tall = sum(line.face.size * _LEADING for line in box.lines)
    y = box.y + (box.height - tall) / 2
    found = []
    for line in box.lines:
        y += line.face.size * _LEADING
        found.append((box.x + _PAD, y - 0.3 * line.face.size, line))
    return found
