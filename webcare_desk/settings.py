"""A desk's settings: a small TOML file in its folder, never with a secret in it."""

import re
import tomllib
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from webcare_desk.errors import UsageError

FILE = "desk.toml"
_NAME = re.compile(r"[a-z0-9][a-z0-9._:/@+-]{0,95}")
#: What a packet that only goes into a folder says; mail needs real addresses.
SENDER = "webcare@example.invalid"
RECIPIENT = "pv@example.invalid"
#: No comment is kept longer than this many years.
_LONGEST_YEARS = 100
M = TypeVar("M", bound=StrEnum)
V = TypeVar("V")


class SourceKind(StrEnum):
    """Which connector reads a source."""

    SANDBOX = "sandbox"
    WORDPRESS = "wordpress"


class CourierKind(StrEnum):
    """How packets reach PV."""

    NONE = "none"
    SMTP = "smtp"
    FOLDER = "folder"


class Security(StrEnum):
    """How the mail connection is secured; there is no way without TLS."""

    STARTTLS = "starttls"
    TLS = "tls"


@dataclass(frozen=True, slots=True)
class SourceSettings:
    """One source; its password or token is in the keyring as `source:NAME`."""

    name: str
    kind: SourceKind
    url: str
    user: str = ""


@dataclass(frozen=True, slots=True)
class CourierSettings:
    """The way to PV; the SMTP password is in the keyring as `smtp`."""

    kind: CourierKind = CourierKind.NONE
    host: str = ""
    port: int = 587
    security: Security = Security.STARTTLS
    user: str = ""
    sender: str = SENDER
    recipient: str = RECIPIENT
    ca_file: str = ""
    folder: str = ""


@dataclass(frozen=True, slots=True)
class DiskSettings:
    """When the disk is nearly full, and what is kept for an escalation then, in MB."""

    warn_mb: int = 500
    least_mb: int = 100
    ballast_mb: int = 32


@dataclass(frozen=True, slots=True)
class AnchorSettings:
    """To whom heads of the log go: a supervisor's mailbox, a time-stamping authority.

    `tsa_roots` is the file with the certificates that its time stamps must lead to.
    """

    mail: str = ""
    tsa: str = ""
    tsa_roots: str = ""


@dataclass(frozen=True, slots=True)
class RetentionSettings:
    """For how many years each class of comments is kept after it came in, or was escalated."""

    safety: int = 25
    complaint: int = 10
    ordinary: int = 1
    spam: int = 1


@dataclass(frozen=True, slots=True)
class Settings:
    """How one desk works; `undo_seconds` is how long a reply is held.

    `check_share` is how many per cent of the decisions a second person checks.
    """

    language: str = "en"
    pack: str = "varen"
    protocols: str = ""
    undo_seconds: int = 20
    check_share: int = 10
    retention: RetentionSettings = field(default_factory=RetentionSettings)
    courier: CourierSettings = field(default_factory=CourierSettings)
    disk: DiskSettings = field(default_factory=DiskSettings)
    anchor: AnchorSettings = field(default_factory=AnchorSettings)
    sources: tuple[SourceSettings, ...] = ()


def read_settings(folder: Path) -> Settings:
    """Return the settings in `folder`; without a file, the defaults.

    Raises UsageError with the file, the key and what was expected.
    """
    path = folder / FILE
    if not path.exists():
        return Settings()
    try:
        tree = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        msg = f"{path}: {error}."
        raise UsageError(msg) from error
    return _settings(path, tree)


def _settings(path: Path, tree: dict[str, object]) -> Settings:
    table = _Table(path, "", dict(tree))
    desk = table.table("desk")
    sources = tuple(_source(source) for source in table.tables("source"))
    _refuse_twice(path, [source.name for source in sources])
    settings = Settings(
        language=desk.text("language", "en"),
        pack=desk.text("pack", "varen"),
        protocols=desk.text("protocols", ""),
        undo_seconds=desk.whole("undo_seconds", 20),
        check_share=min(desk.whole("check_share", 10), 100),
        retention=_retention(table.table("retention")),
        courier=_courier(table.table("pv")),
        disk=_disk(table.table("disk")),
        anchor=_anchor(table.table("anchor")),
        sources=sources,
    )
    desk.refuse_rest()
    table.refuse_rest()
    return settings


