"""The lock file: which version of which package the program was tested with."""

import platform
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_PIN: Final = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;]+)(?: ; ([^\\]+?))? *\\?$")
_MARKER: Final = re.compile(r"(\w+) (==|!=|<|>=) '([^']*)'")


def pins(lock: Path) -> dict[str, str]:
    """Return the version of each package that this machine needs, by its name."""
    return {name: version for name, version, marker in _read(lock) if _applies(marker)}


def _read(lock: Path) -> Iterator[tuple[str, str, str]]:
    for line in lock.read_text(encoding="utf-8").splitlines():
        if match := _PIN.match(line):
            yield match[1], match[2], match[3] or ""


def _applies(marker: str) -> bool:
    """Say whether a marker holds here; ValueError for one that is not of the lock file's few kinds."""
    if not marker:
        return True
    match = _MARKER.fullmatch(marker)
    here = {
        "python_full_version": platform.python_version(),
        "sys_platform": sys.platform,
        "implementation_name": sys.implementation.name,
    }
    if match is None or match[1] not in here:
        msg = f"the lock file has a marker that is not known: {marker}"
        raise ValueError(msg)
    found, asked = here[match[1]], match[3]
    return {
        "==": found == asked,
        "!=": found != asked,
        "<": _parts(found) < _parts(asked),
        ">=": _parts(found) >= _parts(asked),
    }[match[2]]


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version)[:3])
