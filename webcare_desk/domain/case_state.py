"""A safety case as a state machine: where it stands, what may happen, and for what it waits.

drafted → queued → sent → acknowledged → accepted, not a case or duplicate → closed;
sent → came back → sent again, where the packet did not arrive after all;
rejected → corrected → queued again; new information makes a follow-up of any case that is at PV.
The table is data; `tests/domain/test_case_state.py` walks all of it.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class CaseState(StrEnum):
    """How far a case has come; of several versions the latest one tells."""

    DRAFTED = "drafted"
    QUEUED = "queued"
    SENT = "sent"
    CAME_BACK = "came-back"
    ACKNOWLEDGED = "acknowledged"
    ACCEPTED = "accepted"
    NOT_A_CASE = "not-a-case"
    DUPLICATE = "duplicate"
    REJECTED = "rejected"
    CORRECTED = "corrected"
    FOLLOW_UP = "follow-up"
    CLOSED = "closed"


class CaseEvent(StrEnum):
    """What happens to a case.

    `COME_BACK` is the packet that left and did not arrive; it leaves again by itself.
    `RECEIVE` is the receiver's system taking the report, `ACCEPT`, `REFUSE` (not a case) and
    `DUPLICATE` are PV's decisions, `REJECT` is a report that the receiver cannot use.
    """

    QUEUE = "queue"
    LEAVE = "leave"
    COME_BACK = "come-back"
    RECEIVE = "receive"
    ACCEPT = "accept"
    REFUSE = "refuse"
    DUPLICATE = "duplicate"
    REJECT = "reject"
    CORRECT = "correct"
    FOLLOW_UP = "follow-up"
    CLOSE = "close"


_S, _E = CaseState, CaseEvent
_DECIDED: Final = {
    _E.ACCEPT: _S.ACCEPTED,
    _E.REFUSE: _S.NOT_A_CASE,
    _E.DUPLICATE: _S.DUPLICATE,
}
_ANSWERED: Final = {**_DECIDED, _E.RECEIVE: _S.ACKNOWLEDGED, _E.REJECT: _S.REJECTED}
_DONE: Final = {**_DECIDED, _E.FOLLOW_UP: _S.FOLLOW_UP, _E.CLOSE: _S.CLOSED}
#: What may happen in each state, and what comes of it; anything else is refused.
MOVES: Final[Mapping[CaseState, Mapping[CaseEvent, CaseState]]] = {
    _S.DRAFTED: {_E.QUEUE: _S.QUEUED},
    # PV may have it by another way before the packet leaves.
    _S.QUEUED: {_E.LEAVE: _S.SENT, **_ANSWERED},
    _S.SENT: {**_ANSWERED, _E.COME_BACK: _S.CAME_BACK, _E.FOLLOW_UP: _S.FOLLOW_UP},
    # Anybody can write that a mail came back: what PV answers counts all the same.
    _S.CAME_BACK: {**_ANSWERED, _E.LEAVE: _S.SENT},
    _S.ACKNOWLEDGED: {**_DECIDED, _E.REJECT: _S.REJECTED, _E.FOLLOW_UP: _S.FOLLOW_UP},
    # A person had told of the yes, and then PV's system says that it has not got the report.
    _S.ACCEPTED: {
        **{event: to for event, to in _DONE.items() if event is not _E.ACCEPT},
        _E.REJECT: _S.REJECTED,
    },
    _S.NOT_A_CASE: {event: to for event, to in _DONE.items() if event is not _E.REFUSE},
    _S.DUPLICATE: {event: to for event, to in _DONE.items() if event is not _E.DUPLICATE},
    # PV may have it after all, and still be at work on it.
    _S.REJECTED: {_E.CORRECT: _S.CORRECTED, **_DECIDED, _E.RECEIVE: _S.ACKNOWLEDGED},
    _S.CORRECTED: {_E.QUEUE: _S.QUEUED},
    _S.FOLLOW_UP: {_E.QUEUE: _S.QUEUED},
    _S.CLOSED: {_E.FOLLOW_UP: _S.FOLLOW_UP, _E.REJECT: _S.REJECTED},
}
#: Where a decision of PV stands: said once more with another number, it changes the number alone.
DECIDED: Final = frozenset({_S.ACCEPTED, _S.NOT_A_CASE, _S.DUPLICATE, _S.CLOSED})

#: Where PV has an earlier version than the latest, which is kept back; it may answer that one.
KEPT_BACK: Final = frozenset({_S.FOLLOW_UP, _S.CORRECTED})


class Wait(StrEnum):
    """Which step of the escalation plan has the owners and the clock of a state."""

    FORWARD = "forward"
    ANSWER = "answer"
    DECIDE = "decide"
    CLOSE = "close"


#: In which states the desk waits for what; a closed case waits for nothing.
WAITS: Final[Mapping[CaseState, Wait]] = {
    _S.DRAFTED: Wait.FORWARD,
    _S.QUEUED: Wait.FORWARD,
    _S.CAME_BACK: Wait.FORWARD,
    _S.REJECTED: Wait.FORWARD,
    _S.CORRECTED: Wait.FORWARD,
    _S.FOLLOW_UP: Wait.FORWARD,
    _S.SENT: Wait.ANSWER,
    _S.ACKNOWLEDGED: Wait.DECIDE,
    _S.ACCEPTED: Wait.CLOSE,
    _S.NOT_A_CASE: Wait.CLOSE,
    _S.DUPLICATE: Wait.CLOSE,
}


def after(state: CaseState, event: CaseEvent) -> CaseState | None:
    """Return what comes of an event in a state; None where it cannot happen."""
    return MOVES[state].get(event)
