"""What a supervisor or an inspector asks of the log: whether it holds, and says all."""

import contextlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from webcare_desk.domain.epoch import KeyTurn
from webcare_desk.domain.past import Past
from webcare_desk.domain.spans import MINUTE
from webcare_desk.errors import BrokenSealError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store.base import LogFilter, Reads
from webcare_desk.store.sqlite.connection import connect_to_read, translated
from webcare_desk.store.sqlite.history import history, leaf_hashes
from webcare_desk.store.sqlite.opening import DATABASE
from webcare_desk.store.sqlite.past import past
from webcare_desk.store.sqlite.reads import ReadsOf
from webcare_desk.store.sqlite.replay import Replayed, replay
from webcare_desk.store.sqlite.segments import Watch
from webcare_desk.store.sqlite.verify import Compared, OpenNote, SignedHead, Verdict, of_now, verify
from webcare_desk.vault.registered import read_verifier
from webcare_desk.witness import Seen, require_growth
from webcare_desk.working import work_folder

__all__ = [
    "Compared",
    "Replayed",
    "Verdict",
    "check_head",
    "desk_at",
    "replay_log",
    "signed_by",
    "time_ahead",
    "verify_copy",
    "verify_log",
    "witnessed",
]

#: An entry of later than this is of a clock that went back, in microseconds.
_SKEW = 2 * MINUTE
#: So many entries back a time that has not come is told.
_RECENT = 1000
_EVER = 2**62


def verify_log(
    folder: Path,
    *,
    verifier: str | None = None,
    watch: Watch | None = None,
    log_only: bool = False,
) -> Verdict:
    """Check the log of the desk in `folder` with its public key, the desk by its log, the signatures.

    An inspector gives `verifier`, the key he was handed; else the one in the
    folder is used, which whoever can rewrite the log can also replace. `watch`
    hears how far the check is, and may stop it. With `log_only` texts, state
    and signatures are not checked.
    """
    opened = signed_by(verifier or read_verifier(folder))
    verdict = verify(folder / DATABASE, opened, watch=watch, log_only=log_only)
    if verdict.state is None or not verdict.holds:
        return verdict
    found = _signatures(folder / DATABASE)
    return replace(verdict, signatures=found, flaw=next(iter(found.differences), None))


def _signatures(path: Path) -> Compared:
    """Check every signature of a person; also whoever has the desk's own key makes none."""
    from webcare_desk.signing_off import false_signatures  # loads cryptography

    with (
        contextlib.closing(connect_to_read(path)) as db,
        translated(path),
        of_now(db, path) as current,
    ):
        read = ReadsOf(current)
        try:
            return Compared(len(read.signatures()), false_signatures(read))
        except (ValueError, LookupError, TypeError) as error:
            return Compared(0, (f"the signatures cannot be read: {error}",))


def verify_copy(copy: Path, verifier: str) -> Verdict:
    """Check a copy of a desk, such as a backup, with the desk's public key, as `verify_log` does."""
    return verify(copy, signed_by(verifier))


def replay_log(folder: Path, target: Path | None = None) -> Replayed:
    """Rebuild the desk in `folder` from its log and compare it row for row.

    The rebuilt state goes to `target`, or is thrown away.
    """
    return replay(folder / DATABASE, target)


def desk_at(folder: Path, at: int, comment: int | None) -> Past:
    """Return the desk in `folder` as it stood at a moment (UTC microseconds), by its log alone."""
    with work_folder(folder, folder / DATABASE) as place:
        return past(folder / DATABASE, place / "past.db", at, comment)


def time_ahead(read: Reads, now: int) -> int | None:
    """Return the time of a late entry that `now` has not come to, or None (UTC microseconds).

    Then the clock is wrong, or it was; what lies far back tells no more of a clock that was put
    right long ago.
    """
    found = read.entries_between(now + _SKEW, _EVER)
    if found is None or found[1] < read.log_size() - _RECENT:
        return None
    [entry] = read.entries(LogFilter(), found[1] + 1, 1)
    return entry.at


def check_head(folder: Path, note: str, *, verifier: str) -> SignedHead:
    """Return the head in `note` if this log signed it and has grown from it.

    `note` is a head that somebody kept: in a packet, a mail or a file; `verifier` the public key
    that it was first signed by, which proves little if it was read from the same folder. Raises
    BrokenSealError with what is wrong, with the log or with the note.
    """
    from webcare_desk.vault.chain import require_own_key  # loads cryptography
    from webcare_desk.vault.signing import read_note

    size = read_note(note)[0].size
    now = history(folder / DATABASE, [size])
    try:
        require_own_key(note, verifier, now.turns, now.size)
        head = signed_by(verifier)(note, now.turns)
    except ValueError as error:
        msg = QT_TRANSLATE_NOOP(
            "Said", "An entry of this log that names a key is not written as the desk writes."
        )
        raise BrokenSealError(Said.of(msg)) from error
    if head.size > now.size:
        msg = QT_TRANSLATE_NOOP(
            "Said",
            "This head is of {size} entries and the log has {now}: it was cut, or an "
            "older copy of it was put back.",
        )
        raise BrokenSealError(Said.of(msg, size=head.size, now=now.size))
    if head.size and now.roots[head.size] != head.root:
        msg = QT_TRANSLATE_NOOP(
            "Said", "The first {size} entries are not those of this head: the log was rewritten."
        )
        raise BrokenSealError(Said.of(msg, size=head.size))
    return head


def signed_by(verifier: str) -> OpenNote:
    """Return how a signed head is opened, by the key of its epoch; `verifier` is the first one."""
    from webcare_desk.vault.chain import open_head  # loads cryptography

    def opened(note: str, turns: Sequence[KeyTurn]) -> SignedHead:
        head = open_head(note, verifier, turns)
        return SignedHead(head.origin, head.size, head.root)

    return opened


def witnessed(folder: Path, note: str, seen: Seen | None, verifier: str) -> Seen:
    """Return what a witness sees of a log; BrokenSealError when it did not grow from `seen`."""
    head = check_head(folder, note, verifier=verifier)
    require_growth(seen, head.size, head.root, leaf_hashes(folder / DATABASE))
    return Seen(verifier, head.size, head.root.hex())
