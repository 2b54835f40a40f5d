"""What a store must do: reads for everybody, and one way to change anything.

`Store.write()` opens the only transaction in which something may change. It
yields a `Session` with the same reads and the verbs of change; it must be
sealed exactly once, and an exception undoes all of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from webcare_desk.store.anchoring import AnchorReads
from webcare_desk.store.backtesting import BacktestReads
from webcare_desk.store.casing import CaseReads
from webcare_desk.store.conduct import ConductReads
from webcare_desk.store.erasing import ErasureReads
from webcare_desk.store.learning import LearningReads
from webcare_desk.store.listing import ListingReads
from webcare_desk.store.oversight import OversightReads
from webcare_desk.store.places import PlaceReads
from webcare_desk.store.polls import PollReads
from webcare_desk.store.signing import SigningReads

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from webcare_desk.domain.audit import AuditEntry, Detail, Details, Digest, Name, Stamp
    from webcare_desk.domain.case import Note
    from webcare_desk.domain.comment import Comment, Revision
    from webcare_desk.domain.epoch import KeyHandover
    from webcare_desk.domain.escalation import Escalation, OpenStep
    from webcare_desk.domain.moderator import Actor, Moderator
    from webcare_desk.domain.reason import Reason
    from webcare_desk.domain.reply import Delivery, DeliveryState
    from webcare_desk.domain.triage import Arrival, Ingested, Triage
    from webcare_desk.store.table import Table


@dataclass(frozen=True, slots=True)
class Act:
    """What the log says of an action: who, when, what, on which comment, and why.

    `explanation` is the id of a text that says more than the reason.
    """

    stamp: Stamp
    by: Actor
    action: Name
    subject: int | None
    detail: Details
    reason: Reason | None = None
    explanation: int | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """What a login is checked against; `password` is an Argon2id record.

    `password_at` is as `Policy.is_too_old` wants it; `code_step` is the last
    30-second step whose code was used, None where the account needs no code.
    """

    key: int
    moderator: Moderator
    password: str
    failures: int
    locked_until: int
    password_at: int | None = None
    code_step: int | None = None


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which entries to show; None does not filter. Times in UTC microseconds.

    `words` leaves the entries about comments in which all of them stand; the
    entries of `words_actions`, whose own names hold the words, come beside them.
    """

    actor: str | None = None
    action: str | None = None
    subject: int | None = None
    since: int | None = None
    until: int | None = None
    words: str = ""
    words_actions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SaltedText:
    """A row's personal text with the salt under which the log has its digest."""

    table: str
    key: int
    salt: bytes
    values: tuple[str | None, ...]


class EvidenceReads(Protocol):
    """What an inspector holds against the log."""

    def salted_texts(self, table: Table) -> Iterator[SaltedText]:
        """Yield the personal text of every row of a table."""

    def salted_text(self, table: Table, key: int) -> SaltedText | None:
        """Return the personal text of one row."""

    def arrived_with(self, comment: int) -> set[tuple[str, int]]:
        """Return table and key of each row that came in with a comment."""

    def batch(self, detail: Mapping[str, object]) -> bytes:
        """Return the bytes whose digest stands in the entry of an ingested batch."""


