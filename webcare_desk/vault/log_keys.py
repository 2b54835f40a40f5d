"""The keys of a desk's log in the keyring: one for each epoch, found by what the log names.

A new key is kept before the entry that names it, the old one is erased only
after that entry is committed. Whatever is left by a crash between the two,
the log decides which key counts; one that it never named signs nothing.
"""

from dataclasses import dataclass

from webcare_desk.domain.audit import Digest
from webcare_desk.domain.epoch import Epoch, key_id
from webcare_desk.errors import SecretError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.vault.secret import Secrets
from webcare_desk.vault.signing import Signer

LOG_KEY = "log-key"


class LogKeys:
    """The keys of the log called `origin`; `store.sqlite` asks it for the one in force."""

    def __init__(self, secrets: Secrets, origin: str) -> None:
        """Look for nothing yet: the log says which key it needs."""
        self._secrets = secrets
        self._origin = origin
        self._held: tuple[Epoch, Signer] | None = None
        self._made: Digest | None = None
        self._refusal = ""

    def refuse(self, reason: str) -> None:
        """Give no key any more, and this reason instead."""
        self._refusal, self._held = reason, None

    def signer_of(self, epoch: Epoch) -> Signer:
        """Return the key of `epoch`; SecretError when it is not here or may not be used."""
        if self._refusal:
            raise SecretError(self._refusal)
        if self._held is None or self._held[0] != epoch:
            self._held = (epoch, self._signer(epoch))
        return self._held[1]

    def _signer(self, epoch: Epoch) -> Signer:
        kept = self._secrets.get(self.name_of(epoch))
        if kept is None:
            msg = QT_TRANSLATE_NOOP(
                "Said",
                "its key is not in this keyring. Two persons may go on with the desk, its "
                "log under a new name: `webcare-desk audit continue`.",
            )
            raise SecretError(Said.of(msg))
        return Signer.from_secret(kept).signer_of(epoch)

    def make_next(self) -> Digest:
        """Keep a new key and return its public half; the log has to name it.

        One that was made and is not named yet is made only once: whether a
        commit that failed is on the disk after all, only the next start knows.
        """
        if self._made is None:
            signer = Signer.generate(self._origin)
            self._secrets.put(self.name_of(Epoch(1, signer.public)), signer.to_secret())
            self._made = signer.public
        return self._made

    def is_named(self) -> None:
        """Take note that the log named the key that was made last."""
        self._made = None

    def forget_made(self) -> None:
        """Erase a key that was made and will never be named: another one was."""
        if self._made is not None:
            self.erase(Epoch(1, self._made))
            self._made = None

    def erase(self, epoch: Epoch) -> None:
        """Erase the key of an epoch that is over and see that it is gone; or SecretError."""
        name = self.name_of(epoch)
        self._secrets.forget(name)
        if self._secrets.get(name) is not None:
            msg = QT_TRANSLATE_NOOP("Said", "The old key of the log is still in the keyring.")
            raise SecretError(Said.of(msg))

    def name_of(self, epoch: Epoch) -> str:
        """Return under which name the keyring has the key."""
        if epoch.number == 0 or epoch.key is None:
            return f"{LOG_KEY}:{self._origin}"
        return f"{LOG_KEY}:{self._origin}:{key_id(self._origin, bytes.fromhex(epoch.key)).hex()}"


@dataclass(frozen=True, slots=True)
class NewKey:
    """The first key of a log that goes on after a fork: it signs whatever came before."""

    signer: Signer

    def signer_of(self, epoch: Epoch) -> Signer:
        """Return the key."""
        del epoch
        return self.signer
