"""A comment that a version would call differently, as a line of the backtest shows it."""

from webcare_desk.backtest import Met
from webcare_desk.domain.backtest import Changed, Verdict
from webcare_desk.ui.supervision.listing import Row
from webcare_desk.ui.table import Cell, Tone
from webcare_desk.ui.words import category_word, queue_word, tier_word


def rank_of(changed: Changed) -> tuple[bool, bool, bool]:
    """Return by what the gravest changes stand first."""
    is_crisis = changed.is_new_crisis or changed.is_lost_crisis
    return not is_crisis, not changed.is_found, not changed.is_lost


def row_of(met: Met) -> Row:
    """Return what a comment is called now and would be, in a line."""
    changed = met.changed
    is_danger = changed.is_found or changed.is_lost_crisis
    tone = Tone.DANGER if is_danger else Tone.WARNING if changed.is_lost else Tone.PLAIN
    cells = (
        Cell(str(changed.comment), Tone.FAINT),
        Cell(_short(changed.old, changed.new), Tone.FAINT),
        Cell(_short(changed.new, changed.old), tone),
        Cell(met.text),
    )
    return Row(changed.comment, met, cells)


def _short(said: Verdict, other: Verdict) -> str:
    """Return what differs: the category, and the rest only where that is the same."""
    if said.category is not other.category:
        return category_word(said.category)
    parts = [category_word(said.category)]
    if said.queue is not other.queue:
        parts.append(queue_word(said.queue))
    if said.tier is not other.tier:
        parts.append(tier_word(said.tier))
    return " · ".join(parts)


def verdict_words(said: Verdict) -> str:
    """Return category, tier and queue, each once."""
    parts = (category_word(said.category), tier_word(said.tier), queue_word(said.queue))
    return " · ".join(dict.fromkeys(parts))
