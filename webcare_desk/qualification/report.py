"""The report of a qualification: what was checked, on what, by whom, and the verdict.

It is a JSON file, which is what a person signs, and a page for reading that
the JSON names by its digest. Neither holds a secret, the name of the machine
or the folder of a person.
"""

import json
import os
import platform
import sqlite3
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from webcare_desk import __version__
from webcare_desk.domain.audit import Name, digest
from webcare_desk.domain.moderator import Right, rights_of
from webcare_desk.domain.signature import Signature
from webcare_desk.errors import UsageError
from webcare_desk.newfile import written
from webcare_desk.qualification.build import program_files, requirements
from webcare_desk.qualification.check import Check
from webcare_desk.qualification.page import page_of, unsigned, with_signature
from webcare_desk.signing_off import verify_signature
from webcare_desk.store.base import Reads

FORMAT: Final = "webcare-desk/qualification/1"
#: Larger is no report of this program.
LARGEST: Final = 8 * 1024 * 1024
#: What it takes to sign one: an administrator and a supervisor have both.
RIGHTS: Final = frozenset({Right.CONFIGURE, Right.SIGN})
_DOCUMENT: Final = "qualification:"
_UNSIGNED: Final = "nobody signed it on this desk as it stands here: it was changed afterwards, or is of another desk"


@dataclass(frozen=True, slots=True)
class About:
    """Of what a report is: the program's build, how it was installed, the desk, and who ran it."""

    build: str
    installed_as: str
    desk: str
    by: str


@dataclass(frozen=True, slots=True)
class Report:
    """What was found, by whom, when, on what."""

    about: About
    made_at: str
    checks: tuple[Check, ...]

    @property
    def passed(self) -> bool:
        """Say whether every check passed."""
        return all(check.passed for check in self.checks)

    @property
    def verdict(self) -> str:
        """The verdict in a word."""
        return "passed" if self.passed else "failed"

    @property
    def document(self) -> Name:
        """Under which name it is signed: the entry of the log tells the verdict."""
        return Name(f"{_DOCUMENT}{self.verdict}")


@dataclass(frozen=True, slots=True)
class Files:
    """A report as it is written: the JSON that is signed, and the page without its signature."""

    data: bytes
    page: str


def reported(about: About, checks: tuple[Check, ...]) -> Report:
    """Return the report of what was found, of now, by the clock and the zone of this machine."""
    return Report(about, datetime.now(UTC).astimezone().isoformat(timespec="seconds"), checks)


def facts_of(report: Report) -> dict[str, str]:
    """Return what the report is about, by name."""
    return {
        "verdict": report.verdict,
        "program": f"Webcare Desk {__version__}",
        "build": report.about.build,
        "installed": report.about.installed_as,
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "sqlite": sqlite3.sqlite_version,
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "desk": report.about.desk,
        "made_at": report.made_at,
        "made_by": report.about.by,
    }


def files_of(report: Report) -> Files:
    """Return the report as JSON and as a page; the JSON names the page by its digest."""
    page = page_of(facts_of(report), report.checks, requirements(program_files()))
    said = {
        "format": FORMAT,
        **facts_of(report),
        "checks": [asdict(check) for check in report.checks],
        "page_sha256": digest(page.encode("utf-8")),
    }
    return Files((json.dumps(said, indent=1) + "\n").encode("ascii"), page)


def require_room(folder: Path) -> None:
    """Make the folder for the report, or refuse: what was signed must be written too."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        msg = f"{folder} is no folder for the report: {error.strerror}."
        raise UsageError(msg) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        msg = f"{folder} cannot be written."
        raise UsageError(msg)


def write_report(folder: Path, files: Files, signature: Signature) -> Path:
    """Write a signed report into a folder; return where the JSON is."""
    stamp = datetime.fromtimestamp(signature.at // 1_000_000, UTC)
    target = folder / f"qualification-{stamp:%Y%m%dT%H%M%SZ}.json"
    page = with_signature(files.page, signature)
    with written(target) as draft, written(target.with_suffix(".html")) as beside:
        draft.write_bytes(files.data)
        beside.write_text(page, encoding="utf-8", newline="")
    return target


def signature_of(read: Reads, data: bytes) -> Signature | None:
    """Return the signature of this desk under exactly these bytes of a report, if there is one."""
    record = digest(data)
    return next(
        (
            each
            for each in reversed(list(read.signatures()))
            if each.record == record and each.document.startswith(_DOCUMENT)
        ),
        None,
    )


def flaw_of(read: Reads, data: bytes, page: str | None) -> str:
    """Return what is wrong with a report as it lies here, and its page; nothing if it is as signed."""
    found = signature_of(read, data)
    if found is None:
        return _UNSIGNED
    if not rights_of(found.role) >= RIGHTS:
        return f"it was signed in the role {found.role}, which may not"
    named = json.loads(data)["page_sha256"]
    if page is not None and digest(unsigned(page, found).encode("utf-8")) != named:
        return "the page beside it is not the one of this report: it was changed"
    return verify_signature(read, found, digest(data), found.document) or ""


def require_report(data: bytes) -> None:
    """Refuse a file that is no report at all."""
    try:
        said = json.loads(data)
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict) or said.get("format") != FORMAT:
        msg = "This is no report of a qualification: name the .json file that was written."
        raise UsageError(msg)
