"""The program's entry: the command line, with the window for those commands that open one."""

import contextlib
import io
import os
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

import click

from webcare_desk.cli.root import run_command
from webcare_desk.cli.terminal import Terminal, terminal_of
from webcare_desk.collecting import collect_seldom
from webcare_desk.domain.moderator import Actor
from webcare_desk.errors import WebcareError
from webcare_desk.typed import typeable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from webcare_desk.app import App
    from webcare_desk.vault.secret import Secrets

#: What is made is for this account alone; on Windows the folder says who reads it.
_OWN = 0o077
WRONG_USE, BUG, INTERRUPTED = 2, 70, 130
_UNTOLD = "What the command did is done, but its output cannot be written:"
_BUG = "This is a bug in Webcare Desk; please report it with the lines above."


def main(arguments: list[str] | None = None, terminal: Terminal | None = None) -> int:
    """Run a command line and return its exit code.

    A known error is one sentence and code 2. Anything else is a bug and looks
    like one: its traceback and code 70, so that it is never taken for a finding.
    """
    collect_seldom()
    os.umask(_OWN)  # whatever is written may hold patients' words
    _never_fail_to_print()
    _read_utf8()
    try:
        return run_command(arguments, terminal or terminal_of(open_window, open_rescue))
    except click.ClickException as error:
        error.show()
        return WRONG_USE
    except WebcareError as error:
        return _say(str(error), WRONG_USE)
    except (click.Abort, KeyboardInterrupt):
        return _say("stopped.", INTERRUPTED)
    except SystemExit:
        # click leaves so when nobody reads the output any more, as behind `| head`: no finding.
        return 0
    except Exception as error:  # noqa: BLE001 - the last resort: a bug is shown, and named as one
        return _say_unknown(error)


def _never_fail_to_print() -> None:
    """Let a letter that the terminal's encoding lacks be shown as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _read_utf8() -> None:
    """Take what is piped in as UTF-8: read by the code page of Windows a password is another one."""
    if sys.stdin is None:  # closed by whoever started this
        sys.stdin = io.StringIO()
    elif isinstance(sys.stdin, io.TextIOWrapper) and not sys.stdin.isatty():
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="strict")


def _say_unknown(error: Exception) -> int:
    if isinstance(error, OSError) and _takes_no_output():
        return _say(f"{_UNTOLD} {error.strerror}.", WRONG_USE)
    traceback.print_exc()
    return _say(_BUG, BUG)


def _takes_no_output() -> bool:
    """Say whether standard output takes no more, as on a full disk; then it leads nowhere."""
    try:
        sys.stdout.write("\n")
        sys.stdout.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
        return True
    return False


def open_window(
    app: "App", actor: Actor | None, *, screenshot: Path | None, language: str | None
) -> int:
    """Open the window; Qt is loaded only here."""
    with _libraries_named():
        from webcare_desk.ui.start import run_window  # Qt is loaded when needed

    return run_window(app, actor, screenshot=screenshot, language=language)


def open_rescue(
    folder: Path, secrets: "Secrets", problem: WebcareError, *, language: str | None
) -> bool:
    """Show what can be done about a desk that cannot be opened; Qt is loaded only here."""
    with _libraries_named():
        from webcare_desk.ui.rescue.start import run_rescue

    return run_rescue(folder, secrets, problem, language)


@contextlib.contextmanager
def _libraries_named() -> "Iterator[None]":
    """Name a library of the system that Qt lacks: that is no bug."""
    try:
        yield
    except ImportError as error:
        from webcare_desk.cli.machine import lack_of

        raise lack_of(error) from error


def _say(sentence: str, code: int) -> int:
    print(f"webcare-desk: {typeable(sentence)}", file=sys.stderr)  # noqa: T201 - the program's own voice
    return code


if __name__ == "__main__":
    sys.exit(main())
