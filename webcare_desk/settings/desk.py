"""The whole file: how one desk works."""

import json
import tomllib
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from webcare_desk.errors import UsageError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said, reason_of
from webcare_desk.settings.anchor import AnchorSettings, read_anchor
from webcare_desk.settings.answers import AnswerSettings, read_answers
from webcare_desk.settings.courier import CourierSettings, read_courier
from webcare_desk.settings.keeping import DiskSettings, RetentionSettings, read_disk, read_retention
from webcare_desk.settings.network import NetworkSettings, read_network
from webcare_desk.settings.quality import QualitySettings, read_quality
from webcare_desk.settings.safety import SafetySettings, read_safety
from webcare_desk.settings.source import SourceSettings, read_source
from webcare_desk.settings.table import Table

FILE = "desk.toml"
#: No reply is held longer than an hour.
_LONGEST_HOLD = 3600


class Spoken(StrEnum):
    """A language that the window and the reports speak."""

    EN = "en"
    NL = "nl"


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
    quality: QualitySettings = field(default_factory=QualitySettings)
    answers: AnswerSettings = field(default_factory=AnswerSettings)
    disk: DiskSettings = field(default_factory=DiskSettings)
    anchor: AnchorSettings = field(default_factory=AnchorSettings)
    safety: SafetySettings = field(default_factory=SafetySettings)
    network: NetworkSettings = field(default_factory=NetworkSettings)
    sources: tuple[SourceSettings, ...] = ()
    #: Each key of the file with its value as JSON, to be compared with those of another day.
    keys: tuple[tuple[str, str], ...] = field(default=(), compare=False)


def read_settings(folder: Path) -> Settings:
    """Return the settings in `folder`; without a file, the defaults.

    Raises UsageError with the file, the key and what was expected.
    """
    path = folder / FILE
    return parse_settings(path, read_text(path))


def read_text(path: Path) -> str:
    """Return the whole file with its own line ends, without the mark that Windows may begin it with."""
    try:
        return path.read_bytes().decode("utf-8-sig") if path.exists() else ""
    except OSError as error:
        msg = "{path}: {reason}."
        raise UsageError(Said.of(msg, path=path, reason=reason_of(error))) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        msg = QT_TRANSLATE_NOOP(
            "Said", "{path}: line {line} holds a letter that is not UTF-8: save the file as UTF-8."
        )
        raise UsageError(Said.of(msg, path=path, line=line)) from error


def parse_settings(path: Path, text: str) -> Settings:
    """Return what the text of the file says; raises UsageError as `read_settings` does."""
    try:
        tree = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        msg = "{path}: {reason}."
        raise UsageError(Said.of(msg, path=path, reason=reason_of(error))) from error
    return _settings(path, tree)


def _settings(path: Path, tree: dict[str, object]) -> Settings:
    whole = deepcopy(tree)  # what is taken of a table leaves it
    table = Table(path, "", dict(tree))
    desk = table.table("desk")
    sources = tuple(read_source(source) for source in table.tables("source"))
    refuse_twice(path, [source.name for source in sources])
    courier = read_courier(table.table("pv"))
    settings = Settings(
        language=desk.member("language", Spoken, Spoken.EN).value,
        pack=desk.text("pack", "varen"),
        protocols=desk.text("protocols", ""),
        undo_seconds=desk.whole("undo_seconds", 20, _LONGEST_HOLD),
        check_share=desk.whole("check_share", 10, 100),
        retention=read_retention(table.table("retention")),
        courier=courier,
        quality=read_quality(table.table("quality"), courier),
        answers=read_answers(table.table("answers")),
        disk=read_disk(table.table("disk")),
        anchor=read_anchor(table.table("anchor"), courier),
        safety=read_safety(table.table("safety")),
        network=read_network(table.table("network")),
        sources=sources,
    )
    desk.refuse_rest()
    table.refuse_rest()
    return replace(settings, keys=tuple(sorted(_keys("", whole))))


def _keys(place: str, found: object) -> Iterator[tuple[str, str]]:
    """Yield each value below `place`; a source stands under its name."""
    if isinstance(found, list) and place == "source":
        found = {each["name"]: each for each in found}
    if not isinstance(found, dict):
        yield place, json.dumps(found)
        return
    for key, value in found.items():
        yield from _keys(f"{place}.{key}" if place else key, value)


def refuse_twice(path: Path, names: list[str]) -> None:
    """Raise UsageError where two sources have one name."""
    for name in names:
        if names.count(name) > 1:
            msg = QT_TRANSLATE_NOOP(
                "Said", "{path}: two sources are called “{name}”; give each a name of its own."
            )
            raise UsageError(Said.of(msg, path=path, name=name))
