"""Versions of the protocol on disk: those that were in force, and drafts nobody works by yet.

Every version that comes into force is kept under its digest and never written
again; a draft is a copy of all packs that somebody edits. What the log will
name is on the disk before it does: a power cut leaves names, but not words.
"""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from webcare_desk.durable import sync
from webcare_desk.errors import RefusedError, StoreError
from webcare_desk.paths import protocols_dir
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

VERSIONS, DRAFTS = "protocol-versions", "protocol-drafts"
#: The packs that came into force from a draft; from then on the desk works by these.
OWN = "protocol-packs"
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,47}")
#: A file of a pack, or a part of one: `base/rules-grave.yaml`.
_FILE = re.compile(r"[a-z][a-z0-9_-]*/[a-z]+(-[a-z0-9_-]+)?\.yaml")
_MOST_BYTES = 512 * 1024
_UNKNOWN = QT_TRANSLATE_NOOP("Said", "unknown error")


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft; `root` is the folder of its packs, `changed_at` in UTC microseconds."""

    name: str
    root: Path
    changed_at: int


def archive(root: Path, folder: Path, digest: str) -> Path:
    """Keep the packs under `root` as the version of `digest`; return where.

    A kept copy is replaced only where it is not that version and `root` is.
    """
    place = folder / VERSIONS / digest
    if place.is_dir() and _is_damaged(place, root, digest):
        shutil.rmtree(place, ignore_errors=True)
    if not place.is_dir():
        _copy(root, place)
        with _told(folder):
            sync(folder)
    _write_content(root, place, digest)
    return place


def write_contents(folder: Path) -> None:
    """Write beside each kept version what it says, where an earlier program did not."""
    for place in (folder / VERSIONS).glob("[!.]*"):
        with suppress(StoreError):  # next time
            _write_content(place, place, place.name)


def archived(folder: Path, digest: str) -> Path | None:
    """Return where the packs of a version are kept, or None."""
    place = folder / VERSIONS / digest
    return place if place.is_dir() else None


def copy_versions(folder: Path, other: Path) -> None:
    """Keep in `other` every version that `folder` keeps; none is ever written again."""
    for place in (folder / VERSIONS).glob("[!.]*"):
        archive(place, other, place.name)


def drafts(folder: Path) -> list[Draft]:
    """Return the drafts, what was changed last first."""
    found = [
        Draft(place.name, place, _changed_at(place))
        for place in (folder / DRAFTS).glob("*")
        if place.is_dir() and _NAME.fullmatch(place.name)
    ]
    return sorted(found, key=lambda draft: -draft.changed_at)


def begin_draft(root: Path, folder: Path, name: str) -> Draft:
    """Begin a draft as a copy of the packs under `root`; RefusedError where its name is taken."""
    if not _NAME.fullmatch(name):
        msg = QT_TRANSLATE_NOOP(
            "Said", "Name a draft with letters a-z, digits, dots and hyphens, at most 48 of them."
        )
        raise RefusedError(Said.of(msg))
    place = folder / DRAFTS / name
    if place.exists():
        msg = QT_TRANSLATE_NOOP("Said", "There is a draft “{name}” already; give another name.")
        raise RefusedError(Said.of(msg, name=name))
    _copy(root, place)
    return Draft(name, place, _changed_at(place))


def drop_draft(folder: Path, name: str) -> None:
    """Remove a draft."""
    if _NAME.fullmatch(name):
        shutil.rmtree(folder / DRAFTS / name, ignore_errors=True)


def files_of(root: Path) -> list[str]:
    """Return the files of the packs under `root`, such as `base/rules.yaml`."""
    found = (f"{path.parent.name}/{path.name}" for path in root.glob("*/*.yaml"))
    return sorted(name for name in found if _FILE.fullmatch(name))


def text_of(root: Path, file: str) -> str:
    """Return what stands in a file of the packs; StoreError where it cannot be read."""
    try:
        return _inside(root, file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        msg = QT_TRANSLATE_NOOP("Said", "The file {file} cannot be read as text.")
        raise StoreError(Said.of(msg, file=file)) from error


def save_text(draft: Draft, file: str, text: str) -> None:
    """Write a file of a draft as a whole; StoreError where the disk takes it not."""
    data = text.encode("utf-8", "replace")
    if len(data) > _MOST_BYTES:
        msg = QT_TRANSLATE_NOOP(
            "Said", "A file of a pack has at most {most} kB; this one was not saved."
        )
        raise RefusedError(Said.of(msg, most=_MOST_BYTES // 1024))
    target = _inside(draft.root, file)
    fresh = target.with_suffix(".yaml.new")
    try:
        fresh.write_bytes(data)
        fresh.replace(target)
    except OSError as error:
        msg = QT_TRANSLATE_NOOP("Said", "The draft cannot be saved: {reason}.")
        raise StoreError(Said.of(msg, reason=error.strerror or Said.of(_UNKNOWN))) from error


def take_draft(root: Path, folder: Path) -> Path:
    """Let the packs under `root` be those that the desk works by; return where they are."""
    return put_packs(root, folder / OWN)


def put_packs(root: Path, target: Path) -> Path:
    """Put a copy of the packs under `root` in place of `target`; return it.

    The copy is whole before it takes the place of the one before; a crash may leave either under
    its name with `.new` or `.old`. Raises StoreError where the folder takes no copy.
    """
    fresh, old = (target.with_name(f"{target.name}{end}") for end in (".new", ".old"))
    for leftover in (fresh, old):
        shutil.rmtree(leftover, ignore_errors=True)
    _copy(root, fresh)
    with _told(target.parent):
        if target.exists():
            target.rename(old)
        fresh.rename(target)
        sync(target.parent)
    shutil.rmtree(old, ignore_errors=True)
    return target


def own_packs(folder: Path) -> Path | None:
    """Return the packs that came into force from a draft, if any did."""
    for place in (OWN, f"{OWN}.new", f"{OWN}.old"):  # a crash may leave one of the others
        if (folder / place).is_dir():
            return folder / place
    return None


def packs_of(folder: Path, named: str) -> Path:
    """Return the packs that the desk in `folder` works by; `named` is what its settings say."""
    return own_packs(folder) or Path(named or protocols_dir())


def _inside(root: Path, file: str) -> Path:
    if not _FILE.fullmatch(file):
        msg = QT_TRANSLATE_NOOP("Said", "A pack has no file {file}.")
        raise RefusedError(Said.of(msg, file=file))
    return root / file


def _is_damaged(place: Path, root: Path, digest: str) -> bool:
    """Say whether the kept copy is not the version of `digest`, and the packs under `root` are."""
    if _words(place) == _words(root):
        return False  # the usual case, without reading any YAML
    from webcare_desk.protocol.library import content_of_packs

    return content_of_packs(place, digest) is None and content_of_packs(root, digest) is not None


def _write_content(root: Path, place: Path, digest: str) -> None:
    """Write what a version says, in the bytes of which the log has the digest.

    By these it stays readable when a later program reads packs in another way.
    """
    from webcare_desk.protocol.library import CONTENT, content_kept

    target = place / CONTENT
    content = None if target.exists() else content_kept(root, digest)
    if content is not None:
        fresh = target.with_suffix(".new")
        with _told(place):
            fresh.write_bytes(content)
            sync(fresh)
            fresh.replace(target)
            sync(place)


def _words(root: Path) -> dict[str, bytes]:
    with _told(root):
        return {name: (root / name).read_bytes() for name in files_of(root)}


def _copy(root: Path, place: Path) -> None:
    """Copy the packs, and only what belongs to packs; whole and on the disk before it is named."""
    fresh = place.with_name(f".{place.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        with _told(place.parent):
            fresh.mkdir(parents=True)
            for name in files_of(root):
                target = fresh / name
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(root / name, target)
                sync(target)
            for made in (*fresh.iterdir(), fresh):
                sync(made)
            fresh.rename(place)
            sync(place.parent)
    except StoreError:
        shutil.rmtree(fresh, ignore_errors=True)
        raise


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        msg = QT_TRANSLATE_NOOP("Said", "The packs cannot be kept in {folder}: {reason}.")
        raise StoreError(
            Said.of(msg, folder=folder, reason=error.strerror or Said.of(_UNKNOWN))
        ) from error


def _changed_at(place: Path) -> int:
    times = [path.stat().st_mtime_ns // 1000 for path in place.glob("*/*.yaml")]
    return max(times, default=0)
