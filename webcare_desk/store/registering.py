"""What can be asked of the register of safety cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from webcare_desk.domain.register import RegisterFilter, RegisterRow


class RegisterReads(Protocol):
    """Reads of the register; pages by keyset, the newest case first."""

    def register_page(
        self, chosen: RegisterFilter, before: int | None, limit: int
    ) -> list[RegisterRow]:
        """Return up to `limit` cases that fit, older than case `before`."""

    def register_row(self, case: int) -> RegisterRow | None:
        """Return the row of one case."""

    def cases_ending(self, digits: str) -> list[tuple[int, str]]:
        """Return the cases whose uid ends with these eight digits, each with its uid."""
