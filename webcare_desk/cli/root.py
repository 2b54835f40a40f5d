"""The first word of every command line."""

import sys
from dataclasses import replace
from pathlib import Path

import click

from webcare_desk import __version__
from webcare_desk.cli.kinds import Place
from webcare_desk.cli.lazy import LazyGroup
from webcare_desk.cli.terminal import Terminal
from webcare_desk.errors import UsageError
from webcare_desk.typed import program

_HERE = "webcare_desk.cli"
_COMMANDS = {
    "demo": (f"{_HERE}.demo:demo", "Try the desk on a made-up community."),
    "run": (f"{_HERE}.run:run", "Open the window of your own desk."),
    "init": (f"{_HERE}.run:init", "Make a desk and its first administrator."),
    "inbox": (f"{_HERE}.inbox:inbox", "List the queues, and search."),
    "comment": (f"{_HERE}.comment.group:comment", "Show a comment, and work on it."),
    "escalation": (f"{_HERE}.escalation:escalation", "What waits for PV, and PV's answer."),
    "case": (f"{_HERE}.case.group:case", "Safety cases: export them, check them, read others'."),
    "pv": (f"{_HERE}.pv:pv", "Try the way to PV and back, and fetch answers."),
    "outbox": (f"{_HERE}.outbox:outbox", "What is to leave the desk, and send it."),
    "source": (f"{_HERE}.source.group:source", "Set sources up, read them, see what was covered."),
    "import": (f"{_HERE}.import_file:import_file", "Read an export of a listening tool."),
    "screen": (f"{_HERE}.screening.screen:screen", "Show what screening finds in a text."),
    "screening": (f"{_HERE}.screening.group:screening", "What screening missed, what is learnt."),
    "protocol": (f"{_HERE}.protocol.group:protocol", "Check the protocol packs."),
    "audit": (f"{_HERE}.audit.group:audit", "Verify, show and replay the log."),
    "backup": (f"{_HERE}.backup:backup", "Make, list, verify and restore backups."),
    "review": (f"{_HERE}.review:review", "Review the log, and see what nobody reviewed."),
    "qc": (f"{_HERE}.quality:quality", "Draw decisions, and check them."),
    "deviation": (f"{_HERE}.deviation:deviation", "What went wrong, and what is done about it."),
    "people": (f"{_HERE}.people.group:people", "Accounts, roles and passwords."),
    "erase": (f"{_HERE}.erase:erase", "Erase personal data, or hold them for the law."),
    "approval": (f"{_HERE}.approval:approval", "What takes two persons, and the second one."),
    "secret": (f"{_HERE}.secret:secret", "Put a secret into the keyring."),
    "qualify": (f"{_HERE}.qualify:qualify", "Check installation and functions (IQ/OQ), sign it."),
    "doctor": (f"{_HERE}.doctor:doctor", "See whether this machine has what a desk needs."),
}


@click.group(
    cls=LazyGroup,
    table=_COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 fine, 1 a finding (invalid, tampered, not equal), 2 wrong use.",
)
@click.option(
    "--desk",
    envvar="WEBCARE_DESK_DIR",
    type=Place(),
    help="The folder of the desk.",
)
@click.version_option(__version__, prog_name="webcare-desk")
@click.pass_context
def root(ctx: click.Context, desk: Path | None) -> None:
    """Answer patients in the open, and never miss an adverse event."""
    if desk is not None:
        ctx.obj = replace(ctx.find_object(Terminal) or ctx.obj, folder=desk)


def run_command(arguments: list[str] | None, terminal: Terminal) -> int:
    """Run one command line and return its exit code; what is raised is for the caller."""
    words = sys.argv[1:] if arguments is None else arguments
    try:
        code = root.main(words, prog_name=program(), standalone_mode=False, obj=terminal)
    except click.NoSuchOption as error:
        if error.option_name != "--desk" or error.ctx is None:
            raise
        command = error.ctx.command_path.removeprefix(program()).strip()
        msg = f"`--desk DIR` comes before the command: `webcare-desk --desk DIR {command}`."
        raise UsageError(msg) from error
    return code if isinstance(code, int) else 0
