"""`comment`: one comment, and everything a person does with it."""

import click

from webcare_desk.cli.lazy import LazyGroup

_HERE = "webcare_desk.cli.comment"
_LATER = {
    "assign": (f"{_HERE}.work:assign", "Give comment NUMBER to the account LOGIN."),
    "claim": (f"{_HERE}.work:claim", "Hold comment NUMBER for a quarter of an hour."),
    "classify": (
        f"{_HERE}.work:classify",
        "Say that comment NUMBER is of a CATEGORY, such as complaint or adverse-event.",
    ),
    "close": (
        f"{_HERE}.work:close",
        "End the work on comment NUMBER for a REASON, such as done or spam.",
    ),
    "confirm-hint": (
        f"{_HERE}.work:confirm_hint",
        "Say that the hint of a KIND that `comment show` names is right of comment NUMBER.",
    ),
    "delete": (
        f"{_HERE}.out:delete",
        "Delete comment NUMBER on its platform; the desk keeps what it has seen.",
    ),
    "escalate": (
        f"{_HERE}.escalate:escalate",
        "Hand comment NUMBER to pharmacovigilance, with its frozen case.",
    ),
    "hide": (f"{_HERE}.out:hide", "Hide comment NUMBER from the public, on its platform."),
    "note": (
        f"{_HERE}.work:note",
        "Add a private note TEXT to comment NUMBER; it never leaves the desk.",
    ),
    "open": (
        f"{_HERE}.work:open_comment",
        "Record that you look at comment NUMBER; the first look is day zero.",
    ),
    "originals": (
        f"{_HERE}.original:originals",
        "List what was frozen of comment NUMBER; with --write, as JSON and as a picture.",
    ),
    "release": (f"{_HERE}.work:release", "Let comment NUMBER go."),
    "reopen": (
        f"{_HERE}.work:reopen",
        "Take comment NUMBER up again, in the queue of its category.",
    ),
    "reply": (
        f"{_HERE}.out:reply",
        "Answer comment NUMBER in public, from a template or in your own words.",
    ),
    "show": (
        f"{_HERE}.show:show",
        "Show comment NUMBER: thread, findings, steps, clocks, deliveries.",
    ),
    "step": (
        f"{_HERE}.work:step",
        "Record that a STEP was done of comment NUMBER's plan, such as warn in a crisis.",
    ),
    "unhide": (f"{_HERE}.out:unhide", "Show comment NUMBER to the public again."),
}


@click.group(cls=LazyGroup, table=_LATER)
def comment() -> None:
    """Show a comment, and work on it."""
