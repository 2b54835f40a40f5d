"""What `doctor` finds of a desk itself: its settings, its way to PV, its packs, its log."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from webcare_desk.cli.held import CONFIRM, why_held
from webcare_desk.cli.show import when
from webcare_desk.cli.terminal import Terminal
from webcare_desk.domain.spans import HOUR
from webcare_desk.errors import (
    CorruptFileError,
    ForeignFileError,
    MissingPartError,
    StoreError,
    UsageError,
)
from webcare_desk.vault.registered import VERIFIER

if TYPE_CHECKING:
    from webcare_desk.protocol.problem import Problem
    from webcare_desk.rulebook import InForce

_BACKUPS = "webcare-desk backup list"


def existing(folder: Path) -> Path:
    """Return the folder, or the nearest one above that exists."""
    return next(each for each in (folder.absolute(), *folder.absolute().parents) if each.exists())


def settings(terminal: Terminal) -> str:
    """Say what the settings name; one that cannot be read is a lack."""
    from webcare_desk.settings import read_settings

    found = read_settings(terminal.folder)
    return f"{len(found.sources)} sources; packets to PV by {found.courier.kind.value}"


def pv(terminal: Terminal) -> str:
    """Say to whom reports go; refuse a desk that people work at where that is nowhere.

    Where it is another one since somebody looked, that is a lack too.
    """
    from webcare_desk.actions.configure import differing
    from webcare_desk.actions.pv_way import unseen_keys
    from webcare_desk.app import has_desk
    from webcare_desk.cli.pv_way import SEE
    from webcare_desk.configured import digests_of
    from webcare_desk.settings import CourierKind

    if not has_desk(terminal.folder):
        return "there is no desk"
    with terminal.opened(records=False) as app:
        kind, file = app.settings.courier.kind, app.folder / "desk.toml"
        where = app.settings.courier.goes_to(app.folder)
        goes = f"packets go by {kind.value}{f' to {where}' if where else ''}"
        changed = () if app.is_demo else differing(app.desk.read, digests_of(app.settings))
        if keys := unseen_keys(app.desk.read, changed):
            msg = f"The way to PV was changed ({', '.join(keys)}) and nobody has looked: {goes}."
            raise MissingPartError(msg, SEE)
        if app.is_demo or not app.desk.read.moderators() or kind is not CourierKind.NONE:
            return goes
    there = "" if file.exists() else ", which is not there"
    msg = f"Reports have no way to PV: set [pv] in {file}{there}."
    raise UsageError(msg)


def protocol(terminal: Terminal) -> str:
    """Say what is in force; packs that are not taken, or whose examples fail, are a lack."""
    from webcare_desk.app import has_desk
    from webcare_desk.cli.screening.text import protocol_in_force
    from webcare_desk.new_version import passed_over, problems_of

    if not has_desk(terminal.folder):
        in_force = protocol_in_force(terminal)
        return _of_protocol(in_force, in_force.problems)
    with terminal.opened(records=False) as app:
        problems = app.in_force.problems or problems_of(app, app.protocols)
        said, other = _of_protocol(app.in_force, problems), passed_over(app)
    return said if other is None else f"{said}; {other} says something else and does not count"


def _of_protocol(in_force: "InForce", problems: "tuple[Problem, ...]") -> str:
    found, waiting = in_force.protocol, in_force.waiting
    now = f"{found.id} {found.version}"
    if problems:
        msg = (
            f"{now} stays in force: the protocol has problems "
            f"({len(problems)}). The first: {problems[0]}."
        )
        raise MissingPartError(msg, "webcare-desk protocol check")
    if waiting is not None and waiting.protocol.id != found.id:
        msg = f"{now} stays in force: desk.toml names another pack, {waiting.name}, which waits."
        raise MissingPartError(msg, "webcare-desk protocol use")
    waits = "" if waiting is None else f"; {waiting.name} waits for a second person"
    return f"{now}, {len(found.rules)} rules{waits}"


def names(terminal: Terminal) -> str:
    """Refuse a desk of real work that speaks, or files, in names that ship with the program."""
    from webcare_desk.app import has_desk
    from webcare_desk.casebook.made_up import made_up_in_pack, made_up_in_reports

    if not has_desk(terminal.folder):
        return "there is no desk"
    with terminal.opened(records=False) as app:
        if app.is_demo:
            return "made up, as everything of the demo"
        pack, file = app.protocol.id, app.folder / "desk.toml"
        spoken = made_up_in_pack(app.protocol)
        filed = made_up_in_reports(app.settings)
    lacks = []
    if spoken:
        lacks.append(
            f"The pack {pack} speaks of {', '.join(spoken)}, which are made up: make it yours "
            f"(docs/protocol-packs.md) and name yours as `pack` in {file}."
        )
    if filed:
        keys = ", ".join(f"`{key}`" for key in filed)
        lacks.append(
            f"Reports to PV carry {', '.join(filed.values())}: set {keys} of [safety] in {file}."
        )
    if lacks:
        raise UsageError(" ".join(lacks))
    return "sponsor, products and sender are your own"


def desk(terminal: Terminal) -> str:
    """Say how long the log is; a desk that does not open is a lack, and so is none."""
    from webcare_desk.app import has_desk, remains

    if not has_desk(terminal.folder):
        msg = f"There is no desk in {terminal.folder}."
        can_be = existing(terminal.folder).is_dir()
        raise MissingPartError(msg, "webcare-desk init" if can_be else "")
    try:
        return _opened(terminal)
    except StoreError as error:
        # Only what is lost is put back: another program lets go, a newer one is installed.
        is_lost = isinstance(error, CorruptFileError | ForeignFileError)
        is_lost |= bool({*remains(terminal.folder)} - {VERIFIER})  # beside the key no backup lies
        raise MissingPartError(str(error), _BACKUPS if is_lost else "") from error


def _opened(terminal: Terminal) -> str:
    with terminal.opened(records=False) as app:
        if app.read_only:
            raise MissingPartError(app.read_only)  # the sentence says what leads on
        if why := why_held(app):
            raise MissingPartError(why, CONFIRM)
        return f"{app.desk.read.log_size()} entries in its log"


def backups(terminal: Terminal) -> str:
    """Say which backup would be put back first; one that is only told of is a lack."""
    from webcare_desk.app import has_desk
    from webcare_desk.backups.make import last_backup
    from webcare_desk.backups.shelf import backups_of, require_shelf
    from webcare_desk.clock import now

    shelf = require_shelf(terminal.folder)
    if shelf.exists() and not (shelf.is_dir() and os.access(shelf, os.W_OK | os.X_OK)):
        msg = f"{shelf} is no folder that can be written."
        raise UsageError(msg)
    newest = next((each for each in backups_of(terminal.folder) if not each.problem), None)
    if newest is not None:
        return f"{newest.name}, {(now() - newest.made_at) / HOUR:.0f} hours old"
    if not has_desk(terminal.folder):
        return "there is no desk"
    with terminal.opened(records=False) as app:
        last = last_backup(app.desk.read)
    if last is None:
        return "none has been made"
    msg = f"No backup is in {shelf}; the log tells of one of {when(last.at)}."
    raise MissingPartError(msg, "webcare-desk backup make")


def sources(terminal: Terminal) -> str:
    """Tell what the last poll of each source could not read; no source is asked now."""
    if not terminal.folder.exists():
        return "none has been read"
    with terminal.opened(records=False) as app:
        polls = [app.desk.read.coverage(each.name, 1) for each in app.settings.sources]
    last = [poll for found in polls for poll in found]
    problems = [f"{poll.source}: {poll.problem}" for poll in last if poll.problem]
    if problems:
        raise UsageError("; ".join(problems))
    return f"{len(last)} of {len(polls)} have been read, and nothing was wrong with the last poll"
