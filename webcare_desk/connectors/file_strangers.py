"""Rows whose id another comment has on the desk.

Two files number their rows alike more often than not: nobody may get another person's words.
"""

from collections.abc import Mapping

from webcare_desk.connectors.file_threads import parents_first
from webcare_desk.domain.comment import Comment, RemoteComment

_OTHER = "The desk has a comment with this id {}. A file from elsewhere needs a name of its own: --source."
_ANSWER = "This row answers a row that is another comment on the desk."


def strangers(comments: Mapping[str, RemoteComment], had: Mapping[str, Comment]) -> dict[str, str]:
    """Return by id the rows that are other comments than those on the desk, and a sentence why.

    What the desk does not know and answers such a row is among them: it would be read as an
    answer to the other one.
    """
    found = {
        remote_id: _OTHER.format(how)
        for remote_id, before in had.items()
        if remote_id in comments and (how := _other(comments[remote_id], before))
    }
    for each in parents_first(comments.values()):
        if each.parent in found and each.remote_id not in had:
            found.setdefault(each.remote_id, _ANSWER)
    return found


def _other(row: RemoteComment, before: Comment) -> str:
    """Say how the comment on the desk is another one; nothing where it is the same.

    The same words of nobody else are the same comment, whose date is only read otherwise now.
    """
    # An import without a column of authors knows none.
    if row.author_name and before.author_name and row.author_name != before.author_name:
        return "by another author"
    if row.posted_at != before.posted_at and row.text != before.text:
        return "that was posted at another moment"
    return ""
