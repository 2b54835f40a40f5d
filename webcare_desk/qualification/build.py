"""Which build this is: every file that ships, and one digest over all of them.

An installed wheel and the checkout that it was built from have the same digest,
which build/traceability.md names too.
"""

import contextlib
import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from webcare_desk import paths

PACKAGE: Final = Path(paths.__file__).resolve().parent
LOCK: Final = "requirements.lock"
TABLE: Final = "traceability.toml"
#: What a wheel holds inside the package, and where a checkout has it.
_BESIDE: Final = {
    "resources": "resources",
    "protocols": "protocols",
    LOCK: LOCK,
    TABLE: f"docs/{TABLE}",
}


def program_files(package: Path = PACKAGE) -> dict[str, Path]:
    """Return every file of the program, by a name that a wheel and a checkout share."""
    found = {
        f"webcare_desk/{name}": file
        for name, file in _below(package)
        if name.partition("/")[0] not in _BESIDE
    }
    for name, beside in _BESIDE.items():
        inside = package / name
        place = inside if inside.exists() else package.parent / beside
        if place.is_file():
            found[name] = place
        found |= {f"{name}/{below}": file for below, file in _below(place)}
    return found


def digest_of(files: Mapping[str, Path]) -> str:
    """Return the SHA-256 over the names and the contents of files."""
    digest = hashlib.sha256()
    for name, file in sorted(files.items()):
        digest.update(f"{name}\0".encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def requirements(files: Mapping[str, Path]) -> dict[str, dict[str, str]]:
    """Return the rows of the traceability table among `files`, none where it cannot be read."""
    rows: dict[str, dict[str, str]] = {}
    with contextlib.suppress(OSError, ValueError, KeyError):
        table = tomllib.loads(files[TABLE].read_text(encoding="utf-8"))
        rows = {name: row for name, row in table.items() if isinstance(row, dict)}
    return rows


def _below(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield every file below a folder but what Python compiled for itself."""
    for file in folder.rglob("*"):
        if file.is_file() and "__pycache__" not in file.parts:
            yield file.relative_to(folder).as_posix(), file
