"""`qualify`: the kit that checks an installation and its functions, and the signed report."""

import re
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from webcare_desk.cli.files import read_file
from webcare_desk.cli.kinds import Place
from webcare_desk.cli.show import plain, say
from webcare_desk.cli.sign_here import say_signed, sign_here
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.domain.audit import digest
from webcare_desk.domain.moderator import Actor, Right
from webcare_desk.domain.signature import Meaning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from webcare_desk.app import App
    from webcare_desk.qualification.check import Check
    from webcare_desk.qualification.report import Report

#: Which checks of `doctor` belong to the installation, and what is expected of each.
_MACHINE: Final = {
    "keyring": "a keyring of the system that keeps secrets",
    "libraries": "every library of the system that Qt needs",
    "font": "a font for the window",
    "Qt": "Qt can be loaded",
    "SQLite": "an SQLite that can read a desk",
    "folder": "the folder of the desk can be written",
    "files": "on a disk of this machine, and closed to other accounts",
    "room": "room on the disk for the log",
    "clock": "a clock that is not before the last entry of the log",
    "settings": "the settings of the desk can be read",
}
_FIRST: Final = 7


class Build(click.ParamType[str]):
    """The digest of a build, as build/traceability.md or a report names it."""

    name = "sha256"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Return it in small letters."""
        given = str(value).strip().lower()
        if not re.fullmatch(r"[0-9a-f]{64}", given):
            self.fail(f"“{value}” is no SHA-256: 64 digits of 0-9 and a-f.", param, ctx)
        return given


@click.group()
def qualify() -> None:
    """Check the installation (IQ) and the functions (OQ), and sign the report."""


@qualify.command()
@click.option("--out", type=Place(), help="Write a signed report into this folder; takes a login.")
@click.option("--build", type=Build(), help="The digest of the build you were told.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@pass_terminal
@click.pass_context
def run(
    ctx: click.Context, terminal: Terminal, out: Path | None, build: str | None, *, as_json: bool
) -> None:
    """Run every check; it takes half a minute, and tries the functions on a desk of its own.

    With --out an administrator or a supervisor signs the report: the password comes once more.
    """
    from webcare_desk.qualification.report import (
        RIGHTS,
        files_of,
        require_room,
    )

    if out is not None:
        require_room(out)
    with nullcontext() if out is None else terminal.acting(*sorted(RIGHTS)) as acting:
        report = _checked(terminal, build or "", acting)
        if as_json:
            click.echo(files_of(report).data.decode("ascii"), nl=False)
        else:
            _show(report)
        if out is not None and acting is not None:
            _sign(report, out, *acting, is_quiet=as_json)
    ctx.exit(int(not report.passed))


def _checked(terminal: Terminal, build: str, acting: "tuple[App, Actor] | None") -> "Report":
    from webcare_desk.qualification.ground import Given
    from webcare_desk.qualification.installation import (
        check_installation,
        installed_here,
    )
    from webcare_desk.qualification.operation import check_operation
    from webcare_desk.qualification.report import About, reported

    installed = installed_here(build)
    desk, by = ("", "") if acting is None else (acting[0].verifier.split("+", 1)[0], _who(*acting))
    kind = "a wheel" if installed.wheel is not None else "a checkout (not built)"
    about = About(installed.build, kind, desk, by)
    given = Given(lambda: _protocol(terminal), _schemas(terminal))
    checks = (*check_installation(installed), *_machine(terminal), *check_operation(given))
    return reported(about, checks)


def _who(app: "App", actor: Actor) -> str:
    person = app.desk.read.moderator(actor.moderator)
    return "" if person is None else f"{person.name} ({person.login}, {actor.role.value})"


def _machine(terminal: Terminal) -> "Iterator[Check]":
    """Yield what `doctor` finds of the machine, without the name of anybody's own folder."""
    from webcare_desk.cli.doctor import looked
    from webcare_desk.qualification.check import Check

    for number, (name, expected) in enumerate(_MACHINE.items(), _FIRST):
        found = looked(name, terminal)
        said = found.said.replace(str(Path.home()), "~")
        what = f"The machine: {name}"
        yield Check(f"IQ-{number:02}", what, expected, said, found.is_fine, ("E1",))


def _protocol(terminal: Terminal) -> tuple[str, list[str]]:
    """Return the protocol in force on the desk, or what ships where there is none, and its problems."""
    from webcare_desk.admission import problems_in
    from webcare_desk.app import has_desk
    from webcare_desk.clock import now
    from webcare_desk.paths import protocols_dir, resources_dir
    from webcare_desk.protocol.versions import archived
    from webcare_desk.screening.lines import load_both
    from webcare_desk.settings import Settings

    if not has_desk(terminal.folder):
        pack = Settings().pack
        found = problems_in(protocols_dir(), pack, load_both(resources_dir()), now())
        return f"{pack}, which ships (there is no desk)", [str(each) for each in found]
    with terminal.opened(records=False) as app:
        protocol = app.protocol
        root = archived(app.folder, protocol.digest) or app.protocols
        found = problems_in(root, protocol.id, app.screens, app.desk.clock())
    return f"{protocol.id} {protocol.version}", [str(each) for each in found]


def _schemas(terminal: Terminal) -> Path | None:
    from webcare_desk.cli.case.check import pack_of

    return pack_of(terminal.folder)


def _show(report: "Report") -> None:
    for check in report.checks:
        result = "passed" if check.passed else "FAILED"
        say(f"{result}  {check.id}  {plain(f'{check.what}: {check.found}')}")
        if not check.passed:
            say(f"{'':<15}expected: {plain(check.expected)}")
    failed = sum(not check.passed for check in report.checks)
    count = len(report.checks)
    say(f"{count - failed} of {count} checks passed; the verdict is “{report.verdict}”.")


def _sign(report: "Report", out: Path, app: "App", actor: Actor, *, is_quiet: bool) -> None:
    """Sign the report, and write it: the entry of the signature tells digest and verdict."""
    from webcare_desk.qualification.report import (
        files_of,
        write_report,
    )

    files = files_of(report)
    made = sign_here(app, actor, digest(files.data), report.document, Meaning.REVIEWED)
    place = write_report(out, files, made)
    words = f"The report is in {place} and, for reading, in {place.with_suffix('.html').name}."
    click.echo(f"{words} Signature {made.id} over {made.record}.", err=is_quiet)


@qualify.command()
@click.argument("report", type=Place())
@pass_terminal
@click.pass_context
def check(ctx: click.Context, terminal: Terminal, report: Path) -> None:
    """Say whether REPORT, and the page beside it, are as somebody signed them on this desk."""
    from webcare_desk.qualification import report as reports

    place = report.with_suffix(".json") if report.suffix == ".html" else report
    data = read_file(place, reports.LARGEST)
    reports.require_report(data)
    page = _page(place.with_suffix(".html"))
    with terminal.reading(Right.REVIEW) as app:
        flaw = reports.flaw_of(app.desk.read, data, page)
        signed = reports.signature_of(app.desk.read, data)
    if flaw:
        say(f"{place} does not hold: {flaw}.")
    else:
        beside = "and the page beside it are" if page is not None else "is"
        say(f"{place} {beside} as signed.")
        say_signed([signed] if signed else [])
    ctx.exit(int(bool(flaw)))


def _page(place: Path) -> str | None:
    from webcare_desk.qualification.report import LARGEST

    return read_file(place, LARGEST).decode("utf-8", "replace") if place.exists() else None
