"""What does not agree with PV's list, in the window's language: its kind, its values, what to do."""

import re
from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from webcare_desk.domain.listed import DiscrepancyKind, Resolution
from webcare_desk.domain.reconciliation import Absence, OpenLine, Reconciliation
from webcare_desk.said import QT_TRANSLATE_NOOP
from webcare_desk.ui.clock import moment

_KINDS: Mapping[DiscrepancyKind, str] = {
    DiscrepancyKind.MISSING_AT_PV: QT_TRANSLATE_NOOP("ReconcileBoard", "Not on PV's list"),
    DiscrepancyKind.UNKNOWN_TO_US: QT_TRANSLATE_NOOP("ReconcileBoard", "Not in our register"),
    DiscrepancyKind.TWICE: QT_TRANSLATE_NOOP("ReconcileBoard", "Twice on PV's list"),
    DiscrepancyKind.OTHER_NUMBER: QT_TRANSLATE_NOOP("ReconcileBoard", "Another number"),
    DiscrepancyKind.SHARED_NUMBER: QT_TRANSLATE_NOOP("ReconcileBoard", "One number for two"),
    DiscrepancyKind.OTHER_STATUS: QT_TRANSLATE_NOOP("ReconcileBoard", "Another decision"),
    DiscrepancyKind.OTHER_TEXT: QT_TRANSLATE_NOOP("ReconcileBoard", "Another text"),
    DiscrepancyKind.UNREAD: QT_TRANSLATE_NOOP("ReconcileBoard", "Cannot be read"),
}
_ADVICE: Mapping[DiscrepancyKind, str] = {
    DiscrepancyKind.MISSING_AT_PV: QT_TRANSLATE_NOOP(
        "ReconcileBoard", "Ask PV, and send it again."
    ),
    DiscrepancyKind.UNKNOWN_TO_US: QT_TRANSLATE_NOOP(
        "ReconcileBoard", "It is no case of this desk: ask PV where it is from."
    ),
    DiscrepancyKind.TWICE: QT_TRANSLATE_NOOP("ReconcileBoard", "Ask PV which line holds."),
    DiscrepancyKind.OTHER_NUMBER: QT_TRANSLATE_NOOP(
        "ReconcileBoard", "Enter PV's number as PV's answer, or ask PV."
    ),
    DiscrepancyKind.SHARED_NUMBER: QT_TRANSLATE_NOOP(
        "ReconcileBoard", "PV keeps two of our cases under this number: ask whether they are one."
    ),
    DiscrepancyKind.OTHER_STATUS: QT_TRANSLATE_NOOP(
        "ReconcileBoard", "Enter PV's answer, or ask PV."
    ),
    DiscrepancyKind.OTHER_TEXT: QT_TRANSLATE_NOOP(
        "ReconcileBoard", "The line is about another text: compare both."
    ),
    DiscrepancyKind.UNREAD: QT_TRANSLATE_NOOP(
        "ReconcileBoard", "Ask PV what the line says, and for a list that can be read."
    ),
}
_ABSENT: Mapping[Absence, str] = {
    Absence.LOST: _ADVICE[DiscrepancyKind.MISSING_AT_PV],
    Absence.NOT_LEFT: QT_TRANSLATE_NOOP(
        "ReconcileBoard", "It has not left this desk, so PV cannot have it: see what holds it."
    ),
    Absence.TAKEN_BACK: QT_TRANSLATE_NOOP(
        "ReconcileBoard",
        "We took this case back: nothing is to be sent. Ask PV whether the nullification arrived.",
    ),
}
_RESOLUTIONS: Mapping[Resolution, str] = {
    Resolution.SENT_AGAIN: QT_TRANSLATE_NOOP("ReconcileBoard", "We sent it again"),
    Resolution.NUMBER_TAKEN: QT_TRANSLATE_NOOP("ReconcileBoard", "We took PV's number"),
    Resolution.STATUS_TAKEN: QT_TRANSLATE_NOOP("ReconcileBoard", "We took PV's decision"),
    Resolution.PV_CORRECTS: QT_TRANSLATE_NOOP("ReconcileBoard", "PV corrects their list"),
    Resolution.NOT_OURS: QT_TRANSLATE_NOOP("ReconcileBoard", "It is not ours"),
    Resolution.SAME_CASE: QT_TRANSLATE_NOOP("ReconcileBoard", "It is the same case"),
    Resolution.NEXT_PERIOD: QT_TRANSLATE_NOOP("ReconcileBoard", "It belongs to the next period"),
}
#: What of a case alone can be done, and what stands ready for each kind.
_OF_A_CASE = frozenset({Resolution.SENT_AGAIN, Resolution.NUMBER_TAKEN, Resolution.STATUS_TAKEN})
_USUAL: Mapping[DiscrepancyKind, Resolution] = {
    DiscrepancyKind.MISSING_AT_PV: Resolution.SENT_AGAIN,
    DiscrepancyKind.UNKNOWN_TO_US: Resolution.NOT_OURS,
    DiscrepancyKind.TWICE: Resolution.SAME_CASE,
    DiscrepancyKind.OTHER_NUMBER: Resolution.NUMBER_TAKEN,
    DiscrepancyKind.SHARED_NUMBER: Resolution.SAME_CASE,
    DiscrepancyKind.OTHER_STATUS: Resolution.STATUS_TAKEN,
    DiscrepancyKind.OTHER_TEXT: Resolution.PV_CORRECTS,
    DiscrepancyKind.UNREAD: Resolution.PV_CORRECTS,
}
#: States of ours and decisions of PV, as the register says them.
_STATUSES: Mapping[str, str] = {
    "drafted": QT_TRANSLATE_NOOP("Register", "drafted"),
    "queued": QT_TRANSLATE_NOOP("Register", "queued"),
    "sent": QT_TRANSLATE_NOOP("Register", "sent"),
    "came-back": QT_TRANSLATE_NOOP("Register", "came back"),
    "acknowledged": QT_TRANSLATE_NOOP("Register", "acknowledged"),
    "received": QT_TRANSLATE_NOOP("Register", "received"),
    "accepted": QT_TRANSLATE_NOOP("Register", "accepted"),
    "not-a-case": QT_TRANSLATE_NOOP("Register", "not a case"),
    "duplicate": QT_TRANSLATE_NOOP("Register", "duplicate"),
    "rejected": QT_TRANSLATE_NOOP("Register", "rejected"),
    "nullified": QT_TRANSLATE_NOOP("Register", "nullified"),
    "corrected": QT_TRANSLATE_NOOP("Register", "corrected"),
    "follow-up": QT_TRANSLATE_NOOP("Register", "follow-up"),
    "closed": QT_TRANSLATE_NOOP("Register", "closed"),
}
_FIELDS = re.compile(r"This row has (\d+) fields where the header has (\d+)\.")
_LINE = re.compile(r"\d+: ")


