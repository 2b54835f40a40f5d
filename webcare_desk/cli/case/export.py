"""What `case export` gives: the bytes of a case in one form, and notes beside them."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from webcare_desk.casebook.reading import batch_of, frozen
from webcare_desk.domain.e2b import Section
from webcare_desk.errors import UsageError
from webcare_desk.newfile import written
from webcare_desk.pv.e2b.cases import batch_json, in_profile
from webcare_desk.pv.e2b.checks import breaches
from webcare_desk.pv.e2b.meddra import load_release
from webcare_desk.pv.e2b.rules import Checked, Profile
from webcare_desk.pv.e2b.version import amended, nullified
from webcare_desk.pv.e2b.write import Message, write

if TYPE_CHECKING:
    from webcare_desk.app import App


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line."""

    form: str
    profile: str
    meddra: Path | None
    nullify: str | None
    amend: str | None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """The bytes, and sentences for the person."""

    data: bytes
    notes: tuple[str, ...]


def exported(app: "App", case: int, wanted: Wanted) -> Made:
    """Return a case in the form asked for; raises UsageError for what does not fit together."""
    profile = Profile(wanted.profile)
    named = app.settings.safety.meddra
    if profile is not Profile.INTAKE and wanted.meddra is None and named:
        wanted = replace(wanted, meddra=app.folder / named)
    batch = _version(app, _batch(app, case, profile, wanted), wanted)
    notes = [*_notes(app, batch, profile, wanted)]
    if wanted.form == "json":
        return Made(batch_json(batch), tuple(notes))
    if wanted.form == "cioms":
        from webcare_desk.pv.cioms import to_pdf  # loads what sets a PDF

        return Made(to_pdf(batch, app.settings.language), tuple(notes))
    message = write(batch)
    return Made(message.data, (*notes, *_replaced(message)))


def give(data: bytes, out: Path | None, record: Callable[[], object] = lambda: None) -> None:
    """Write to standard output, or to a new file; never over another one.

    `record` keeps that it leaves; where it fails nothing has left.
    """
    if out is None:
        record()
        # A stream without bytes below it, such as a test's, gets the text itself.
        raw: BinaryIO | None = getattr(sys.stdout, "buffer", None)
        if raw is None:
            click.echo(data.decode("utf-8", "replace"), nl=False)
        else:
            raw.write(data)
            raw.flush()
        return
    with written(out) as draft:
        draft.write_bytes(data)
        record()


def _batch(app: "App", case: int, profile: Profile, wanted: Wanted) -> Section:
    release = None if wanted.meddra is None else load_release(wanted.meddra)
    read = app.desk.read
    return in_profile(batch_of(read, case, wanted.version), frozen(read, case), profile, release)


def _version(app: "App", batch: Section, wanted: Wanted) -> Section:
    if wanted.nullify is not None and wanted.amend is not None:
        msg = "A report is taken back or changed, not both: give --nullify or --amend."
        raise UsageError(msg)
    at, zone = app.desk.clock(), app.protocol.openings.zone
    if wanted.nullify is not None:
        return nullified(batch, at, zone, wanted.nullify)
    if wanted.amend is not None:
        return amended(batch, at, zone, wanted.amend)
    return batch


def _notes(app: "App", batch: Section, profile: Profile, wanted: Wanted) -> Iterator[str]:
    if profile is Profile.SUBMISSION and wanted.meddra is None:
        yield "No MedDRA release is loaded (--meddra): the reactions are not coded."
    language = app.settings.language
    for breach in breaches(Checked(batch, profile, datetime.now(UTC))):
        yield f"{breach.rule.severity.value}: {breach.rule.id}: {breach.message(language)}"


def _replaced(message: Message) -> Iterator[str]:
    for each in message.replaced:
        points = ", ".join(f"U+{point:04X}" for point in each.points[:10])
        yield f"{each.code}: XML cannot carry {points}; U+FFFD stands there."
