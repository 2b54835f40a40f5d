"""A diagram as SVG inside a page: no script, no font and no picture from elsewhere."""

from collections.abc import Iterator

from webcare_desk.pv.typeset import BOLD
from webcare_desk.reports.manual.diagram import Arrow, Badge, Box, Diagram, baselines
from webcare_desk.reports.plain import escaped

_HEAD = 5.0


def svg_of(diagram: Diagram, words: str) -> str:
    """Return `diagram` as one element; `words` say it to who cannot see it."""
    return "\n".join(
        [
            f'<svg viewBox="-1 -1 {diagram.width + 2:.0f} {diagram.height + 2:.0f}" role="img">',
            f"<title>{escaped(words)}</title>",
            *(_arrow(arrow) for arrow in diagram.arrows),
            *(part for box in diagram.boxes for part in _box(box)),
            *(part for badge in diagram.badges for part in _badge(badge)),
            "</svg>",
        ]
    )


def _box(box: Box) -> Iterator[str]:
    yield (
        f'<rect class="{box.tone}" x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}" '
        f'height="{box.height:.1f}" rx="6"/>'
    )
    for x, y, line in baselines(box):
        weight = ' font-weight="600"' if line.face.font == BOLD else ""
        yield (
            f'<text x="{x:.1f}" y="{y:.1f}" font-size="{line.face.size}" '
            f'fill="{line.face.colour}"{weight}>{escaped(line.text)}</text>'
        )


def _arrow(arrow: Arrow) -> str:
    dash = ' stroke-dasharray="4 3"' if arrow.dashed else ""
    head = " ".join(f"{x:.1f},{y:.1f}" for x, y in head_of(arrow))
    return (
        f'<line x1="{arrow.x1:.1f}" y1="{arrow.y1:.1f}" x2="{arrow.x2:.1f}" y2="{arrow.y2:.1f}"{dash}/>'
        f'<polygon points="{head}"/>'
    )


def head_of(arrow: Arrow) -> tuple[tuple[float, float], ...]:
    """Return the three corners of an arrow's head; arrows go down or to the right."""
    if arrow.x1 == arrow.x2:
        return (
            (arrow.x2, arrow.y2),
            (arrow.x2 - _HEAD * 0.6, arrow.y2 - _HEAD),
            (arrow.x2 + _HEAD * 0.6, arrow.y2 - _HEAD),
        )
    return (
        (arrow.x2, arrow.y2),
        (arrow.x2 - _HEAD, arrow.y2 - _HEAD * 0.6),
        (arrow.x2 - _HEAD, arrow.y2 + _HEAD * 0.6),
    )


def _badge(badge: Badge) -> Iterator[str]:
    yield f'<circle cx="{badge.x:.1f}" cy="{badge.y:.1f}" r="11"/>'
    yield (
        f'<text class="number" x="{badge.x:.1f}" y="{badge.y + 3.2:.1f}" font-size="9" '
        f'text-anchor="middle">{escaped(badge.text)}</text>'
    )
