"""Why nothing leaves a desk: nobody has confirmed the backup that it was put back from."""

from typing import TYPE_CHECKING

from webcare_desk.typed import typeable

if TYPE_CHECKING:
    from webcare_desk.app import App

CONFIRM = "webcare-desk backup confirm"
#: What is said where the desk that was put aside could not be read.
NOT_LOOKED_AT = (
    "Whose accounts were closed, whose roles and passwords replaced and what was held for the law "
    "after the backup could not be looked at: it is as it was in the backup."
)


def why_held(app: "App") -> str:
    """Return the sentence why this desk sends and reads nothing, or nothing."""
    from webcare_desk.actions.backup import is_held, last_restore

    if not is_held(app.desk.read):
        return ""
    why = typeable(
        "This desk was put back from a backup: nothing is sent or read, not even to PV, "
        f"until that is confirmed: `{CONFIRM}`."
    )
    is_known = last_restore(app.desk.read).detail["again"] is not None
    return why if is_known else f"{why} {NOT_LOOKED_AT}"
