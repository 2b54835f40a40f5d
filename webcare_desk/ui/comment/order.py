"""Where the posts of a thread stand around one comment. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from webcare_desk.domain.comment import Comment


@dataclass(frozen=True, slots=True)
class Around:
    """What a comment answers, what answers it, and what else the thread holds."""

    parents: tuple[Comment, ...]
    replies: tuple[Comment, ...]
    others: tuple[Comment, ...]


def around(comment: Comment, thread: Sequence[Comment]) -> Around:
    """Return the posts of `thread` by their place around `comment`, each oldest first."""
    known = {post.id: post for post in thread}
    parents = _chain(comment, known)
    below = {comment.id}
    for post in sorted(thread, key=lambda each: each.id):
        if post.parent in below:
            below.add(post.id)
    near = {comment.id} | {post.id for post in parents}
    ordered = sorted(thread, key=lambda post: (post.posted_at, post.id))
    return Around(
        parents=parents,
        replies=tuple(post for post in ordered if post.id in below - near),
        others=tuple(post for post in ordered if post.id not in below | near),
    )


def _chain(comment: Comment, known: dict[int, Comment]) -> tuple[Comment, ...]:
    """Return what the comment answers, the first post first; a ring ends the chain."""
    chain: list[Comment] = []
    seen, above = {comment.id}, comment.parent
    while above is not None and above in known and above not in seen:
        seen.add(above)
        chain.append(known[above])
        above = known[above].parent
    return tuple(reversed(chain))
