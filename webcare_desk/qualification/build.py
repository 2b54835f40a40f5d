"""Which build this is: every file that ships, and one digest over all of them.

The names are those of a checkout, so an installed wheel and the checkout that
it was built from have the same digest, which build/traceability.md names too.
"""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from webcare_desk import paths

PACKAGE: Final = Path(paths.__file__).resolve().parent
LOCK: Final = "requirements.lock"
#: What a wheel holds inside the package and a checkout beside it.
_BESIDE: Final = ("resources", "protocols", LOCK)


def program_files(package: Path = PACKAGE) -> dict[str, Path]:
    """Return every file of the program, by its name in a checkout."""
    found = {
        f"webcare_desk/{name}": file
        for name, file in _below(package)
        if name.partition("/")[0] not in _BESIDE
    }
    for name in _BESIDE:
        inside = package / name
        place = inside if inside.exists() else package.parent / name
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


def _below(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield every file below a folder but what Python compiled for itself."""
    for file in folder.rglob("*"):
        if file.is_file() and "__pycache__" not in file.parts:
            yield file.relative_to(folder).as_posix(), file
