"""From the registered key to the key of an epoch: each one named by the one before it."""

from collections.abc import Sequence

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from webcare_desk.domain.epoch import Fork, KeyHandover, KeyTurn, key_id, vkey_of
from webcare_desk.errors import BrokenSealError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.vault.signing import Head, open_note, read_note, read_vkey


def open_head(note: str, vkey: str, turns: Sequence[KeyTurn]) -> Head:
    """Return the head in `note` if the key of its epoch signed it, or raise BrokenSealError.

    `vkey` is the registered key, `turns` what the log's own entries say of the
    keys after it, in order; see `key_for`.
    """
    head = open_note(note, key_for(read_note(note)[0].size, vkey, turns))
    if head.origin != vkey.split("+", 1)[0]:
        msg = QT_TRANSLATE_NOOP("Said", "the signed head is that of another log, {origin}")
        raise BrokenSealError(Said.of(msg, origin=head.origin[:80]))
    return head


def require_own_key(note: str, vkey: str, turns: Sequence[KeyTurn], now: int) -> None:
    """Raise BrokenSealError for a head of this origin by a key that was not in force then.

    Somebody kept the head in `note`; the log of `now` entries says `turns` of its keys. A key
    that none of them names is of entries that are here no more; one of another time too.
    """
    head, signer, signed = read_note(note)
    name, public = read_vkey(key_for(head.size, vkey, turns))
    if (head.origin, signer) != (name, name) or signed[:4] == key_id(name, public):
        return  # of another log, or by the right key: `open_head` tells
    named = [turn.epoch.key for turn in turns if isinstance(turn, KeyHandover)]
    keys = [vkey_of(name, bytes.fromhex(key)) for key in named if key is not None]
    known = [key for key in (vkey, *keys) if signed[:4] == key_id(*read_vkey(key))]
    for key in known:
        open_note(note, key)
    raise BrokenSealError(Said.of(_OF_THEN if known else _UNNAMED, size=head.size, now=now))


_UNNAMED = QT_TRANSLATE_NOOP(
    "Said",
    "This head is of {size} entries, and no entry of this log, which has {now}, names the key "
    "that signed it: the log was cut, an older copy of it was put back, or the head is not "
    "of this desk.",
)
_OF_THEN = QT_TRANSLATE_NOOP(
    "Said",
    "This head is of {size} entries, and the key that signed it is one of this log, which has "
    "{now}, but of another time: an older copy was put back and worked on, or the log was "
    "rewritten.",
)


def key_for(size: int, vkey: str, turns: Sequence[KeyTurn]) -> str:
    """Return the key by which a head of `size` entries must be signed.

    The head that ends with a handover is still signed by the earlier key.
    Raises BrokenSealError where a key was not named by the one before it.
    """
    name, public = read_vkey(vkey)
    number = 0
    for turn in _since_registration(name, public, turns):
        if turn.entry >= size:
            break
        if isinstance(turn, Fork):
            msg = QT_TRANSLATE_NOOP(
                "Said",
                "entry {entry} goes on after a fork: from there on it takes the key that was "
                "registered for {origin}",
            )
            raise BrokenSealError(Said.of(msg, entry=turn.entry, origin=turn.origin[:120]))
        _require_named(name, public, turn, number + 1)
        if turn.entry + 1 < size and turn.epoch.key is not None:
            number, public = turn.epoch.number, bytes.fromhex(turn.epoch.key)
    return vkey_of(name, public)


def _since_registration(name: str, public: bytes, turns: Sequence[KeyTurn]) -> Sequence[KeyTurn]:
    """Return the turns after the fork for which this very key was registered, if any."""
    for place, turn in enumerate(turns):
        if isinstance(turn, Fork) and (turn.origin, turn.key) == (name, public.hex()):
            return turns[place + 1 :]
    return turns


def _require_named(name: str, public: bytes, turn: KeyHandover, number: int) -> None:
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(turn.signature, turn.text(name))
    except InvalidSignature as error:
        msg = QT_TRANSLATE_NOOP(
            "Said", "entry {entry} names a new key, but the key before it did not sign that"
        )
        raise BrokenSealError(Said.of(msg, entry=turn.entry)) from error
    if turn.epoch.number != number:
        msg = QT_TRANSLATE_NOOP(
            "Said", "entry {entry} names the key of epoch {epoch} in epoch {before}"
        )
        raise BrokenSealError(
            Said.of(msg, entry=turn.entry, epoch=turn.epoch.number, before=number - 1)
        )
