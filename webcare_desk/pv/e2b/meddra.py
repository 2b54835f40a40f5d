"""A MedDRA release from the user's own files: verbatim words to a lowest level term.

The project carries no MedDRA; a release is a folder with `llt.asc` and, for its version,
`meddra_release.asc`, fields between `$` as MSSO distributes them. Only words that are a current
term as they stand are coded; everything else is left to a coder.
"""

from dataclasses import dataclass
from pathlib import Path

from webcare_desk.domain.e2b import REPORT, Section, with_sections, with_values
from webcare_desk.errors import UsageError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

#: Bytes; the terms of a release are some 8 MB.
_LARGEST = 50_000_000
_CODE, _NAME, _CURRENT = 0, 1, 9


@dataclass(frozen=True, slots=True)
class Release:
    """One release: its version, and the code of each current term by its folded name."""

    version: str
    codes: dict[str, str]


def load_release(folder: Path) -> Release:
    """Return the release in `folder`; raise UsageError when it is none."""
    try:
        terms = _text(folder / "llt.asc").splitlines()
        told = folder / "meddra_release.asc"
        version = _text(told) if told.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        msg = QT_TRANSLATE_NOOP(
            "Said", "There is no MedDRA release in {folder}: llt.asc cannot be read."
        )
        raise UsageError(Said.of(msg, folder=folder)) from error
    version = version.partition("$")[0].strip()
    rows = [line.split("$") for line in terms if line.strip()]
    codes = {row[_NAME].casefold(): row[_CODE] for row in rows if _is_current(row)}
    if not codes or not version:
        msg = QT_TRANSLATE_NOOP(
            "Said", "The MedDRA release in {folder} names no version or holds no current term."
        )
        raise UsageError(Said.of(msg, folder=folder))
    return Release(version, codes)


def _text(file: Path) -> str:
    """Return a file of a release; a larger one, or a device, is refused and never read whole."""
    with file.open("rb") as opened:
        data = opened.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        msg = QT_TRANSLATE_NOOP(
            "Said", "{file} is larger than {most} MB: it is of no MedDRA release."
        )
        raise UsageError(Said.of(msg, file=file, most=_LARGEST // 1_000_000))
    return data.decode("utf-8")


def coded(batch: Section, release: Release) -> Section:
    """Return the batch with a code for each reaction whose words are a term of the release."""
    reports = (
        with_sections(each, *(_coded(inner, release) for inner in each.sections))
        if each.code == REPORT
        else each
        for each in batch.sections
    )
    return with_sections(batch, *reports)


def _coded(found: Section, release: Release) -> Section:
    words = found.text("E.i.1.1a").strip().casefold()
    code = release.codes.get(words) if found.code == "E.i" else None
    if code is None:
        return found
    return with_values(found, {"E.i.2.1a": release.version, "E.i.2.1b": code})


def _is_current(row: list[str]) -> bool:
    return len(row) > _NAME and (len(row) <= _CURRENT or row[_CURRENT] != "N")
