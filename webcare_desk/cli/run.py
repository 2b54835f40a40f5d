"""`run` opens the window for real work; `init` makes the desk that it needs."""

import sys
from pathlib import Path

import click

from webcare_desk.cli.demo import LANGUAGES, spoken
from webcare_desk.cli.display import require_display
from webcare_desk.cli.kinds import Picture
from webcare_desk.cli.login import new_secret
from webcare_desk.cli.made_up import why_made_up
from webcare_desk.cli.show import say
from webcare_desk.cli.terminal import Terminal, pass_terminal
from webcare_desk.domain.moderator import Right
from webcare_desk.errors import (
    BusyError,
    MissingPartError,
    ReadOnlyError,
    UsageError,
    WebcareError,
)
from webcare_desk.typed import typeable

_SETTINGS = """\
# The settings of this desk. Passwords are not here: `webcare-desk secret set NAME` keeps them
# in the keyring, as smtp for the mail server and source:NAME for each source.

[desk]
language = "{language}"
# The protocol pack, and the folder of all packs if it is not the one that ships.
pack = "varen"
# protocols = "/path/to/packs"
# How many seconds a reply is held before it leaves, at most 3600.
undo_seconds = 20

# [disk]
# warn_mb = 500          # warn when less is free
# least_mb = 100         # below this nothing but escalating works
# ballast_mb = 32        # kept for that, and given up when the disk is full

# [pv]
# "smtp" needs `host`, `user`, `sender`, `recipient`; "https" needs `url` and both addresses.
# kind = "smtp"          # or "https", or "folder" with `folder` alone
# host = "mail.example.org"
# security = "starttls"  # or "tls"
# port = 587             # 465 with "tls", where nothing else is said
# user = "webcare"
# sender = "webcare@example.org"
# recipient = "drugsafety@example.org"
# folder = "packets"     # every packet is also saved here
# certificate = "pv.pem" # of PV, with an RSA key: each packet is then encrypted to it (S/MIME)
# url = "https://intake.example.org/packets"  # for "https"; its secret is `https`

# [quality]
# An escalated quality complaint also goes to the quality department, as a masked notice.
# mail = "quality@example.org"  # by the server and login of [pv], which is "smtp" then
# folder = "quality"     # and, or instead, into this folder

# [answers]
# From where PV's acknowledgements are read; nothing is changed there. The password is `imap`.
# host = "mail.example.org"
# security = "tls"       # or "starttls"
# port = 993             # 143 with "starttls", where nothing else is said
# user = "webcare"
# sender = "drugsafety@example.org"  # look only into mails from there
# folder = "answers"     # `.xml` and `.eml` files that somebody else puts there
# identity = "desk.p12"  # the desk's own RSA key: opens encrypted answers; its password is `smime`

# [anchor]
# Heads of the log for somebody else, every 100 entries or 15 minutes, and at the end of a shift.
# mail = "supervisor@example.org"      # by the server and login of [pv], which is "smtp" then
# tsa = "https://tsa.example.org"      # a time-stamping authority (RFC 3161)
# tsa_roots = "tsa.pem"                # its certificates: root, what is between, its own

# [safety]
# Who files the reports, as agreed with PV. These are the program's own names: as long as the
# first three are not set here, reports carry them, and the desk says so.
# sender = "WEBCARE"             # yours in E2B (N.1.3, N.2.r.2), and in each number (C.1.1)
# receiver = "PV"                # PV's in E2B (N.1.4, N.2.r.3)
# organisation = "Webcare Desk"  # your organisation (C.3.2)
# country = "NL"                 # each number begins with it; unset it is the protocol's
# sender_type = 6                # C.3.1: 1 is a company, 6 another, such as an agency
# day_zero = "first-viewed"      # or "posted", "ingested", "recognised": as the sponsor says
# schema_pack = "schemas"        # the folder of ICH's XML schemas, for `case check`
# meddra = "meddra"              # the folder of your release of MedDRA, for `case export`

# [retention]
# For how many years a finished comment is kept. Then `webcare-desk erase due` lists it; nothing
# is erased before two persons say so.
# safety_years = 25      # since it was handed to PV, at least 10
# complaint_years = 10   # since it came in, as below
# ordinary_years = 1
# spam_years = 1

# [network]
# For a company's network: sources, PV's `url` and time stamps are asked by this proxy, which
# must take no login, and an authority of the company's own is believed as well.
# proxy = "http://proxy.example.org:8080"
# ca_file = "company.pem"

# Sources are set up in the window (Desk, Sources…), by `webcare-desk source add`, or here.
# [[source]]
# name = "blog"
# kind = "wordpress"
# url = "https://blog.example.org"
# user = "webcare"
"""


