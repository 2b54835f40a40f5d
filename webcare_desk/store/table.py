"""What a table of the desk is to the log."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """One audited table; `key` is its integer primary key.

    A table with personal columns also has a column `salt` of 16 random bytes.
    """

    name: str
    plain: tuple[str, ...]
    personal: tuple[str, ...] = ()
    key: str = "id"

    @property
    def columns(self) -> tuple[str, ...]:
        """Return every column but the salt, the key first."""
        return (self.key, *self.plain, *self.personal)