class Reads(
    CaseReads,
    ConductReads,
    SigningReads,
    OversightReads,
    AnchorReads,
    PollReads,
    ErasureReads,
    BacktestReads,
    LearningReads,
    ListingReads,
    PlaceReads,
    Protocol,
):
    """Everything that can be asked of a desk. Ids are local rows; times UTC microseconds."""

    def comment(self, comment: int) -> Comment | None:
        """Return a comment in its latest wording."""

    def comment_named(self, source: str, remote_id: str) -> Comment | None:
        """Return the comment that a platform calls `remote_id`."""

    def revisions(self, comment: int) -> list[Revision]:
        """Return every wording of a comment, the first one first."""

    def plan_of(self, comment: int) -> str | None:
        """Return the escalation plan that triage recommended."""

    def notes(self, comment: int) -> list[Note]:
        """Return the private notes beside a comment."""

    def delivery(self, delivery: int) -> Delivery | None:
        """Return a delivery."""

    def delivery_named(self, key: str) -> Delivery | None:
        """Return the delivery with a key."""

    def deliveries_of(self, comment: int) -> list[Delivery]:
        """Return every delivery about a comment."""

    def deliveries_due(
        self, now: int, limit: int, solved: Iterable[str] = (), kinds: Collection[str] = ()
    ) -> list[Delivery]:
        """Return deliveries, or those of `kinds`, that can be taken a step further now."""

    def deliveries_in(self, state: DeliveryState) -> list[Delivery]:
        """Return every delivery in a state, oldest first."""

    def mail_of(self, delivery: int) -> str | None:
        """Return the frozen mail of a packet, if it was built."""

    def problem_counts(self) -> tuple[int, int]:
        """Return of how many comments a delivery is uncertain, and of how many there is a problem."""

    def escalation(self, escalation: int) -> Escalation | None:
        """Return an escalation."""

    def escalations_of(self, comment: int) -> list[Escalation]:
        """Return every escalation of a comment."""

    def open_steps(self) -> list[OpenStep]:
        """Return the present step of every open escalation, without its case."""

    def all_escalations(self, limit: int = 100_000) -> list[Escalation]:
        """Return every escalation, the newest first."""

    def account(self, login: str) -> Account | None:
        """Return the account of a login."""

    def drafted_on(self, comment: int, author: str) -> int | None:
        """Return since when the words stood there on which a draft was begun; None without one."""

    def draft(self, comment: int, author: str) -> str:
        """Return what a moderator had typed for a comment, or nothing."""

    def entries(self, chosen: LogFilter, before: int | None, limit: int) -> list[AuditEntry]:
        """Return entries, the newest first, older than entry `before`."""

    def entries_among(self, actions: Iterable[str], first: int, last: int) -> Iterator[AuditEntry]:
        """Yield the entries of some actions between two numbers, oldest first."""

    def entries_of_cases(self, actions: Iterable[str]) -> list[AuditEntry]:
        """Return the entries of some actions about comments that were escalated, oldest first."""

    def entries_between(self, since: int, until: int) -> tuple[int, int] | None:
        """Return the first and the last entry made from `since` up to `until`; None without any.

        Where the clock was set back, entries of another time may lie between them.
        """

    def clock_steps(self, first: int, last: int) -> list[AuditEntry]:
        """Return the entries between two numbers before which the clock went back."""

    def entries_after(self, seq: int, limit: int) -> list[AuditEntry]:
        """Return the entries after `seq`, oldest first: the change feed."""

    def log_size(self) -> int:
        """Return the number of entries."""

    def head_note(self) -> str:
        """Return the signed head of the log; empty before the first entry."""

    def fact(self, name: str) -> str | None:
        """Return a fact about the desk itself."""


class Session(Reads, Protocol):
    """An open transaction: the verbs of change, each recorded for the entry."""

    def add(
        self,
        table: Table,
        values: Mapping[str, Detail],
        personal: Mapping[str, str | None] = ...,
    ) -> int:
        """Insert a row and return its key."""

    def change(
        self,
        table: Table,
        key: int,
        values: Mapping[str, Detail],
        personal: Mapping[str, str | None] = ...,
    ) -> None:
        """Update a row."""

    def add_text(self, text: str) -> int:
        """Keep a text with a salt of its own and return its id."""

    def add_document(self, body: str) -> int:
        """Keep a frozen document with a salt of its own and return its id."""

    def set_fact(self, name: Name, value: str) -> None:
        """Keep a fact about the desk itself, in place of what it said before."""

    def ingest(self, source: str, arrivals: Sequence[Arrival], at: int) -> Ingested:
        """Keep new comments and new wordings; what is known already is left alone."""

    def say_again(self, comment: int, triage: Triage, at: int) -> int:
        """Keep what triage says of the latest wording now; return the row of what is said."""

    def hand_over(self, key: Digest) -> KeyHandover:
        """Let the log's key name the next one, which signs after this entry."""

    def erase(self, table: Table, key: int, request: int, at: int) -> int:
        """Erase a row's personal text under a tombstone; return 1, or 0 when it was erased."""

    def forget_drafts(self, comment: int) -> None:
        """Remove what people were typing for a comment."""

    def tell(self, detail: Details) -> None:
        """Add to what the entry will say beside the changes."""

    def seal(self, act: Act) -> int:
        """Write the entry with everything that changed; return its number."""


class Store(Reads, EvidenceReads, Protocol):
    """A desk's memory."""

    def snapshot(self) -> AbstractContextManager[None]:
        """Let every read of this thread see one and the same moment for a while."""

    def write(self) -> AbstractContextManager[Session]:
        """Open the transaction in which something may change."""

    def scrub(self) -> None:
        """Write over what erased text left in the files; BusyError while another reads it."""

    def keep_draft(self, comment: int, author: str, body: str, at: int) -> None:
        """Keep what a moderator is typing on words that stood there `at`; it is no record."""

    def leaves(self, first: int = 0) -> Iterator[tuple[int, bytes]]:
        """Yield number and bytes of every entry from `first` on, in order."""

    def close(self) -> None:
        """Close every connection."""
