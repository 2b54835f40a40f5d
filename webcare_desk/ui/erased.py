"""By whom and when a comment was erased, as a sheet of it holds that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from webcare_desk.domain.approval import Request
    from webcare_desk.domain.erasure import ErasedRow
    from webcare_desk.store.base import Reads


@dataclass(frozen=True, slots=True)
class Erased:
    """What stands for a comment that was erased, and the request by which it was."""

    row: ErasedRow
    request: Request | None


def erased_by(read: Reads, comment: int) -> Erased | None:
    """Return by whom and when a comment was erased; None where its words stand there."""
    row = read.erasure_of(comment)
    return None if row is None else Erased(row, read.request(row.request))
