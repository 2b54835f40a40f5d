"""What a request asks for, as both persons read it before they sign."""

from PySide6.QtCore import QCoreApplication

from webcare_desk.asked_version import changes_protocol
from webcare_desk.domain.approval import (
    Request,
    RequestKind,
    RequestState,
    Wanted,
    has_run_out,
    is_overtaken,
)
from webcare_desk.domain.moderator import Right, is_followed
from webcare_desk.reports.asked import changes
from webcare_desk.said import QT_TRANSLATE_NOOP
from webcare_desk.ui.said import said_words
from webcare_desk.ui.workplace import Workplace

_KINDS = {
    RequestKind.PROTOCOL_IN_FORCE: QT_TRANSLATE_NOOP("ApprovalBoard", "Put a protocol in force"),
    RequestKind.RULE_OFF: QT_TRANSLATE_NOOP(
        "ApprovalBoard", "Switch off a rule that finds reports"
    ),
    RequestKind.ROLE_GRANT: QT_TRANSLATE_NOOP("ApprovalBoard", "Give an account roles"),
    RequestKind.ERASURE: QT_TRANSLATE_NOOP("ApprovalBoard", "Erase a person's data"),
    RequestKind.FORK: QT_TRANSLATE_NOOP("ApprovalBoard", "Go on with another log"),
    RequestKind.RESTORE: QT_TRANSLATE_NOOP("ApprovalBoard", "Put a backup in place"),
    RequestKind.CODE_DROP: QT_TRANSLATE_NOOP("ApprovalBoard", "Drop an account's codes"),
}
_STATES = {
    RequestState.WAITING: QT_TRANSLATE_NOOP("ApprovalBoard", "Waiting"),
    RequestState.APPROVED: QT_TRANSLATE_NOOP("ApprovalBoard", "Approved"),
    RequestState.DECLINED: QT_TRANSLATE_NOOP("ApprovalBoard", "Declined"),
    RequestState.WITHDRAWN: QT_TRANSLATE_NOOP("ApprovalBoard", "Withdrawn"),
    RequestState.USED: QT_TRANSLATE_NOOP("ApprovalBoard", "Done"),
}


def kind_words(kind: RequestKind) -> str:
    """Return what is asked for, in words."""
    return QCoreApplication.translate("ApprovalBoard", _KINDS[kind])


def state_words(request: Request, now: int, in_force: str | None) -> str:
    """Return how far a request has come; one that can come no further does not look alive.

    `in_force` is the digest of the protocol, `now` in UTC microseconds.
    """
    if has_run_out(request, now):
        return QCoreApplication.translate("ApprovalBoard", "Run out")
    if changes_protocol(request) and is_overtaken(request.wanted, in_force):
        return QCoreApplication.translate("ApprovalBoard", "Overtaken")
    return QCoreApplication.translate("ApprovalBoard", _STATES[request.state])


def may_quote(work: Workplace) -> bool:
    """Say whether comments are quoted: what a guest reads of one is an entry of its own."""
    return work.may(Right.READ) and not is_followed(work.actor.role)


def change_lines(work: Workplace, wanted: Wanted, *, stands: bool) -> list[str]:
    """Return what a request changes, as long as it `stands` with what is new told apart."""
    found = changes(work.app.desk.read, wanted, stands=stands, may_read=may_quote(work))
    return [said_words(each) for each in found] or ["–"]


def signed_exactly(wanted: Wanted) -> list[str]:
    """Return the very text under which the signatures of a request stand, with its heading."""
    heading = QCoreApplication.translate("ApprovalBoard", "Exactly what is signed")
    return [heading, wanted.payload]


def asked_words(work: Workplace, wanted: Wanted) -> str:
    """Return what somebody signs who asks for `wanted`, or approves it: in words, then exactly."""
    return "\n".join((*change_lines(work, wanted, stands=True), "", *signed_exactly(wanted)))
