"""Each entry as a sentence, and each changed value with what it was before."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from webcare_desk.domain.audit import AuditEntry
from webcare_desk.domain.question import left_out

#: What each action says of `{who}`; a test holds this against `actions.ACTIONS`.
SENTENCES: Mapping[str, str] = {
    "make-desk": "{who} made this desk",
    "put-protocol-in-force": "{who} put the protocol {protocol} in force",
    "record-settings": "{who} recorded other settings in desk.toml",
    "ingest": "{who} brought comments onto the desk",
    "record-coverage": "{who} recorded how a poll ended",
    "confirm-hint": "{who} confirmed a hint of who writes, or how",
    "set-learning": "{who} let the desk learn from decisions, or not",
    "refit-screening": "{who} learnt from a decision",
    "use-correction": "{who} chose which correction screening goes by",
    "explain-gap": "{who} explained a gap",
    "open": "{who} looked at the comment",
    "claim": "{who} claimed the comment",
    "release": "{who} let the comment go",
    "assign": "{who} assigned the comment",
    "classify": "{who} classified it",
    "note": "{who} wrote a private note",
    "close": "{who} closed it",
    "reopen": "{who} opened it again",
    "queue-reply": "{who} wrote a reply",
    "change-visibility": "{who} asked to hide it or to show it again",
    "delete-comment": "{who} asked to delete it on its platform",
    "cancel-delivery": "{who} took back what was about to leave",
    "send-now": "{who} let it leave at once",
    "claim-delivery": "{who} began to deliver",
    "record-delivery": "{who} delivered it",
    "record-verified": "{who} read it back and found it there",
    "mark-uncertain": "{who} lost the answer and looks it up",
    "record-failure": "{who} could not deliver it",
    "retry-delivery": "{who} let it try again",
    "escalate": "{who} escalated it to pharmacovigilance",
    "keep-picture": "{who} drew the frozen original",
    "keep-answer-place": "{who} looked for the answers of pharmacovigilance",
    "alarm-comment": "{who} alarmed somebody: a step of its plan is not done",
    "record-step": "{who} did a step of its plan",
    "hand-over": "{who} handed the step over",
    "add-version": "{who} made another version of the case",
    "queue-version": "{who} let a version that was kept back go to PV",
    "close-case": "{who} closed the case",
    "take-up-old-case": "{who} gave a case from before the versions its first one",
    "alarm-case": "{who} alarmed somebody: nobody acted on the case in time",
    "record-acknowledgement": "{who} brought an acknowledgement of the receiver",
    "receive-acknowledgement": "{who} found an acknowledgement of the receiver",
    "record-answer": "{who} entered and signed what PV answered",
    "record-reconciliation": "{who} compared the cases with a list of pharmacovigilance",
    "resolve-discrepancy": "{who} settled a discrepancy with the list",
    "sign-reconciliation": "{who} signed a comparison with the list",
    "record-pv-signature": "{who} recorded that pharmacovigilance signed a comparison",
    "ask-poster": "{who} asked the poster for more",
    "judge-likeness": "{who} said of two cases whether they are the same one",
    "alarm-inquiry": "{who} alarmed somebody: nobody said in time how asking the poster ended",
    "end-inquiry": "{who} said how asking the poster ended",
    "add-first-administrator": "{who} made the first account",
    "add-moderator": "{who} added an account",
    "set-roles": "{who} changed an account's roles",
    "set-password": "{who} set a password",
    "log-in": "{who} logged in",
    "record-failed-login": "{who} saw a wrong password",
    "log-out": "{who} logged out",
    "export-log": "{who} exported entries of the log",
    "enrol-code": "{who} logs in with a code from now on",
    "drop-code": "{who} dropped an account's codes",
    "see-alert": "{who} looked at an alert",
    "lock": "{who}: the window locked",
    "unlock": "{who} unlocked the window",
    "end-session": "{who} ended somebody else's session",
    "read": "{who} read in the log",
    "set-entry-rules": "{who} changed the rules for entering",
    "set-training-rules": "{who} changed the rules for training",
    "finish-test": "{who} took the training test",
    "certify": "{who} vouched for somebody's training",
    "record-signature": "{who} signed a record",
    "lock-signing": "{who} locked the screen",
    "ask": "{who} asked for a second person's approval",
    "approve": "{who} approved a request",
    "decline": "{who} declined a request",
    "withdraw": "{who} withdrew a request",
    "rotate-key": "{who} gave the log a new key",
    "continue-after-fork": "{who} went on after a fork of the log",
    "record-backup": "{who} made a backup",
    "restore-backup": "{who} put a backup back",
    "record-late": "{who} recorded late what was passed to PV by hand",
    "confirm-restore": "{who} let the desk go on after a backup",
    "open-review": "{who} began a review of the log",
    "judge-entry": "{who} judged an entry of a review",
    "conclude-review": "{who} concluded and signed a review",
    "draw-checks": "{who} drew decisions to be checked",
    "check-decision": "{who} checked the decision about it",
    "open-deviation": "{who} opened a deviation",
    "explain-deviation": "{who} named the cause of a deviation",
    "add-measure": "{who} named a measure",
    "finish-measure": "{who} reported a measure as done",
    "check-effect": "{who} said whether the measures worked",
    "close-deviation": "{who} closed and signed a deviation",
    "make-anchor": "{who} made a head of the log ready for somebody else",
    "record-anchor": "{who} recorded that somebody else holds a head of the log",
    "record-anchor-failure": "{who} could not hand over a head of the log",
    "keep-anchor": "{who} kept a head of the log that somebody brought back",
    "erase": "{who} erased a person's data",
    "record-scrub": "{who} removed what erased text had left",
    "set-hold": "{who} put a legal hold on it",
    "lift-hold": "{who} lifted the legal hold",
    "take-up": "{who} found a report with another protocol",
    "record-recheck": "{who} held every comment against another protocol",
}
#: The same act, told by what was asked for.
_VISIBILITY: Mapping[object, str] = {
    "hide": "{who} asked to hide it",
    "unhide": "{who} asked to show it again",
}
#: The same acts, where they tell the quality department too.
_QUALITY: Mapping[str, str] = {
    "escalate": "{who} escalated it to pharmacovigilance, and the complaint to quality",
    "record-delivery": "{who} delivered the complaint to quality",
    "record-failure": "{who} could not deliver the complaint to quality",
}
#: Counters that say nothing to a reader.
_SILENT = frozenset({"version", "batch"})
_RANGES = ("_first", "_last")
_DIGEST = re.compile("[0-9a-f]{64}")
_TIMES = ("_at", "due", "_until", "not_before")
_MOMENTS = frozenset({"at", "since", "until"})
_NEVER = 2**53 - 1


@dataclass(frozen=True, slots=True)
class Change:
    """One value that an entry set; `old` is None where there was none before.

    `is_change` says that something which stood there was replaced.
    """

    what: str
    old: str | None
    new: str | None

    @property
    def is_change(self) -> bool:
        """Say whether a value was replaced, rather than written first."""
        return self.old is not None

    @property
    def shown(self) -> str:
        """The new value; nothing is a dash."""
        return "–" if self.new is None else self.new


@dataclass(frozen=True, slots=True)
class Step:
    """An entry as a reader sees it; `beside` says what it is about, and what else it tells."""

    seq: int
    at: int
    who: str
    role: str
    sentence: str
    changes: tuple[Change, ...]
    reason: str = ""
    beside: tuple[str, ...] = ()

    @property
    def is_change(self) -> bool:
        """Say whether the entry replaced anything that stood there."""
        return any(change.is_change for change in self.changes)


def step_of(entry: AuditEntry, names: Mapping[str, str]) -> Step:
    """Return the entry as a step; `names` gives people by their id, and by `moderator N`."""
    who = "The program" if entry.actor == "system" else names.get(entry.actor, entry.actor)
    words = _words(entry)
    sentence = words.format(who=who, protocol=entry.detail.get("protocol", ""))
    reason = "" if entry.reason is None else entry.reason.replace("-", " ")
    changes, beside = tuple(_changes(entry, names)), tuple(_beside(entry, names))
    return Step(entry.seq, entry.at, who, entry.role, sentence, changes, reason, beside)


def _beside(entry: AuditEntry, names: Mapping[str, str]) -> Iterator[str]:
    """Yield which entry it is, on which comment, and what it says beside its changes."""
    yield f"entry {entry.seq}"
    if entry.subject is not None:
        yield f"comment {entry.subject}"
    yield entry.role
    if entry.stamp is not None:
        yield f"{entry.stamp.zone}, {_ahead(entry.stamp.offset)}"
    if entry.clock_back:
        yield clock_words(entry)
    for name, value in sorted(entry.detail.items()):
        if name not in _SILENT and not name.endswith(_RANGES):
            yield f"{name.replace('_', ' ')}: {_value(name, value, names) or '–'}"


def clock_words(entry: AuditEntry) -> str:
    """Return how far the clock had gone back before an entry."""
    return f"the clock had gone back {entry.clock_back / 1_000_000:.6f} s"


def _words(entry: AuditEntry) -> str:
    known = SENTENCES.get(entry.action, "{who}: " + entry.action.replace("-", " "))
    kind = entry.detail.get("kind")
    if entry.detail.get("tells_quality") or kind == "complaint":
        return _QUALITY.get(entry.action, known)
    if left_out(entry):
        return "{who} closed it without every step of its plan"
    return _VISIBILITY.get(kind, known) if entry.action == "change-visibility" else known


def _ahead(minutes: int) -> str:
    """Return how far a zone is ahead of UTC, as `+01:00`."""
    sign, minutes = "-" if minutes < 0 else "+", abs(minutes)
    return f"{sign}{minutes // 60:02}:{minutes % 60:02}"


def _changes(entry: AuditEntry, names: Mapping[str, str]) -> Iterator[Change]:
    for table, key, columns in entry.changes:
        row = f"{table.replace('_', ' ')} {names.get(f'{table} {key}', key)}"
        for name, values in sorted(columns.items()):
            if name in _SILENT or not isinstance(values, list | tuple):
                continue
            old, new = values
            if name == "~":
                yield _text_change(row, old, new)
            else:
                label = f"{row} {name.replace('_', ' ')}"
                yield Change(label, _value(name, old, names), _value(name, new, names))


def _text_change(what: str, old: object, new: object) -> Change:
    """Return what became of personal text: the log has digests of it, never the text."""
    before = None if old is None else f"text {str(old)[:12]}…"
    return Change(what, before, "erased" if new is None else f"text {str(new)[:12]}…")


def _value(name: str, value: object, names: Mapping[str, str]) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int) and is_moment(name):
        return "never" if value == _NEVER else moment(value) if value else "not set"
    words = str(value)
    return f"{words[:12]}…" if _DIGEST.fullmatch(words) else names.get(words, words)


def is_moment(name: str) -> bool:
    """Say whether a number of this name is a moment (UTC microseconds), 0 for one not set."""
    return name in _MOMENTS or name.endswith(_TIMES)


def moment(at: int) -> str:
    """Return a moment (UTC microseconds) to the second, with its zone."""
    return f"{datetime.fromtimestamp(at // 1_000_000, UTC):%Y-%m-%d %H:%M:%S} UTC"
