"""Every act of a person or of the program on the desk; there are no others."""

from typing import Any

from webcare_desk.actions import cases
from webcare_desk.actions.again import EndPassword, HoldAgain, TakeAgain
from webcare_desk.actions.alarm import AlarmComment
from webcare_desk.actions.anchor import (
    KeepAnchor,
    MakeAnchor,
    RecordAnchor,
    RecordAnchorFailure,
)
from webcare_desk.actions.answers import KeepAnswerPlace
from webcare_desk.actions.approve import Approve, Ask, Decline, Withdraw
from webcare_desk.actions.arrive import (
    ExplainGap,
    Ingest,
    MakeDesk,
    PutProtocolInForce,
    RecordCoverage,
)
from webcare_desk.actions.awareness import day_zero
from webcare_desk.actions.backup import RecordBackup, RestoreBackup
from webcare_desk.actions.base import Action, Moment
from webcare_desk.actions.close import Close, owes_decision
from webcare_desk.actions.complain import tells_quality
from webcare_desk.actions.configure import RecordSettings
from webcare_desk.actions.deliver import (
    ClaimDelivery,
    MarkUncertain,
    RecordDelivery,
    RecordFailure,
    RecordVerified,
)
from webcare_desk.actions.deviation import (
    AddMeasure,
    CheckEffect,
    CloseDeviation,
    ExplainDeviation,
    FinishMeasure,
    OpenDeviation,
)
from webcare_desk.actions.disclose import ExportForm, ExportLog
from webcare_desk.actions.done import begins, done_steps, plan_steps
from webcare_desk.actions.entering import (
    Lock,
    LockCause,
    LogIn,
    Unlock,
)
from webcare_desk.actions.erase import Erase, LiftHold, RecordScrub, SetHold
from webcare_desk.actions.escalate import Escalate, HandOver
from webcare_desk.actions.freeze import KeepPicture
from webcare_desk.actions.hints import ConfirmHint
from webcare_desk.actions.hurry import SendNow
from webcare_desk.actions.inbox import (
    AddNote,
    Assign,
    Claim,
    Classify,
    Open,
    Release,
    Reopen,
    is_lowered,
    may_claim,
    needs_decision,
)
from webcare_desk.actions.late import RecordLate
from webcare_desk.actions.learning import RefitScreening, SetLearning, UseCorrection
from webcare_desk.actions.leave import LeaveProposal
from webcare_desk.actions.leaving import EndLeftSession, EndSession, LogOut
from webcare_desk.actions.linked import filed_as
from webcare_desk.actions.log_key import ContinueAfterFork, RotateKey
from webcare_desk.actions.move import RecordMove
from webcare_desk.actions.outbound import (
    ChangeVisibility,
    DeleteComment,
    QueueReply,
)
from webcare_desk.actions.people import (
    AddFirstAdministrator,
    AddModerator,
    DropCode,
    EnrolCode,
    SetPassword,
    SetRoles,
)
from webcare_desk.actions.policy import SetEntryRules, SetTrainingRules
from webcare_desk.actions.pv_way import SeePvWay
from webcare_desk.actions.quality import CheckDecision, DrawChecks
from webcare_desk.actions.read import Read
from webcare_desk.actions.recall import CancelDelivery
from webcare_desk.actions.restored import ConfirmRestore
from webcare_desk.actions.retry import RetryDelivery, retry_right
from webcare_desk.actions.review import ConcludeReview, JudgeEntry, OpenReview
from webcare_desk.actions.rewording import put_off_none, reply_from
from webcare_desk.actions.sign import LockSigning, RecordSignature
from webcare_desk.actions.step import RecordStep
from webcare_desk.actions.take_up import DUE as RECHECK_DUE
from webcare_desk.actions.take_up import RECHECK, RecordRecheck, TakeUp
from webcare_desk.actions.training import BeginTest, Certify, FinishTest
from webcare_desk.actions.tries import RecordFailedLogin, SeeAlert
from webcare_desk.actions.with_pv import is_with_pv, known_case

#: Every action that is imported here, or among the acts on safety cases, by its name.
ACTIONS: tuple[type[Action[Any]], ...] = tuple(
    sorted(
        {
            each
            for each in (*globals().values(), *vars(cases).values())
            if isinstance(each, type) and issubclass(each, Action) and each is not Action
        },
        key=lambda each: each.name,
    )
)

__all__ = [
    "ACTIONS",
    "RECHECK",
    "RECHECK_DUE",
    "Action",
    "AddFirstAdministrator",
    "AddMeasure",
    "AddModerator",
    "AddNote",
    "AlarmComment",
    "Approve",
    "Ask",
    "Assign",
    "BeginTest",
    "CancelDelivery",
    "Certify",
    "ChangeVisibility",
    "CheckDecision",
    "CheckEffect",
    "Claim",
    "ClaimDelivery",
    "Classify",
    "Close",
    "CloseDeviation",
    "ConcludeReview",
    "ConfirmHint",
    "ConfirmRestore",
    "ContinueAfterFork",
    "Decline",
    "DeleteComment",
    "DrawChecks",
    "DropCode",
    "EndLeftSession",
    "EndPassword",
    "EndSession",
    "EnrolCode",
    "Erase",
    "Escalate",
    "ExplainDeviation",
    "ExplainGap",
    "ExportForm",
    "ExportLog",
    "FinishMeasure",
    "FinishTest",
    "HandOver",
    "HoldAgain",
    "Ingest",
    "JudgeEntry",
    "KeepAnchor",
    "KeepAnswerPlace",
    "KeepPicture",
    "LeaveProposal",
    "LiftHold",
    "Lock",
    "LockCause",
    "LockSigning",
    "LogIn",
    "LogOut",
    "MakeAnchor",
    "MakeDesk",
    "MarkUncertain",
    "Moment",
    "Open",
    "OpenDeviation",
    "OpenReview",
    "PutProtocolInForce",
    "QueueReply",
    "Read",
    "RecordAnchor",
    "RecordAnchorFailure",
    "RecordBackup",
    "RecordCoverage",
    "RecordDelivery",
    "RecordFailedLogin",
    "RecordFailure",
    "RecordLate",
    "RecordMove",
    "RecordRecheck",
    "RecordScrub",
    "RecordSettings",
    "RecordSignature",
    "RecordStep",
    "RecordVerified",
    "RefitScreening",
    "Release",
    "Reopen",
    "RestoreBackup",
    "RetryDelivery",
    "RotateKey",
    "SeeAlert",
    "SeePvWay",
    "SendNow",
    "SetEntryRules",
    "SetHold",
    "SetLearning",
    "SetPassword",
    "SetRoles",
    "SetTrainingRules",
    "TakeAgain",
    "TakeUp",
    "Unlock",
    "UseCorrection",
    "Withdraw",
    "begins",
    "cases",
    "day_zero",
    "done_steps",
    "filed_as",
    "is_lowered",
    "is_with_pv",
    "known_case",
    "may_claim",
    "needs_decision",
    "owes_decision",
    "plan_steps",
    "put_off_none",
    "reply_from",
    "retry_right",
    "tells_quality",
]
