"""Why a comment may not be erased: it is held, PV was told of it, or it is still worked on."""

from webcare_desk.actions.late import RecordLate
from webcare_desk.domain.erasure import Retention, RetentionClass, quotes, years_after
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.reply import UNDER_WAY, Delivery, DeliveryState
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store.base import LogFilter, Reads

_ENTRIES = 10_000


def told_by_hand(read: Reads, comment: int) -> list[tuple[int, int]]:
    """Return when PV was told of a comment without the desk, and the document of what was said."""
    about = read.entries(LogFilter(subject=comment, action=RecordLate.name), None, _ENTRIES)
    return [(int(str(each.detail["done_at"])), int(str(each.detail["document"]))) for each in about]


def why_kept(read: Reads, comment: int, at: int, retention: Retention) -> Said | None:
    """Return why a comment may not be erased at `at`, as a sentence; None if it may.

    What PV was told of is kept for as long as `retention` says, whoever asks.
    """
    years = retention.years(RetentionClass.SAFETY)
    if read.work(comment) is None:
        nowhere = QT_TRANSLATE_NOOP("Said", "Comment {comment} is not on this desk.")
        return Said.of(nowhere, comment=comment)
    if read.is_erased(comment):
        gone = QT_TRANSLATE_NOOP("Said", "Comment {comment} was erased already.")
        return Said.of(gone, comment=comment)
    return (
        _as_held(read, comment)
        or _as_safety_case(read, comment, at, years)
        or _as_answered(read, comment, at, years)
        or _as_frozen(read, comment, at, years)
        or _as_open_work(read, comment)
    )


def _as_answered(read: Reads, comment: int, at: int, years: int) -> Said | None:
    """Say that an answer of the desk, which would go with it, is itself to be kept."""
    goes_with = QT_TRANSLATE_NOOP(
        "Said", "The desk's answer {answer} goes with comment {comment}. {why}"
    )
    for answer in read.answers_to(comment):
        why = _as_safety_case(read, answer, at, years) or _as_open_work(read, answer)
        if why is not None:
            return Said.of(goes_with, answer=answer, comment=comment, why=why)
    return None


def why_answer_kept(read: Reads, number: int) -> Said | None:
    """Return why an answer of PV may not be erased by itself, as a sentence; None if it may."""
    answer = read.case_answer(number)
    if answer is None:
        nowhere = QT_TRANSLATE_NOOP("Said", "Answer {answer} of PV is not on this desk.")
        return Said.of(nowhere, answer=number)
    if answer.case is not None:
        placed = QT_TRANSLATE_NOOP(
            "Said", "Answer {answer} of PV is about case {case}: it goes with the case's comment."
        )
        return Said.of(placed, answer=number, case=answer.case)
    if answer.report is None:  # without a case it names a report, or an empty one
        gone = QT_TRANSLATE_NOOP("Said", "Answer {answer} of PV was erased already.")
        return Said.of(gone, answer=number)
    for each in read.answers_with(answer.digest):  # one file may hold several messages
        if each.case is not None and read.case_document(each.evidence):
            shared = QT_TRANSLATE_NOOP(
                "Said",
                "The file of answer {answer} of PV came for case {case}, too: it goes with the "
                "comment of that.",
            )
            return Said.of(shared, answer=number, case=each.case)
    return None


def _as_held(read: Reads, comment: int) -> Said | None:
    """Say that it is held, or an answer of the desk that would go with it."""
    held = QT_TRANSLATE_NOOP(
        "Said",
        "Comment {comment} is held for the law (GDPR {basis}): "
        "where it has ended, lift the hold first (Comment → Legal hold…, or `erase lift`).",
    )
    for hold in read.holds_on(comment):
        return Said.of(held, comment=comment, basis=hold.basis.value)
    answered = QT_TRANSLATE_NOOP(
        "Said",
        "The desk's answer {answer} to comment {comment} is held for the law (GDPR {basis}): "
        "where it has ended, lift the hold first (Comment → Legal hold…, or `erase lift`).",
    )
    for answer in read.answers_to(comment):
        for hold in read.holds_on(answer):
            return Said.of(answered, comment=comment, answer=answer, basis=hold.basis.value)
    return None


def _as_safety_case(read: Reads, comment: int, at: int, years: int) -> Said | None:
    """Say that PV was told of it, or that its words stand in what PV was told."""
    is_case = QT_TRANSLATE_NOOP(
        "Said",
        "Comment {comment} is a safety case that PV was told of: it is kept "
        "(GDPR Art. 17(3)(b) and (c); Reg. (EU) 520/2012 Art. 12).",
    )
    is_quoted = QT_TRANSLATE_NOOP(
        "Said",
        "The words of comment {comment} stand in the packet of comment {other}, a safety "
        "case: they are kept (GDPR Art. 17(3)(b) and (c)).",
    )
    texts = [revision.text for revision in read.revisions(comment)]
    by_hand = [(comment, told_at, "") for told_at, _ in told_by_hand(read, comment)]
    for told, told_at, case in [*read.packets_beside(comment), *by_hand]:
        if years_after(told_at, years) <= at:
            continue
        if told == comment:
            return Said.of(is_case, comment=comment)
        if quotes(case, texts):
            return Said.of(is_quoted, comment=comment, other=told)
    return None


def _as_frozen(read: Reads, comment: int, at: int, years: int) -> Said | None:
    """Say that it stands in the frozen original of another comment, which is kept itself."""
    for other in read.frozen_with(comment):
        for hold in read.holds_on(other):
            held = QT_TRANSLATE_NOOP(
                "Said",
                "Comment {comment} stands in the frozen original of comment {other}, "
                "which is held for the law (GDPR {basis}): it is kept.",
            )
            return Said.of(held, comment=comment, other=other, basis=hold.basis.value)
        if any(years_after(told_at, years) > at for told_at in _times_told(read, other)):
            frozen = QT_TRANSLATE_NOOP(
                "Said",
                "Comment {comment} stands in the frozen original of comment {other}, "
                "a safety case: it is kept (GDPR Art. 17(3)(b) and (c)).",
            )
            return Said.of(frozen, comment=comment, other=other)
    return None


def _times_told(read: Reads, comment: int) -> list[int]:
    """Return when PV was told of a comment, each version of its cases too."""
    told = [each.recognised_at for each in read.escalations_of(comment)]
    told += [
        version.made_at
        for each in read.escalations_of(comment)
        for version in read.case_versions(each.id)
    ]
    return told + [told_at for told_at, _ in told_by_hand(read, comment)]


def _as_open_work(read: Reads, comment: int) -> Said | None:
    work = read.work(comment)
    if work is not None and work.queue is not Queue.DONE:
        still = QT_TRANSLATE_NOOP("Said", "Comment {comment} is still worked on: close it first.")
        return Said.of(still, comment=comment)
    if any(_is_under_way(delivery) for delivery in read.deliveries_of(comment)):
        leaving = QT_TRANSLATE_NOOP(
            "Said", "Something about comment {comment} is still on its way out; wait for it."
        )
        return Said.of(leaving, comment=comment)
    return None


def _is_under_way(delivery: Delivery) -> bool:
    """Say whether it still needs its words; what went to PV or quality is not read back."""
    is_told = delivery.kind.is_mail and delivery.state is DeliveryState.SENT
    return delivery.state in UNDER_WAY and not is_told
