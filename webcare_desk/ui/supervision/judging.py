"""An entry that a review points to: read with what bars a person from judging it, and told."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from webcare_desk.actions.review import acted_in, why_not_judge
from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.question import ReviewQuestion
from webcare_desk.domain.review import ReviewHit, Verdict, by_entry
from webcare_desk.said import Said
from webcare_desk.store.base import Reads
from webcare_desk.ui.audit.told import told_briefly
from webcare_desk.ui.clock import moment
from webcare_desk.ui.said import said_words
from webcare_desk.ui.supervision.listing import Row
from webcare_desk.ui.supervision.words import word
from webcare_desk.ui.table import Cell, Tone
from webcare_desk.ui.timeline.sentences import sentence, who


@dataclass(frozen=True, slots=True)
class Asked:
    """An entry with the questions that point to it, for a person whose act it is or not.

    `why_not` says why the person does not judge it; None where he does.
    """

    hit: ReviewHit
    entry: AuditEntry
    questions: tuple[ReviewQuestion, ...]
    is_own: bool
    why_not: Said | None


def read_asked(read: Reads, review: int, by: str) -> tuple[Asked, ...]:
    """Return the entries of a review; not for the thread of the window."""
    return tuple(
        Asked(
            hit,
            read.entries_after(hit.entry - 1, 1)[0],
            questions,
            by in acted_in(read, (hit,)),
            why_not_judge(read, hit, by),
        )
        for hit, questions in by_entry(read.review_hits(review))
    )


def row_of(asked: Asked, names: Mapping[str, str]) -> Row:
    """Return an entry as a row; one with words of a finding is never green."""
    hit, verdict = asked.hit, Cell("–", Tone.FAINT)
    if hit.verdict is not None:
        good = Tone.WARNING if hit.remark else Tone.GOOD
        tone = good if hit.verdict is Verdict.IN_ORDER else Tone.DANGER
        verdict = Cell(word(hit.verdict), tone)
    said = Cell(sentence(asked.entry, names))
    why = Cell("; ".join(map(word, asked.questions)), Tone.FAINT)
    return Row(hit.entry, asked, (Cell(str(hit.entry)), why, said, verdict))


def lines_of(asked: Asked, names: Mapping[str, str], *, is_judged_here: bool) -> list[str]:
    """Return an entry in full; `is_judged_here` where the reader oversees and the review is open."""
    hit = asked.hit
    lines = [*map(word, asked.questions), "", told_briefly(asked.entry, names)]
    if hit.remark:
        lines = [f"⚠ {hit.remark}", "", *lines]
    if hit.judged_by is not None and hit.judged_at is not None:
        judged = QCoreApplication.translate("ReviewBoard", "Judged by {who}, {time}")
        name = who(hit.judged_by, names)
        lines += ["", judged.format(who=name, time=moment(hit.judged_at))]
    if is_judged_here and asked.why_not is not None:
        lines += ["", f"→ {said_words(asked.why_not)}"]
    elif is_judged_here and asked.is_own:
        alone = QCoreApplication.translate(
            "ReviewBoard", "Nobody without a part in it oversees this desk: the log says so."
        )
        lines += ["", f"→ {alone}"]
    return lines
