"""Which entries of the log are asked for: a filter that matches nobody is a mistake, told as one."""

from typing import TYPE_CHECKING

from webcare_desk.cli.period import in_order
from webcare_desk.domain.moderator import Right
from webcare_desk.errors import UsageError

if TYPE_CHECKING:
    from webcare_desk.app import App
    from webcare_desk.store.base import LogFilter


def rights_to_find(words: str) -> tuple[Right, ...]:
    """Return what showing the log takes: who searches the words of comments learns them."""
    return (Right.REVIEW, Right.READ) if words else (Right.REVIEW,)


def filter_of(  # noqa: PLR0913, PLR0917 - the options of the command, in the order of the fields
    app: "App",
    actor: str | None,
    action: str | None,
    comment: int | None,
    since: int | None,
    until: int | None,
    words: str,
) -> "LogFilter":
    """Return the filter, or refuse a name that nothing on this desk has."""
    from webcare_desk.reports.acts import with_words
    from webcare_desk.store.base import LogFilter

    if action is not None:
        _require_action(app, action)
    if since is not None and until is not None:
        in_order(since, until)
    if comment is not None and app.desk.read.comment(comment) is None:
        msg = f"Comment {comment} is not on this desk."
        raise UsageError(msg)
    chosen = LogFilter(_moderator(app, actor), action, comment, since, until)
    return with_words(chosen, words)


def _moderator(app: "App", given: str | None) -> str | None:
    """Return who acts in the entries: by a login, also of who has left, or as entries name him."""
    if given is None or given == "system":
        return given
    for each in app.desk.read.moderators():
        if given in {each.login, each.id}:
            return each.id
    msg = f"There is no account “{given}”; `people list` shows them, and the program is `system`."
    raise UsageError(msg)


def _require_action(app: "App", action: str) -> None:
    """Refuse the name of no action; one of an earlier version may be in the log alone."""
    from webcare_desk.actions import ACTIONS
    from webcare_desk.store.base import LogFilter

    is_ours = any(each.name == action for each in ACTIONS)
    if not is_ours and not app.desk.read.entries(LogFilter(action=action), None, 1):
        msg = f"There is no action “{action}”; `audit show` names them as they are logged."
        raise UsageError(msg)
