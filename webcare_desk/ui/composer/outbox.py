"""What becomes of a delivery, in words. Pure, but for the window's language."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from webcare_desk.domain.inbox import NEVER
from webcare_desk.domain.reply import OTHER_WORDS, Delivery, DeliveryKind, DeliveryState
from webcare_desk.said import QT_TRANSLATE_NOOP
from webcare_desk.ui.clock import span

translate = QCoreApplication.translate

_SECOND, _MINUTE = 1_000_000, 60_000_000

_KINDS: Mapping[DeliveryKind, str] = {
    DeliveryKind.REPLY: QT_TRANSLATE_NOOP("Outbox", "Reply"),
    DeliveryKind.HIDE: QT_TRANSLATE_NOOP("Outbox", "Hide"),
    DeliveryKind.UNHIDE: QT_TRANSLATE_NOOP("Outbox", "Show again"),
    DeliveryKind.DELETE: QT_TRANSLATE_NOOP("Outbox", "Delete"),
    DeliveryKind.PACKET: QT_TRANSLATE_NOOP("Outbox", "Packet to PV"),
    DeliveryKind.COMPLAINT: QT_TRANSLATE_NOOP("Outbox", "Complaint to quality"),
}
_STATES: Mapping[DeliveryState, str] = {
    DeliveryState.HELD: QT_TRANSLATE_NOOP("Outbox", "about to leave"),
    DeliveryState.SENDING: QT_TRANSLATE_NOOP("Outbox", "being sent"),
    DeliveryState.SENT: QT_TRANSLATE_NOOP("Outbox", "sent, to be read back"),
    DeliveryState.VERIFIED: QT_TRANSLATE_NOOP("Outbox", "verified ✓"),
    DeliveryState.UNCERTAIN: QT_TRANSLATE_NOOP(
        "Outbox", "uncertain: it is being looked up before anything is sent again"
    ),
    DeliveryState.FAILED: QT_TRANSLATE_NOOP("Outbox", "failed"),
    DeliveryState.CANCELLED: QT_TRANSLATE_NOOP("Outbox", "undone, nothing was sent"),
}
_PROBLEMS: Mapping[str, str] = {
    "no-connector": QT_TRANSLATE_NOOP("Outbox", "its source is not set up"),
    "no-courier": QT_TRANSLATE_NOOP("Outbox", "no way to PV is set up"),
    "no-quality": QT_TRANSLATE_NOOP("Outbox", "no way to quality is set up"),
    "crashed": QT_TRANSLATE_NOOP("Outbox", "the program stopped while sending"),
    "unauthorised": QT_TRANSLATE_NOOP("Outbox", "the password was refused"),
    "forbidden": QT_TRANSLATE_NOOP("Outbox", "the account may not do this"),
    "gone": QT_TRANSLATE_NOOP("Outbox", "the comment is not there any more"),
    "closed": QT_TRANSLATE_NOOP("Outbox", "comments are closed under this post"),
    "too-long": QT_TRANSLATE_NOOP("Outbox", "the reply is too long for the site"),
    "post-gone": QT_TRANSLATE_NOOP("Outbox", "the post of the comment is not on the site any more"),
    "no-trash": QT_TRANSLATE_NOOP("Outbox", "the site has no trash: delete it there"),
    "taken-away": QT_TRANSLATE_NOOP("Outbox", "the site itself put it away: bring it back there"),
    "withheld": QT_TRANSLATE_NOOP(
        "Outbox", "the platform has it and does not show it to the public: approve it there"
    ),
    "not-there": QT_TRANSLATE_NOOP("Outbox", "the platform does not have it"),
    "duplicate": QT_TRANSLATE_NOOP(
        "Outbox", "the platform says that it has it already: look there"
    ),
    "rate-limited": QT_TRANSLATE_NOOP("Outbox", "too many requests"),
    "unavailable": QT_TRANSLATE_NOOP("Outbox", "no connection"),
    "malformed": QT_TRANSLATE_NOOP("Outbox", "the answer made no sense"),
    "too-large": QT_TRANSLATE_NOOP(
        "Outbox", "the mail server finds it too large: ask for a larger limit there"
    ),
    "unknown": QT_TRANSLATE_NOOP("Outbox", "what went wrong is not known"),
    "uncertain": QT_TRANSLATE_NOOP("Outbox", "the answer was lost"),
    "no-secret": QT_TRANSLATE_NOOP("Outbox", "its password is not in the keyring"),
    "restored": QT_TRANSLATE_NOOP("Outbox", "it waited in the backup that was put back"),
    "reworded": QT_TRANSLATE_NOOP("Outbox", "the comment was reworded since"),
    "other-words": QT_TRANSLATE_NOOP("Outbox", "in other words than it was sent in: look there"),
    "not-hidden": QT_TRANSLATE_NOOP(
        "Outbox", "the comment was not hidden, as the reply may say that it is"
    ),
    "misconfigured": QT_TRANSLATE_NOOP("Outbox", "its settings are wrong"),
    "bounced": QT_TRANSLATE_NOOP("Outbox", "the mail came back"),
    "no-copy": QT_TRANSLATE_NOOP("Outbox", "no copy of it was saved"),
}


def kind_word(delivery: Delivery) -> str:
    """Return what is delivered."""
    return translate("Outbox", _KINDS[delivery.kind])


def state_words(delivery: Delivery, now: int, *, waits: bool = True, behind: bool) -> str:
    """Return how far a delivery has come, such as `held 18 s`.

    `waits`: PV has not answered. `behind`: it waits for a hide.
    """
    if delivery.state is DeliveryState.HELD and delivery.not_before > now:
        return _held(delivery, now)
    if behind and delivery.state is DeliveryState.HELD:
        return translate("Outbox", "waits until the comment is hidden")
    if delivery.kind.is_mail and delivery.state is DeliveryState.SENT:
        words = _sent(delivery.kind, waits=waits)
    elif delivery.kind.is_mail and delivery.state is DeliveryState.UNCERTAIN:
        words = translate("Outbox", "uncertain whether it arrived: it is sent again")
    else:
        words = translate("Outbox", _STATES[delivery.state])
    is_told = delivery.state is not DeliveryState.VERIFIED or delivery.problem == OTHER_WORDS
    if delivery.problem and is_told:
        return f"{words} ({problem_words(delivery.problem)})"
    return words


def _sent(kind: DeliveryKind, *, waits: bool) -> str:
    if kind is DeliveryKind.COMPLAINT:
        return translate("Outbox", "sent to quality")
    if not waits:
        return translate("Outbox", "sent to PV")
    return translate("Outbox", "sent, PV must acknowledge")


def problem_words(problem: str) -> str:
    """Return a problem's name as words."""
    return translate("Outbox", _PROBLEMS.get(problem, problem))


def can_be_undone(delivery: Delivery, now: int, *, behind: bool) -> bool:
    """Say whether a person may still take it back; one that was ever in doubt is refused then."""
    is_waiting = delivery.not_before > now or behind
    return delivery.state is DeliveryState.HELD and is_waiting and not delivery.kind.is_mail


def _held(delivery: Delivery, now: int) -> str:
    left = delivery.not_before - now
    if delivery.not_before == NEVER:
        return translate("Outbox", "held")
    if delivery.attempts or delivery.problem:
        words = translate("Outbox", "tries again in {time} ({problem})")
        return words.format(time=_time(left), problem=problem_words(delivery.problem or ""))
    return translate("Outbox", "held {time}").format(time=_time(left))


def _time(left: int) -> str:
    if left < _MINUTE:
        return translate("Outbox", "{seconds} s").format(seconds=-(-left // _SECOND))
    return span(left)
