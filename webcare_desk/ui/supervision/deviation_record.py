"""A deviation as it is read and signed: what happened, why, what was done, and whether it worked."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from webcare_desk.domain.deviation import Deviation, Measure
from webcare_desk.said import QT_TRANSLATE_NOOP
from webcare_desk.ui.clock import left, moment
from webcare_desk.ui.supervision.words import word
from webcare_desk.ui.timeline.sentences import who

_CAUSE = QT_TRANSLATE_NOOP("DeviationBoard", "Cause")
_MEASURES = QT_TRANSLATE_NOOP("DeviationBoard", "Measures")
_ASKED = QT_TRANSLATE_NOOP("DeviationBoard", "Did they work?")
_WORKED = QT_TRANSLATE_NOOP("DeviationBoard", "They worked")
_FAILED = QT_TRANSLATE_NOOP("DeviationBoard", "They did not work")

Names = Mapping[str, str]


def record_lines(
    item: Deviation, about: Sequence[str], measures: Sequence[Measure], names: Names, now: int
) -> list[str]:
    """Return all that was said of a deviation, with who said it and when; `about` what it is of."""
    opened = (word(item.kind), moment(item.opened_at), who(item.opened_by, names))
    done = [line for each in measures for line in _measure(each, names, now)]
    return [
        item.title,
        _joined(*opened),
        *about,
        *("", _said(_CAUSE), item.cause or "–"),
        *("", _said(_MEASURES), *(done or ["–"])),
        *("", _said(_ASKED), *_effect(item, names)),
    ]


def effect_word(*, is_effective: bool) -> str:
    """Return whether the measures worked, in words."""
    return _said(_WORKED if is_effective else _FAILED)


def _measure(measure: Measure, names: Names, now: int) -> Iterator[str]:
    """Yield what is to be done, by whom and until when; once it is done, what came of it."""
    mark, owner = "✓" if measure.done_at else "○", who(measure.owner, names)
    end = "" if measure.done_at else f"; {left(measure.due_at, now).text}"
    yield f"{mark} {word(measure.kind)}: {measure.what}  ({owner}{end})"
    if measure.done_at is not None:
        by = who(measure.done_by or "", names)
        yield f"    {_joined(measure.result or '–', moment(measure.done_at), by)}"


def _effect(item: Deviation, names: Names) -> Iterator[str]:
    """Yield yes or no before the words: they may say neither."""
    if item.is_effective is None or item.effect_at is None:
        yield from ("–", *filter(None, (item.effect,)))
        return
    said = effect_word(is_effective=item.is_effective)
    yield _joined(said, moment(item.effect_at), who(item.effect_by or "", names))
    yield item.effect or "–"


def _joined(*parts: str) -> str:
    return "  ·  ".join(parts)


def _said(source: str) -> str:
    return QCoreApplication.translate("DeviationBoard", source)
