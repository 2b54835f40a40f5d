"""What a platform shows elsewhere than the desk has it: in another thread, or as another answer."""

from webcare_desk.actions import RecordMove
from webcare_desk.domain.comment import Comment, RemoteComment
from webcare_desk.jobs.arriving import Source


def follow(source: Source, comments: tuple[RemoteComment, ...]) -> None:
    """Record where the known ones among `comments` stand now, each under its link of now.

    A link that alone is another is no move: platforms change it by themselves, some at each read.
    A file is no platform: it may be older than what the desk has.
    """
    if not source.connector.capabilities.detects_edits:
        return
    for remote in comments:
        known = source.known(remote.remote_id)
        if known is None:
            continue
        answered = None if remote.parent is None else source.known(remote.parent)
        if _is_elsewhere(known, remote, answered):
            parent = None if answered is None else answered.id
            link = remote.link or known.link
            move = RecordMove(known.id, remote.thread, remote.thread_title, parent, link)
            source.desk.perform(move, source.by)


def _is_elsewhere(known: Comment, remote: RemoteComment, answered: Comment | None) -> bool:
    """Say whether the thread or what is answered differs.

    What answers a comment that the desk has not, or has erased, is no other answer by that.
    """
    if known.thread != remote.thread:
        return True
    if remote.parent is None:
        return known.parent is not None
    return answered is not None and answered.id != known.parent
