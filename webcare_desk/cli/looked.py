"""That somebody reads a comment's words is recorded, whichever command shows them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from webcare_desk.app import App
    from webcare_desk.domain.comment import Comment
    from webcare_desk.domain.moderator import Actor


def look_at(app: "App", comment: int, actor: "Actor | None") -> None:
    """Record the look; as in the window, nothing is where a desk can only be read."""
    from webcare_desk import casework

    if actor is not None and not app.read_only:
        casework.view(app.desk, app.protocol, comment, actor)


def look_beside(
    app: "App", posts: "Iterable[Comment]", actor: "Actor | None", comment: int
) -> None:
    """Record the look at posts that are told in full beside a comment."""
    from webcare_desk import casework

    if actor is not None and not app.read_only:
        numbers = (post.id for post in posts)
        casework.see(app.desk, app.protocol, numbers, actor, comment)
