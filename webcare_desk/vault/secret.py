"""A secret that does not print itself, and the place where secrets are kept."""

import hmac
from typing import Protocol


class Secret:
    """A password, token or key; only `reveal` gives its text.

    Neither `str`, `repr`, formatting, pickling nor a log line shows it.
    Python cannot wipe a string: it stays in memory until it is collected.
    """

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        """Hold `text`."""
        self._text = text

    def reveal(self) -> str:
        """Return the text, at the very place that needs it."""
        return self._text

    def __repr__(self) -> str:
        """Say that a secret is here, and nothing about it."""
        return "<Secret>"

    def __eq__(self, other: object) -> bool:
        """Compare in constant time."""
        if not isinstance(other, Secret):
            return NotImplemented
        ours, theirs = (part.encode("utf-8", "surrogatepass") for part in (self._text, other._text))
        return hmac.compare_digest(ours, theirs)

    __hash__ = None  # type: ignore[assignment]  # a hash would say something about it

    def __reduce__(self) -> str:
        """Refuse to be pickled: a pickle would hold the text."""
        msg = "a secret is not pickled"
        raise TypeError(msg)


class Secrets(Protocol):
    """Where secrets are kept between two starts; every method may raise SecretError."""

    def get(self, name: str) -> Secret | None:
        """Return the secret called `name`, or None when there is none."""

    def put(self, name: str, secret: Secret) -> None:
        """Keep `secret` under `name`, in place of an earlier one."""

    def forget(self, name: str) -> None:
        """Remove the secret called `name`; that there is none is fine."""


class MemorySecrets:
    """Secrets that are gone when the program ends: for the demo."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._kept: dict[str, Secret] = {}

    def get(self, name: str) -> Secret | None:
        """Return the secret called `name`, or None when there is none."""
        return self._kept.get(name)

    def put(self, name: str, secret: Secret) -> None:
        """Keep `secret` under `name`, in place of an earlier one."""
        self._kept[name] = secret

    def forget(self, name: str) -> None:
        """Remove the secret called `name`; that there is none is fine."""
        self._kept.pop(name, None)
