"""What can be asked of a desk to replay its comments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from webcare_desk.domain.backtest import KeptComment


class BacktestReads(Protocol):
    """Every comment in its latest wording, in pages by key."""

    def kept_comments(self, after: int, limit: int) -> list[KeptComment]:
        """Return up to `limit` comments after the row `after`; none that was erased."""
