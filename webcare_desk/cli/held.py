"""Why nothing leaves a desk: nobody has confirmed the backup that it was put back from."""

from typing import TYPE_CHECKING

from webcare_desk.typed import typeable

if TYPE_CHECKING:
    from webcare_desk.app import App

CONFIRM = "webcare-desk backup confirm"


def why_held(app: "App") -> str:
    """Return the sentence why this desk sends and reads nothing, or nothing."""
    from webcare_desk.actions.backup import is_held

    if not is_held(app.desk.read):
        return ""
    return typeable(
        "This desk was put back from a backup: nothing is sent or read, not even to PV, "
        f"until that is confirmed: `{CONFIRM}`."
    )