def _retention(table: "_Table") -> RetentionSettings:
    usual = RetentionSettings()
    retention = RetentionSettings(
        safety=min(table.whole("safety_years", usual.safety), _LONGEST_YEARS),
        complaint=min(table.whole("complaint_years", usual.complaint), _LONGEST_YEARS),
        ordinary=min(table.whole("ordinary_years", usual.ordinary), _LONGEST_YEARS),
        spam=min(table.whole("spam_years", usual.spam), _LONGEST_YEARS),
    )
    table.refuse_rest()
    return retention


def _courier(table: "_Table") -> CourierSettings:
    courier = CourierSettings(
        kind=table.member("kind", CourierKind, CourierKind.NONE),
        host=table.text("host", ""),
        port=table.whole("port", 587),
        security=table.member("security", Security, Security.STARTTLS),
        user=table.text("user", ""),
        sender=table.text("sender", SENDER),
        recipient=table.text("recipient", RECIPIENT),
        ca_file=table.text("ca_file", ""),
        folder=table.text("folder", ""),
    )
    table.refuse_rest()
    return courier


def _disk(table: "_Table") -> DiskSettings:
    disk = DiskSettings(
        warn_mb=table.whole("warn_mb", 500),
        least_mb=table.whole("least_mb", 100),
        ballast_mb=table.whole("ballast_mb", 32),
    )
    table.refuse_rest()
    return disk


def _anchor(table: "_Table") -> AnchorSettings:
    anchor = AnchorSettings(
        mail=table.text("mail", ""),
        tsa=table.text("tsa", ""),
        tsa_roots=table.text("tsa_roots", ""),
    )
    if anchor.tsa and not anchor.tsa_roots:
        wanted = "the file with the certificates of the authority"
        raise table.missing(key="tsa_roots", wanted=wanted)
    table.refuse_rest()
    return anchor


def _refuse_twice(path: Path, names: list[str]) -> None:
    for name in names:
        if names.count(name) > 1:
            msg = f"{path}: two sources are called “{name}”; give each a name of its own."
            raise UsageError(msg)


def _source(table: "_Table") -> SourceSettings:
    source = SourceSettings(
        name=table.name("name"),
        kind=table.member("kind", SourceKind),
        url=table.text("url"),
        user=table.text("user", ""),
    )
    table.refuse_rest()
    return source


class _Table:
    """One table of the file; takes each key once and complains by name."""

    def __init__(self, path: Path, name: str, keys: dict[str, object]) -> None:
        self._path = path
        self._name = name
        self._keys = keys

    def text(self, key: str, default: str | None = None) -> str:
        return self._take(key, str, "a text", default)

    def name(self, key: str) -> str:
        """Return a name that the log can hold: short, lower case, no blanks."""
        found = self.text(key)
        if not _NAME.fullmatch(found):
            raise self._wrong(key, "a short name in lower case, such as blog")
        return found

    def whole(self, key: str, default: int | None = None) -> int:
        found = self._take(key, int, "a whole number", default)
        if found < 0:
            raise self._wrong(key, "a whole number of at least 0")
        return found

    def member(self, key: str, kind: type[M], default: M | None = None) -> M:
        found = self.text(key, default)
        try:
            return kind(found)
        except ValueError as error:
            raise self._wrong(key, "one of " + ", ".join(kind)) from error

    def table(self, key: str) -> "_Table":
        return _Table(self._path, f"{key}.", self._take(key, dict, "a table", {}))

    def tables(self, key: str) -> list["_Table"]:
        found = self._take(key, list, "a list of tables", [])
        if not all(isinstance(table, dict) for table in found):
            raise self._wrong(key, "a list of tables")
        return [_Table(self._path, f"{key}.", table) for table in found]

    def refuse_rest(self) -> None:
        for key in self._keys:
            msg = f"{self._path}: {self._name}{key} is not a setting."
            raise UsageError(msg)

    def _take(self, key: str, kind: type[V], wanted: str, default: V | None) -> V:
        found = self._keys.pop(key, default)
        if not isinstance(found, kind) or isinstance(found, bool):
            raise self._wrong(key, wanted)
        return found

    def missing(self, key: str, wanted: str) -> UsageError:
        """Return the error for a key that another key needs."""
        return self._wrong(key, wanted)

    def _wrong(self, key: str, wanted: str) -> UsageError:
        return UsageError(f"{self._path}: {self._name}{key} must be {wanted}.")
