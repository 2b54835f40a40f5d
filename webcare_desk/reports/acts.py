"""What each act of the log says, for whoever reads it: the window, the pages and the files."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from webcare_desk.domain.alert import AlertKind
from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.question import left_out
from webcare_desk.domain.reply import DeliveryKind
from webcare_desk.said import QT_TRANSLATE_NOOP
from webcare_desk.store.base import LogFilter

#: What each action says of `{who}`; a test holds this against `actions.ACTIONS`.
SENTENCES: Mapping[str, str] = {
    "make-desk": QT_TRANSLATE_NOOP("Sentences", "{who} made this desk"),
    "put-protocol-in-force": QT_TRANSLATE_NOOP(
        "Sentences", "{who} put the protocol {protocol} in force"
    ),
    "record-settings": QT_TRANSLATE_NOOP("Sentences", "{who} recorded other settings in desk.toml"),
    "ingest": QT_TRANSLATE_NOOP("Sentences", "{who} brought comments onto the desk"),
    "record-move": QT_TRANSLATE_NOOP("Sentences", "{who} found it moved on its platform"),
    "take-up": QT_TRANSLATE_NOOP("Sentences", "{who} found more in it than when it came in"),
    "record-recheck": QT_TRANSLATE_NOOP(
        "Sentences", "{who} held every comment against another protocol"
    ),
    "confirm-hint": QT_TRANSLATE_NOOP("Sentences", "{who} confirmed a hint"),
    "set-learning": QT_TRANSLATE_NOOP("Sentences", "{who} let the desk learn, or stopped it"),
    "refit-screening": QT_TRANSLATE_NOOP("Sentences", "{who} learnt from this decision"),
    "use-correction": QT_TRANSLATE_NOOP(
        "Sentences", "{who} chose the correction that screening goes by"
    ),
    "record-coverage": QT_TRANSLATE_NOOP("Sentences", "{who} recorded how a poll ended"),
    "explain-gap": QT_TRANSLATE_NOOP("Sentences", "{who} explained a gap: {what}"),
    "open": QT_TRANSLATE_NOOP("Sentences", "{who} looked at the comment"),
    "claim": QT_TRANSLATE_NOOP("Sentences", "{who} claimed the comment"),
    "release": QT_TRANSLATE_NOOP("Sentences", "{who} let the comment go"),
    "assign": QT_TRANSLATE_NOOP("Sentences", "{who} assigned the comment"),
    "classify": QT_TRANSLATE_NOOP("Sentences", "{who} classified it: {what}"),
    "note": QT_TRANSLATE_NOOP("Sentences", "{who} wrote a private note"),
    "close": QT_TRANSLATE_NOOP("Sentences", "{who} closed it: {what}"),
    "reopen": QT_TRANSLATE_NOOP("Sentences", "{who} opened it again: {what}"),
    "queue-reply": QT_TRANSLATE_NOOP("Sentences", "{who} wrote a reply"),
    "change-visibility": QT_TRANSLATE_NOOP(
        "Sentences", "{who} asked to hide it or show it again: {what}"
    ),
    "delete-comment": QT_TRANSLATE_NOOP(
        "Sentences", "{who} asked to delete it on its platform: {what}"
    ),
    "cancel-delivery": QT_TRANSLATE_NOOP("Sentences", "{who} took back what was about to leave"),
    "send-now": QT_TRANSLATE_NOOP("Sentences", "{who} let it leave at once"),
    "claim-delivery": QT_TRANSLATE_NOOP("Sentences", "{who} began to deliver"),
    "record-delivery": QT_TRANSLATE_NOOP("Sentences", "{who} delivered it"),
    "record-verified": QT_TRANSLATE_NOOP("Sentences", "{who} read it back and found it there"),
    "mark-uncertain": QT_TRANSLATE_NOOP("Sentences", "{who} lost the answer and looks it up"),
    "record-failure": QT_TRANSLATE_NOOP("Sentences", "{who} could not deliver: {what}"),
    "retry-delivery": QT_TRANSLATE_NOOP("Sentences", "{who} let it try again"),
    "escalate": QT_TRANSLATE_NOOP("Sentences", "{who} escalated it to PV"),
    "alarm-comment": QT_TRANSLATE_NOOP(
        "Sentences", "{who} alarmed somebody, for a step is not done: {what}"
    ),
    "record-step": QT_TRANSLATE_NOOP("Sentences", "{who} did a step of the plan: {what}"),
    "hand-over": QT_TRANSLATE_NOOP("Sentences", "{who} handed the step over"),
    "add-version": QT_TRANSLATE_NOOP("Sentences", "{who} made another version of the case"),
    "queue-version": QT_TRANSLATE_NOOP(
        "Sentences", "{who} let a version that was kept back go to PV"
    ),
    "close-case": QT_TRANSLATE_NOOP("Sentences", "{who} closed the case"),
    "take-up-old-case": QT_TRANSLATE_NOOP(
        "Sentences", "{who} gave an older case its first version"
    ),
    "clock-old-case": QT_TRANSLATE_NOOP(
        "Sentences", "{who} gave an older case the clock of PV's answer"
    ),
    "alarm-case": QT_TRANSLATE_NOOP(
        "Sentences", "{who} alarmed somebody: nobody acted on the case in time"
    ),
    "record-acknowledgement": QT_TRANSLATE_NOOP(
        "Sentences", "{who} brought an acknowledgement of PV's system"
    ),
    "receive-acknowledgement": QT_TRANSLATE_NOOP(
        "Sentences", "{who} found an acknowledgement of PV's system"
    ),
    "record-answer": QT_TRANSLATE_NOOP("Sentences", "{who} entered and signed what PV answered"),
    "record-reconciliation": QT_TRANSLATE_NOOP(
        "Sentences", "{who} compared the cases with PV's list"
    ),
    "resolve-discrepancy": QT_TRANSLATE_NOOP(
        "Sentences", "{who} settled a difference with PV's list"
    ),
    "sign-reconciliation": QT_TRANSLATE_NOOP(
        "Sentences", "{who} signed a comparison with PV's list"
    ),
    "record-pv-signature": QT_TRANSLATE_NOOP(
        "Sentences", "{who} recorded that PV signed a comparison"
    ),
    "ask-poster": QT_TRANSLATE_NOOP("Sentences", "{who} asked the poster for more"),
    "judge-likeness": QT_TRANSLATE_NOOP(
        "Sentences", "{who} said of two cases whether they are the same one"
    ),
    "alarm-inquiry": QT_TRANSLATE_NOOP(
        "Sentences", "{who} alarmed somebody: nobody said in time how asking the poster ended"
    ),
    "end-inquiry": QT_TRANSLATE_NOOP("Sentences", "{who} said how asking the poster ended"),
    "add-first-administrator": QT_TRANSLATE_NOOP("Sentences", "{who} made the first account"),
    "add-moderator": QT_TRANSLATE_NOOP("Sentences", "{who} added an account"),
    "set-roles": QT_TRANSLATE_NOOP("Sentences", "{who} changed an account's roles"),
    "set-password": QT_TRANSLATE_NOOP("Sentences", "{who} set a password"),
    "log-in": QT_TRANSLATE_NOOP("Sentences", "{who} logged in"),
    "record-failed-login": QT_TRANSLATE_NOOP("Sentences", "{who} saw a wrong password"),
    "enrol-code": QT_TRANSLATE_NOOP("Sentences", "{who} logs in with a code from now on"),
    "drop-code": QT_TRANSLATE_NOOP("Sentences", "{who} dropped an account's codes"),
    "see-alert": QT_TRANSLATE_NOOP("Sentences", "{who} looked at an alert"),
    "see-pv-way": QT_TRANSLATE_NOOP("Sentences", "{who} looked at the other way to PV"),
    "lock": QT_TRANSLATE_NOOP("Sentences", "{who}: the window locked"),
    "unlock": QT_TRANSLATE_NOOP("Sentences", "{who} unlocked the window"),
    "make-anchor": QT_TRANSLATE_NOOP(
        "Sentences", "{who} made the head of the log ready for somebody else"
    ),
    "keep-picture": QT_TRANSLATE_NOOP("Sentences", "{who} drew the frozen original"),
    "keep-answer-place": QT_TRANSLATE_NOOP("Sentences", "{who} looked for answers of PV"),
    "record-anchor": QT_TRANSLATE_NOOP("Sentences", "{who} gave the head of the log to another"),
    "record-anchor-failure": QT_TRANSLATE_NOOP(
        "Sentences", "{who} could not hand over a head of the log"
    ),
    "keep-anchor": QT_TRANSLATE_NOOP(
        "Sentences", "{who} kept a head of the log that somebody brought back"
    ),
    "end-left-session": QT_TRANSLATE_NOOP(
        "Sentences", "{who} ended a session that was still open when the program was stopped"
    ),
    "end-session": QT_TRANSLATE_NOOP("Sentences", "{who} ended somebody else's session"),
    "read": QT_TRANSLATE_NOOP("Sentences", "{who} looked at: {what}"),
    "set-entry-rules": QT_TRANSLATE_NOOP("Sentences", "{who} changed the rules for entering"),
    "set-training-rules": QT_TRANSLATE_NOOP("Sentences", "{who} changed the rules for training"),
    "begin-test": QT_TRANSLATE_NOOP("Sentences", "{who} began the training test"),
    "finish-test": QT_TRANSLATE_NOOP("Sentences", "{who} took the training test: {what}"),
    "certify": QT_TRANSLATE_NOOP("Sentences", "{who} vouched for somebody's training"),
    "log-out": QT_TRANSLATE_NOOP("Sentences", "{who} logged out"),
    "record-signature": QT_TRANSLATE_NOOP("Sentences", "{who} signed a record"),
    "lock-signing": QT_TRANSLATE_NOOP("Sentences", "{who} locked the screen"),
    "ask": QT_TRANSLATE_NOOP("Sentences", "{who} asked for a second person's approval"),
    "approve": QT_TRANSLATE_NOOP("Sentences", "{who} approved a request"),
    "decline": QT_TRANSLATE_NOOP("Sentences", "{who} declined a request"),
    "erase": QT_TRANSLATE_NOOP("Sentences", "{who} erased personal data"),
    "record-scrub": QT_TRANSLATE_NOOP("Sentences", "{who} removed what erased text had left"),
    "set-hold": QT_TRANSLATE_NOOP("Sentences", "{who} put a legal hold on it"),
    "lift-hold": QT_TRANSLATE_NOOP("Sentences", "{who} lifted the legal hold"),
    "withdraw": QT_TRANSLATE_NOOP("Sentences", "{who} withdrew a request"),
    "export-log": QT_TRANSLATE_NOOP("Sentences", "{who} exported entries of the log"),
    "rotate-key": QT_TRANSLATE_NOOP("Sentences", "{who} gave the log a new key"),
    "continue-after-fork": QT_TRANSLATE_NOOP("Sentences", "{who} went on after a fork of the log"),
    "record-backup": QT_TRANSLATE_NOOP("Sentences", "{who} made a backup"),
    "restore-backup": QT_TRANSLATE_NOOP("Sentences", "{who} put a backup back"),
    "take-again": QT_TRANSLATE_NOOP(
        "Sentences", "{who} put a backup back, and what an account lost since was taken again"
    ),
    "end-password": QT_TRANSLATE_NOOP(
        "Sentences", "{who} put a backup back, and a password that was replaced since ended"
    ),
    "hold-again": QT_TRANSLATE_NOOP(
        "Sentences", "{who} put a backup back, and the legal hold that was set since"
    ),
    "record-late": QT_TRANSLATE_NOOP(
        "Sentences", "{who} recorded late what was passed to PV by hand"
    ),
    "confirm-restore": QT_TRANSLATE_NOOP("Sentences", "{who} let the desk go on after a backup"),
    "open-review": QT_TRANSLATE_NOOP("Sentences", "{who} began a review of the log"),
    "judge-entry": QT_TRANSLATE_NOOP("Sentences", "{who} judged an entry of a review"),
    "conclude-review": QT_TRANSLATE_NOOP("Sentences", "{who} concluded and signed a review"),
    "draw-checks": QT_TRANSLATE_NOOP("Sentences", "{who} drew decisions to be checked"),
    "check-decision": QT_TRANSLATE_NOOP("Sentences", "{who} checked the decision about it"),
    "open-deviation": QT_TRANSLATE_NOOP("Sentences", "{who} opened a deviation"),
    "leave-proposal": QT_TRANSLATE_NOOP(
        "Sentences", "{who} left what the program had noticed: it is no deviation"
    ),
    "explain-deviation": QT_TRANSLATE_NOOP("Sentences", "{who} named the cause of a deviation"),
    "add-measure": QT_TRANSLATE_NOOP("Sentences", "{who} named a measure"),
    "finish-measure": QT_TRANSLATE_NOOP("Sentences", "{who} reported a measure as done"),
    "check-effect": QT_TRANSLATE_NOOP("Sentences", "{who} said whether the measures worked"),
    "close-deviation": QT_TRANSLATE_NOOP("Sentences", "{who} closed and signed a deviation"),
}

#: The same act, told by what was asked for.
_VISIBILITY: Mapping[object, str] = {
    DeliveryKind.HIDE: QT_TRANSLATE_NOOP("Sentences", "{who} asked to hide it: {what}"),
    DeliveryKind.UNHIDE: QT_TRANSLATE_NOOP("Sentences", "{who} asked to show it again: {what}"),
}
#: The same act, told by what was tried; of old entries it is not known.
_TRIED: Mapping[object, str] = {
    AlertKind.UNKNOWN_LOGIN: QT_TRANSLATE_NOOP("Sentences", "{who} saw a login that nobody has"),
    AlertKind.USED_CODE: QT_TRANSLATE_NOOP("Sentences", "{who} saw a code that was used before"),
    AlertKind.WHILE_WAITING: QT_TRANSLATE_NOOP(
        "Sentences", "{who} saw a try at an account that had to wait"
    ),
    AlertKind.WRONG_SIGNATURE: QT_TRANSLATE_NOOP(
        "Sentences", "{who} saw a wrong login or password for a signature"
    ),
    AlertKind.WRONG_CODE: QT_TRANSLATE_NOOP(
        "Sentences", "{who} saw the right password, and a wrong code"
    ),
}
_BY_KIND = {"change-visibility": _VISIBILITY, "record-failed-login": _TRIED}
#: The same act, where the comment stood on the screen of another one.
_BESIDE = QT_TRANSLATE_NOOP("Sentences", "{who} read the comment beside comment {beside}")
#: The same act, where steps of the plan were left out.
_LEFT_OUT = QT_TRANSLATE_NOOP("Sentences", "{who} closed it without every step of its plan: {what}")
#: The same acts, where they tell the quality department too.
_QUALITY: Mapping[str, str] = {
    "escalate": QT_TRANSLATE_NOOP(
        "Sentences", "{who} escalated it to PV, and the complaint to quality"
    ),
    "record-delivery": QT_TRANSLATE_NOOP("Sentences", "{who} delivered the complaint to quality"),
    "record-failure": QT_TRANSLATE_NOOP(
        "Sentences", "{who} could not deliver the complaint to quality: {what}"
    ),
}

#: What PV's system said, where it was no plain yes.
_PV_SAID = {
    "rejected": QT_TRANSLATE_NOOP("Sentences", "{who} found that PV's system refused the report"),
    "contrary-answer": QT_TRANSLATE_NOOP(
        "Sentences", "{who} found that PV's system contradicts its answer before: ask PV"
    ),
    "different-reference": QT_TRANSLATE_NOOP(
        "Sentences", "{who} found that PV's system gave another number than before: ask PV"
    ),
}
_ACKNOWLEDGED = frozenset({"receive-acknowledgement", "record-acknowledgement"})
#: What `Meaning.UNREADABLE` is in the log; `case_version` stays off the start path.
_UNREADABLE = "unreadable"
#: A visit that found what cannot be read, and each of those.
_UNREAD = {
    "keep-answer-place": QT_TRANSLATE_NOOP(
        "Sentences", "{who} looked for answers of PV; cannot be read: {count}"
    ),
    "receive-acknowledgement": QT_TRANSLATE_NOOP(
        "Sentences", "{who} found an answer of PV that cannot be read"
    ),
}
_MAIL = QT_TRANSLATE_NOOP(
    "Sentences", "{who} found a mail of PV about a case, for a person to read"
)


def words_of(entry: AuditEntry) -> str:
    """Return what an entry says of `{who}`; `filled` fills its other places."""
    known = SENTENCES.get(entry.action, "{who}: " + entry.action.replace("-", " "))
    known = _BESIDE if "beside" in entry.detail else known
    kind = entry.detail.get("kind")
    if entry.detail.get("tells_quality") or kind == DeliveryKind.COMPLAINT:
        return _QUALITY.get(entry.action, known)
    if left_out(entry):
        return _LEFT_OUT
    if entry.action == "receive-acknowledgement" and "way" in entry.detail:
        return _MAIL
    if entry.detail.get("strange") or entry.detail.get("meaning") == _UNREADABLE:
        return _UNREAD.get(entry.action, known)
    said = _PV_SAID.get(str(entry.detail.get("meaning", "")))
    if said is not None and entry.action in _ACKNOWLEDGED:
        return said
    return _BY_KIND.get(entry.action, {}).get(kind, known)


def filled(words: str, entry: AuditEntry, who: str, what: str = "") -> str:
    """Return a sentence of `words_of`; an old entry may not tell what, nor which protocol."""
    protocol, count, beside = (
        entry.detail.get(name, "") for name in ("protocol", "strange", "beside")
    )
    told = words.format(who=who, what=what, protocol=protocol, count=count, beside=beside)
    return told.removesuffix(": ")


def bare(said: str) -> str:
    """Return a sentence without the places that its entry fills."""
    return said.format(who="", what="", protocol="")


def with_words(
    chosen: LogFilter, words: str, spoken: Callable[[str], str] = lambda known: known
) -> LogFilter:
    """Return a filter that also asks for words: of the comment, or of what an act is called.

    `spoken` says the sentence of an act in the language of whoever searches.
    """
    sought = words.casefold().split()
    acts = (
        action
        for action, known in SENTENCES.items()
        if sought and all(word in bare(spoken(known)).casefold() for word in sought)
    )
    return replace(chosen, words=words.strip(), words_actions=frozenset(acts))
