"""Every act of a person or of the program on the desk; there are no others."""

from typing import Any

from webcare_desk.actions.arrive import (
    ExplainGap,
    Ingest,
    MakeDesk,
    PutProtocolInForce,
    RecordCoverage,
)
from webcare_desk.actions.base import Action, Moment
from webcare_desk.actions.deliver import (
    ClaimDelivery,
    MarkUncertain,
    RecordDelivery,
    RecordFailure,
    RecordVerified,
    RetryDelivery,
)
from webcare_desk.actions.escalate import Acknowledge, Escalate, HandToDeputy
from webcare_desk.actions.inbox import (
    AddNote,
    Assign,
    Claim,
    Classify,
    Close,
    Open,
    Release,
    Reopen,
)
from webcare_desk.actions.outbound import (
    CancelDelivery,
    ChangeVisibility,
    DeleteComment,
    QueueReply,
    SendNow,
)
from webcare_desk.actions.people import (
    AddFirstAdministrator,
    AddModerator,
    LogIn,
    LogOut,
    RecordFailedLogin,
    SetPassword,
    SetRoles,
)

ACTIONS: tuple[type[Action[Any]], ...] = (
    MakeDesk,
    PutProtocolInForce,
    Ingest,
    RecordCoverage,
    ExplainGap,
    Open,
    Claim,
    Release,
    Assign,
    Classify,
    AddNote,
    Close,
    Reopen,
    QueueReply,
    ChangeVisibility,
    DeleteComment,
    CancelDelivery,
    SendNow,
    ClaimDelivery,
    RecordDelivery,
    RecordVerified,
    MarkUncertain,
    RecordFailure,
    RetryDelivery,
    Escalate,
    HandToDeputy,
    Acknowledge,
    AddFirstAdministrator,
    AddModerator,
    SetRoles,
    SetPassword,
    LogIn,
    RecordFailedLogin,
    LogOut,
)

__all__ = [action.__name__ for action in ACTIONS] + ["ACTIONS", "Action", "Moment"]
