"""What every pane of the window gets: the desk, who works at it, and its workers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from webcare_desk.domain.moderator import Actor, Right, rights_of

if TYPE_CHECKING:
    from webcare_desk.app import App
    from webcare_desk.ui.feed import Feed
    from webcare_desk.ui.tasks import Tasks


@dataclass(frozen=True)
class Workplace:
    """One person at one desk; `language` is that of the window, `nl` or `en`.

    `read_only` is the sentence why nothing can be changed, or nothing.
    """

    app: App
    actor: Actor
    tasks: Tasks
    feed: Feed
    language: str
    read_only: str = ""

    def may(self, right: Right) -> bool:
        """Say whether the person's role has a right; the desk checks it again."""
        if self.read_only and right is not Right.READ:
            return False
        return right in rights_of(self.actor.role)
