"""The contract of a connector: what every platform must offer, and in which words.

A connector raises a `ConnectorError` and nothing else, but for a `UsageError`
when its address is unsafe and what its secret's giver raises. Of a read it says
`UnavailableError` (no usable connection) or `MalformedError`; of a write
`UnavailableError` means that surely nothing was done, and `UncertainError`
that it may have been: look with `find` or `visibility_of` before a retry.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from webcare_desk.domain.comment import RemoteComment, Visibility
from webcare_desk.domain.reply import OutboundReply, Receipt

#: At least this many known comments are read again at the start of each poll:
#: ids can be published out of order, and edits show only when read again.
OVERLAP = 200

#: What `set_visibility` can ask for; a deletion has a verb of its own.
Shown = Literal[Visibility.VISIBLE, Visibility.HIDDEN]


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a platform can do; `max_length` of a reply in characters."""

    max_length: int
    detects_edits: bool
    detects_deletes: bool


@dataclass(frozen=True, slots=True)
class Page:
    """One page of comments, oldest first.

    `cursor` is opaque JSON text to keep and to give to the next `fetch`;
    `more` says that this poll has not reached the end. `expected` is the
    platform's own count of its comments, where it gives one. `problem` is a
    sentence about comments that are there and cannot be read: where there are
    any, one that is missing is not known to be gone.
    """

    comments: tuple[RemoteComment, ...]
    cursor: str
    more: bool
    expected: int | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Trial:
    """What an account was given when it was tried: the site's own name, and how much it may read.

    `may_moderate` says whether it is given what waits for approval, and may hide.
    """

    site: str
    comments: int
    may_moderate: bool


class Connector(Protocol):
    """One source of comments, and the way back to it."""

    @property
    def source(self) -> str:
        """Return the name of the source, as the desk's settings give it."""

    @property
    def capabilities(self) -> Capabilities:
        """Return what this platform can do."""

    def fetch(self, cursor: str | None) -> Page:
        """Return the page after `cursor`, or the first; call on while `more`.

        Pages go by id with an overlap, never by date. A platform that gives
        the same page again and again is a `MalformedError`.
        """

    def refetch(self, remote_ids: Sequence[str]) -> tuple[RemoteComment, ...]:
        """Return these comments as they are now; a missing one is gone or withheld."""

    def reply(self, reply: OutboundReply) -> Receipt:
        """Publish a reply; `DuplicateError` when it is already there."""

    def find(self, reply: OutboundReply) -> Receipt | None:
        """Look for this very reply; None means that it is certainly not there.

        `WithheldError` when it is there and the public cannot read it.
        """

    def set_visibility(self, remote_id: str, visibility: Shown) -> None:
        """Hide a comment or show it again; asking twice is no error.

        What the platform's own people put away is left to them: `GoneError` for what they
        deleted, into a trash too, and `ImpossibleError` to show what they took for spam.
        """

    def delete(self, remote_id: str, *, confirmed: Literal[True]) -> None:
        """Delete a comment; only a person's confirmation may set `confirmed`."""

    def visibility_of(self, remote_id: str) -> Visibility:
        """Read back whether the public can see a comment; a gone one is DELETED."""
