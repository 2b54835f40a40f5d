"""The acts on safety cases, in one place: `actions.cases.AddVersion` and its kin.

The window and the commands call `webcare_desk.casebook`, which makes these.
"""

from webcare_desk.actions.case_answer import (
    Judged,
    ReceiveAcknowledgement,
    RecordAcknowledgement,
    Told,
)
from webcare_desk.actions.case_old import ClockOldCase, TakeUpOldCase
from webcare_desk.actions.case_said import RecordAnswer
from webcare_desk.actions.case_version import AddVersion, AlarmCase, CloseCase, QueueVersion
from webcare_desk.actions.inquire import AskPoster
from webcare_desk.actions.inquire_end import AlarmInquiry, EndInquiry
from webcare_desk.actions.likeness import JudgeLikeness
from webcare_desk.actions.reconcile import (
    RecordPvSignature,
    RecordReconciliation,
    ResolveDiscrepancy,
    SignReconciliation,
)

__all__ = [
    "AddVersion",
    "AlarmCase",
    "AlarmInquiry",
    "AskPoster",
    "ClockOldCase",
    "CloseCase",
    "EndInquiry",
    "JudgeLikeness",
    "Judged",
    "QueueVersion",
    "ReceiveAcknowledgement",
    "RecordAcknowledgement",
    "RecordAnswer",
    "RecordPvSignature",
    "RecordReconciliation",
    "ResolveDiscrepancy",
    "SignReconciliation",
    "TakeUpOldCase",
    "Told",
]