def kind_words(kind: DiscrepancyKind) -> str:
    """Return what does not agree."""
    return _said(_KINDS[kind])


def advice(line: OpenLine, absence: Absence) -> str:
    """Return what is to be done."""
    is_missing = line.kind is DiscrepancyKind.MISSING_AT_PV
    return _said(_ABSENT[absence] if is_missing else _ADVICE[line.kind])


def choices(line: OpenLine, absence: Absence) -> Sequence[tuple[str, Resolution]]:
    """Return how a line may be settled, the usual way first; what never left was not sent again."""
    barred = _OF_A_CASE if line.case is None else frozenset[Resolution]()
    if absence is not Absence.LOST:
        barred |= {Resolution.SENT_AGAIN}
    fitting = [each for each in _RESOLUTIONS if each not in barred]
    fitting.sort(key=lambda each: each is not _USUAL[line.kind])
    return [(_said(_RESOLUTIONS[each]), each) for each in fitting]


def ours(line: OpenLine) -> str:
    """Return what we have, as a person says it; empty where that is nothing."""
    return _value(line, line.ours or "")


def theirs(line: OpenLine) -> str:
    """Return what PV has; of a line that cannot be read why not."""
    return _value(line, line.theirs or "")


def _value(line: OpenLine, value: str) -> str:
    if line.kind is DiscrepancyKind.OTHER_STATUS and value in _STATUSES:
        return QCoreApplication.translate("Register", _STATUSES[value])
    if line.kind is not DiscrepancyKind.UNREAD:
        return value
    counted = _FIELDS.search(value)
    if counted is None:
        return _LINE.sub("", value, count=1)
    words = _said(QT_TRANSLATE_NOOP("ReconcileBoard", "Fields: {count}; in the header: {columns}"))
    return words.format(count=counted[1], columns=counted[2]) + value[counted.end() :]


def signed_words(found: Reconciliation, counts: str, lines: Sequence[OpenLine]) -> str:
    """Return a comparison as it is signed: its period, its counts, and what did not agree."""
    return "\n".join(_signed(found, counts, lines))


def _signed(found: Reconciliation, counts: str, lines: Sequence[OpenLine]) -> Iterator[str]:
    period = _said(QT_TRANSLATE_NOOP("ReconcileBoard", "Period: {since} – {until}"))
    yield period.format(since=moment(found.since), until=moment(found.until))
    yield counts
    if not lines:
        yield _said(QT_TRANSLATE_NOOP("ReconcileBoard", "Both lists agreed."))
    for line in lines:
        values = (each for each in (ours(line), theirs(line)) if each)
        yield f"– {kind_words(line.kind)}: {' | '.join(values)}"


def _said(source: str) -> str:
    return QCoreApplication.translate("ReconcileBoard", source)
