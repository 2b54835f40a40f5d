"""Secrets in the operating system's keyring, and nowhere else.

The `keyring` library is content with any backend it finds: with
`keyrings.alt` installed it writes passwords to a plain file, and its null
backend accepts everything and keeps nothing. Hence an allow-list of backend
classes, and a read after every write.

On Windows each secret has a service of its own: under a shared one `keyring`
moves the secret before aside with each write, in three calls, and two processes
that write lose each other's. What an earlier desk kept there is still found.

A keyring does not protect from other programs of the same user. A read takes
some 13 ms and may open a dialog: call from a worker, not from the window.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Protocol, TypeVar

from webcare_desk.errors import SecretError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.vault.secret import Secret

_WINDOWS = "keyring.backends.Windows.WinVaultKeyring"
#: Backends that encrypt at rest under the user's login, by their exact class.
ALLOWED = frozenset(
    {
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.libsecret.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.kwallet.DBusKeyringKWallet4",
        "keyring.backends.macOS.Keyring",
        _WINDOWS,
    }
)
#: Windows keeps at most 2,560 bytes of UTF-16 (CRED_MAX_CREDENTIAL_BLOB_SIZE).
LARGEST = 2560

_CHAINER = "keyring.backends.chainer.ChainerBackend"
_FOREIGN = (
    ("keyring.errors", "KeyringError"),
    ("secretstorage.exceptions", "SecretStorageException"),
    ("jeepney.wrappers", "DBusErrorResponse"),
    ("jeepney.auth", "AuthenticationError"),
    ("dbus", "DBusException"),
    ("gi.repository.GLib", "Error"),
    ("win32ctypes.pywin32.pywintypes", "error"),
)
# What `keyring` raises for a backend that is named in its settings and is not there.
_MISCONFIGURED = (RuntimeError, ImportError, AttributeError)
_Result = TypeVar("_Result")


class Backend(Protocol):
    """The three calls of `keyring.backend.KeyringBackend` that are used here."""

    def get_password(self, service: str, username: str) -> str | None:
        """Return the stored text, or None."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Store the text."""

    def delete_password(self, service: str, username: str) -> None:
        """Remove the text."""


class KeyringSecrets:
    """Secrets under one service name, or under names that begin with it, in the operating system's keyring."""

    def __init__(
        self,
        service: str,
        *,
        backend: Backend | None = None,
        allowed: frozenset[str] = ALLOWED,
    ) -> None:
        """Choose the backend now; raise SecretError when none can be trusted.

        Without `backend` the one that `keyring` is set to, or finds, is meant.
        """
        self._service = service
        found = backend if backend is not None else _translated(_configured, *_MISCONFIGURED)
        self._backend = _trusted(found, allowed)

    def get(self, name: str) -> Secret | None:
        """Return the secret called `name`, or None; raise SecretError."""
        kept = (self._kept(service, name) for service in self._services(name))
        return next((Secret(text) for text in kept if text is not None), None)

    def put(self, name: str, secret: Secret) -> None:
        """Keep `secret` under `name` and read it back; raise SecretError."""
        text = secret.reveal()
        if len(text.encode("utf-16-le", "surrogatepass")) > LARGEST:
            msg = QT_TRANSLATE_NOOP(
                "Said", "The secret “{name}” is longer than a keyring keeps ({most} characters)."
            )
            raise SecretError(Said.of(msg, name=name, most=LARGEST // 2))
        own, *earlier = self._services(name)
        _translated(lambda: self._backend.set_password(own, name, text))
        if self.get(name) != secret:
            msg = QT_TRANSLATE_NOOP(
                "Said", "The keyring accepted the secret “{name}” but did not keep it."
            )
            raise SecretError(Said.of(msg, name=name))
        self._remove(earlier, name)

    def forget(self, name: str) -> None:
        """Remove the secret called `name` and look that it is gone; raise SecretError."""
        self._remove(self._services(name), name)
        if self.get(name) is not None:
            msg = QT_TRANSLATE_NOOP("Said", "The keyring did not remove the secret “{name}”.")
            raise SecretError(Said.of(msg, name=name))

    def _services(self, name: str) -> list[str]:
        """Return where a secret is kept, and after it where an earlier desk kept it."""
        is_own = class_name(self._backend) == _WINDOWS
        return [*([f"{self._service}:{name}"] if is_own else ()), self._service]

    def _kept(self, service: str, name: str) -> str | None:
        return _translated(lambda: self._backend.get_password(service, name))

    def _remove(self, services: Iterable[str], name: str) -> None:
        for service in services:
            if self._kept(service, name) is not None:
                _translated(partial(self._backend.delete_password, service, name))


def class_name(backend: object) -> str:
    """Return the full name of the backend's class; a subclass has another one."""
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


def _configured() -> Backend:
    import keyring

    return keyring.get_keyring()


def _trusted(backend: Backend, allowed: frozenset[str]) -> Backend:
    members = list(_translated(lambda: list(_members(backend))))
    for member in members:
        if class_name(member) in allowed:
            return member
    names = ", ".join(class_name(member) for member in members) or "none"
    msg = QT_TRANSLATE_NOOP(
        "Said",
        "No trustworthy keyring is available, so no secret is stored: start the "
        "system's keyring and try again (found: {names}).",
    )
    raise SecretError(Said.of(msg, names=names))


def _members(backend: Backend) -> Iterator[Backend]:
    """Yield the backends of a chain, best first; one outside a chain as it is."""
    if class_name(backend) == _CHAINER:
        yield from getattr(backend, "backends", ())
    else:
        yield backend


def _translated(call: Callable[[], _Result], *more: type[Exception]) -> _Result:
    try:
        return call()
    except (*_foreign_errors(), *more) as error:
        msg = QT_TRANSLATE_NOOP(
            "Said", "The keyring cannot be used; it may be locked or not running ({reason})."
        )
        raise SecretError(Said.of(msg, reason=type(error).__name__)) from error


def _foreign_errors() -> tuple[type[BaseException], ...]:
    """Return what a backend may raise; a module not yet loaded has raised nothing."""
    loaded = ((sys.modules.get(module), name) for module, name in _FOREIGN)
    known = (getattr(module, name, None) for module, name in loaded if module)
    classes = (kind for kind in known if isinstance(kind, type))
    return (OSError, UnicodeError, *classes)
