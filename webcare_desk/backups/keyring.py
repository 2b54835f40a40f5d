"""The keyring as a restore sees it: what it changes there waits for the files.

Were the keyring changed first, a restore that is refused or cut off would leave
the present desk without its mark and its key: only to be read, for good.
"""

from webcare_desk.errors import SecretError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said, reason_of
from webcare_desk.vault.log_keys import LOG_KEY
from webcare_desk.vault.secret import Secret, Secrets


class PendingSecrets:
    """Secrets over those of the keyring, which stays as it is until it is told."""

    def __init__(self, secrets: Secrets) -> None:
        """Change nothing yet."""
        self._secrets = secrets
        self._changed: dict[str, Secret | None] = {}

    def get(self, name: str) -> Secret | None:
        """Return the secret called `name` as it will be."""
        return self._changed[name] if name in self._changed else self._secrets.get(name)

    def put(self, name: str, secret: Secret) -> None:
        """Take note that `secret` is to be kept."""
        self._changed[name] = secret

    def forget(self, name: str) -> None:
        """Take note that a secret is to be removed."""
        self._changed[name] = None

    def keep_keys(self) -> None:
        """Keep the keys of logs, before the files that need them: no other desk has their names."""
        for name, secret in self._changed.items():
            if secret is not None and name.startswith(LOG_KEY):
                self._secrets.put(name, secret)

    def settle(self) -> None:
        """Do the rest: only now is the desk that was here over. Raises SecretError."""
        try:
            for name, secret in self._changed.items():
                if secret is None:
                    self._remove(name)
                elif not name.startswith(LOG_KEY):
                    self._secrets.put(name, secret)
        except SecretError as error:
            msg = QT_TRANSLATE_NOOP(
                "Said", "The backup was put back, but the keyring is not as it should be: {reason}"
            )
            raise SecretError(Said.of(msg, reason=reason_of(error))) from error

    def _remove(self, name: str) -> None:
        self._secrets.forget(name)
        if self._secrets.get(name) is not None:
            msg = QT_TRANSLATE_NOOP("Said", "it still has “{name}”.")
            raise SecretError(Said.of(msg, name=name))