@click.command()
@click.option("--screenshot", type=Picture(), help="Draw the window into a PNG.")
@click.option("--language", type=LANGUAGES, help="Of the window; else that of the settings.")
@pass_terminal
@click.pass_context
def run(
    ctx: click.Context, terminal: Terminal, screenshot: Path | None, language: str | None
) -> None:
    """Open the window of your own desk; it asks who you are."""
    if screenshot is None:
        require_display("run")
        while True:
            try:
                with terminal.opened() as app:
                    ctx.exit(terminal.open_window(app, None, screenshot=None, language=language))
            except WebcareError as error:
                if not _rescued(terminal, error, language):
                    raise
    with terminal.acting(Right.READ) as (app, actor):
        ctx.exit(terminal.open_window(app, actor, screenshot=screenshot, language=language))


def _rescued(terminal: Terminal, problem: WebcareError, language: str | None) -> bool:
    """Show what can be done about a desk that cannot be opened; say whether to try again.

    Also a slip in its settings is shown: who starts it from a menu has no terminal.
    """
    from webcare_desk.app import has_desk

    if terminal.open_rescue is None or isinstance(problem, BusyError | MissingPartError):
        return False
    if not has_desk(terminal.folder):
        return False
    return terminal.open_rescue(terminal.folder, terminal.secrets, problem, language=language)


@click.command()
@click.option("--login", help="Of the first administrator.")
@click.option("--name", help="The administrator's own name.")
@click.option("--language", type=LANGUAGES, help="Of the window and of reports.")
@click.option("--open-gate", is_flag=True, help="People reply and close without a certificate.")
@pass_terminal
def init(
    terminal: Terminal,
    login: str | None,
    name: str | None,
    language: str | None,
    *,
    open_gate: bool,
) -> None:
    """Make a desk in its folder, with the first administrator.

    The password is asked for unseen, or comes as one line on standard input.
    Who replies or closes takes the training test first, unless the gate is open.
    """
    from webcare_desk import people
    from webcare_desk.app import has_desk, make_desk
    from webcare_desk.rounds import keep_room
    from webcare_desk.settings import read_settings
    from webcare_desk.vault.passwords import check_password

    is_begun = has_desk(terminal.folder)
    if is_begun:
        _require_unmanned(terminal)
    login, name = _asked("Login", login), _asked("Name", name)
    password = new_secret("Password")
    check_password(password, (login, name))
    read_settings(terminal.folder)
    if not is_begun:
        make_desk(terminal.folder, terminal.secrets)
    _write_settings(terminal.folder / "desk.toml", language or spoken())
    with terminal.opened() as app:
        people.add_first_administrator(app.desk, login, name, password, training_gate=not open_gate)
        app.put_protocol_in_force()
        keep_room(app)
        names = why_made_up(app)
    _say_made(terminal.folder, names)


def _say_made(folder: Path, names: str) -> None:
    """Say where the desk is, what to mend of it, in whose `names` it works, and what is next."""
    from webcare_desk.cli.doctor import require_closed

    say(f"The desk is made in {folder}. Its settings are in desk.toml there.")
    try:
        require_closed(folder)
    except MissingPartError as error:
        say(f"{error} Close it: `{error.mend}`.")
    if names:
        say(names)
    say(typeable("Next: `webcare-desk people add` for the others, then `webcare-desk run`."))


def _require_unmanned(terminal: Terminal) -> None:
    """Refuse a desk that somebody works at; one whose `init` was cut off gets its administrator."""
    with terminal.opened() as app:
        if app.desk.read.moderators():
            msg = f"There is a desk in {terminal.folder} already; it was left as it is."
            raise UsageError(msg)


def _asked(words: str, given: str | None) -> str:
    """Return what was given, else what is typed."""
    said = click.prompt(words, err=True) if given is None and sys.stdin.isatty() else given
    if said is None or not said.strip():
        msg = f"Name the first administrator: --{words.lower()} is missing."
        raise UsageError(msg)
    return str(said).strip()


def _write_settings(path: Path, language: str) -> None:
    if path.exists():
        return
    try:
        path.write_text(_SETTINGS.format(language=language), encoding="utf-8")
    except OSError as error:
        msg = f"{path} cannot be written: {error.strerror}."
        raise ReadOnlyError(msg) from error
