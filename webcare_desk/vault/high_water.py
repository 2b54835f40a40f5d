"""The high-water mark of a log in the keyring.

Whoever works on the desk can change it there: it finds an older copy that was
put back, not a person who also cleans the keyring. That takes an anchor.
"""

import base64
import json
from contextlib import suppress

from webcare_desk.domain.audit import Digest, Edge
from webcare_desk.domain.epoch import Epoch
from webcare_desk.domain.mark import LogMark
from webcare_desk.errors import DamagedSecretError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.vault.secret import Secret, Secrets

_HASH = 32


class HighWater:
    """The mark of the log called `origin`; a read takes some 13 ms, a write twice that."""

    def __init__(self, secrets: Secrets, origin: str) -> None:
        """Look for nothing yet."""
        self._secrets = secrets
        self._name = f"log-mark:{origin}"
        self._kept: int | None = None

    def kept(self) -> LogMark | None:
        """Return the mark, None before the first one; SecretError when it cannot be read."""
        found = self._secrets.get(self._name)
        mark = None if found is None else _mark_of(found)
        self._kept = None if mark is None else mark.edge.size
        return mark

    def keep(self, mark: LogMark) -> None:
        """Keep `mark` unless the log has not grown; raises SecretError."""
        if mark.edge.size != self._kept:
            self._secrets.put(self._name, _secret_of(mark))
            self._kept = mark.edge.size

    def forget(self) -> None:
        """Forget the mark: its log is over."""
        self._secrets.forget(self._name)


def _secret_of(mark: LogMark) -> Secret:
    """Return the mark in few letters: Windows keeps 1,280, which is a tree of 2^28 entries."""
    peaks = base64.b64encode(b"".join(mark.edge.peaks)).decode("ascii")
    fields = [mark.edge.size, peaks, mark.epoch.number, mark.epoch.key]
    return Secret(json.dumps(fields, separators=(",", ":")))


def _mark_of(secret: Secret) -> LogMark:
    with suppress(ValueError, TypeError):
        size, peaks_text, number, key = json.loads(secret.reveal())
        joined = base64.b64decode(peaks_text, validate=True)
        peaks = tuple(joined[at : at + _HASH] for at in range(0, len(joined), _HASH))
        if len(peaks) == int(size).bit_count() and len(joined) == len(peaks) * _HASH:
            return LogMark(Edge(size, peaks), Epoch(number, None if key is None else Digest(key)))
    msg = QT_TRANSLATE_NOOP("Said", "what the keyring remembers of its log is damaged.")
    raise DamagedSecretError(Said.of(msg))
