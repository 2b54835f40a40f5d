"""What a command says where a reply or a report goes out in the names of the demo."""

from contextlib import suppress
from typing import TYPE_CHECKING

from webcare_desk.errors import WebcareError
from webcare_desk.typed import typeable

if TYPE_CHECKING:
    from webcare_desk.app import App


def why_made_up(app: "App") -> str:
    """Return the sentence that names what is made up on this desk, or nothing."""
    from webcare_desk.casebook.made_up import made_up

    names: tuple[str, ...] = ()
    with suppress(WebcareError):  # that no protocol can be loaded is told elsewhere
        names = () if app.is_demo else made_up(app.protocol, app.settings)
    if not names:
        return ""
    return typeable(
        f"Made-up names go out from this desk: {', '.join(names)}. "
        "Put yours in their place: `webcare-desk doctor` says where."
    )
