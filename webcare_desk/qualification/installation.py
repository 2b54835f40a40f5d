"""IQ: what is installed is what was built, and the packages beside it are those of the lock file.

A wheel is held against the RECORD that its installer wrote. A checkout has no
such record: it is held against what its last run of the tests wrote down, or
against the digest that whoever built it told.
"""

import json
import platform
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Final

from webcare_desk.qualification.build import (
    LOCK,
    PACKAGE,
    TABLE,
    digest_of,
    program_files,
    requirements,
)
from webcare_desk.qualification.check import AmissError, Asked, Check, must, tried
from webcare_desk.qualification.compiled import is_of_source
from webcare_desk.qualification.locked import pins
from webcare_desk.qualification.recorded import (
    Row,
    added,
    deviations,
    name_of,
    require_none,
    rows_of,
)

_NAME: Final = "webcare-desk"
_LEAST: Final = (3, 11)
_BELOW: Final = (3, 15)
_NOT_TESTED: Final = (
    "This is a checkout, which nobody built, and no run of its tests wrote down what was tested: "
    "run `desk.py test`, give `--build` with the digest you were told, or install the wheel."
)


@dataclass(frozen=True)
class Installed:
    """What is looked at: the package's folder, what is installed beside it, the build one was told."""

    package: Path
    present: tuple[Distribution, ...]
    told: str = ""

    @cached_property
    def by_name(self) -> dict[str, Distribution]:
        """What is installed, by its name; of two the one that Python finds first.

        What was half removed has no name any more.
        """
        named = (each for each in reversed(self.present) if _has_name(each))
        return {name_of(each): each for each in named}

    @cached_property
    def wheel(self) -> Distribution | None:
        """The distribution whose files run here; None for a checkout."""
        own = self.by_name.get(_NAME)
        listed = own is not None and f"{self.package.name}/__init__.py" in (
            own.read_text("RECORD") or ""
        )
        here = None if own is None else Path(str(own.locate_file(self.package.name)))
        return own if listed and here is not None and here.resolve() == self.package else None

    @cached_property
    def build(self) -> str:
        """The digest of this build."""
        return digest_of(program_files(self.package))

    @cached_property
    def pins(self) -> dict[str, str]:
        """The packages that this machine needs, and their versions."""
        lock = program_files(self.package).get(LOCK)
        must(lock, f"{LOCK} is missing: nothing says which versions were tested.")
        return {} if lock is None else pins(lock)

    @cached_property
    def needed(self) -> dict[str, tuple[Row, ...]]:
        """What the installer wrote down of each package of the lock file that is here."""
        names = (name for name in self.pins if name in self.by_name)
        return {name: rows_of(self.by_name[name]) for name in names}


def _has_name(found: Distribution) -> bool:
    return bool(found.read_text("METADATA") or found.read_text("PKG-INFO"))


def installed_here(told: str) -> Installed:
    """Return what this very process runs from."""
    return Installed(PACKAGE, tuple(distributions()), told)


def check_installation(installed: Installed) -> tuple[Check, ...]:
    """Check what is installed, one thing after the other."""
    return tuple(tried(asked, installed) for asked in _asked(installed))


def _asked(installed: Installed) -> Iterator[Asked[Installed]]:
    def ask(
        number: int, what: str, expected: str, probe: Callable[[Installed], str]
    ) -> Asked[Installed]:
        return Asked(f"IQ-{number:02}", what, expected, ("E1",), probe)

    files = "The files of the program"
    if installed.wheel is not None:
        said = "each as the wheel brought it (SHA-256 in RECORD), none missing, none added"
        yield ask(1, files, said, _as_recorded)
    elif not installed.told:
        yield ask(1, files, "those that the last run of the tests of this checkout tested", _tested)
    if installed.told:
        yield ask(2, "The digest of the build", installed.told, _as_told)
    yield ask(3, "What Python compiled", "for each file what its source says", _compiled)
    yield ask(4, "The versions of the packages", f"those of {LOCK}", _versions)
    said = "each as its wheel brought it (SHA-256 in RECORD), none missing, none added"
    yield ask(5, "The files of the packages", said, _packages)
    yield ask(6, "The version of Python", "3.11 to 3.14", _python)


def _as_recorded(installed: Installed) -> str:
    rows = () if installed.wheel is None else rows_of(installed.wheel)
    require_none([*deviations(rows), *added([installed.package], rows)])
    return f"{len(program_files(installed.package))} files, digest {installed.build}"


def _as_told(installed: Installed) -> str:
    must(installed.build == installed.told, f"{installed.build}: this is another build")
    return installed.build


def _tested(installed: Installed) -> str:
    kept = installed.package.parent / "build" / "traceability.json"
    if not kept.is_file():
        raise AmissError(_NOT_TESTED)
    run = json.loads(kept.read_bytes())
    was = run["build"]["files"]
    must(
        was == installed.build, f"{installed.build}, and {was} was tested: a file was changed since"
    )
    unproven = _unproven(requirements(program_files(installed.package)), run["results"])
    must(not unproven, f"that run did not prove {', '.join(unproven)}")
    return f"{len(program_files(installed.package))} files, digest {was}, every requirement tested"


def _unproven(
    rows: Mapping[str, Mapping[str, str]], results: Mapping[str, Mapping[str, Sequence[str]]]
) -> list[str]:
    """Return the requirements that a run of the tests did not prove."""
    must(rows, f"{TABLE} is missing: nothing says what was to be tested")
    ends = {row: {end for each in tests.values() for end in each} for row, tests in results.items()}
    return [
        name
        for name, row in rows.items()
        if "organisational" not in row
        and ("failed" in ends.get(name, ()) or "passed" not in ends.get(name, ()))
    ]


def _compiled(installed: Installed) -> str:
    sources = [file for file in program_files(installed.package).values() if file.suffix == ".py"]
    require_none(
        f"compiled otherwise: {file.relative_to(installed.package.parent).as_posix()}"
        for file in sources
        if not is_of_source(file)
    )
    return f"{len(sources)} sources, none compiled otherwise"


def _versions(installed: Installed) -> str:
    def wrong() -> Iterator[str]:
        for name, version in installed.pins.items():
            found = installed.by_name.get(name)
            if found is None:
                yield f"missing: {name} {version}"
            elif found.version != version:
                yield f"{name} {found.version} in place of {version}"

    require_none(wrong())
    return f"{len(installed.pins)} packages, each in its version"


def _packages(installed: Installed) -> str:
    rows = [row for each in installed.needed.values() for row in each]
    everything = [*rows, *_others(installed)]
    require_none([*deviations(rows), *added(_folders(rows), everything)])
    return f"{len(rows)} files of {len(installed.needed)} packages"


def _others(installed: Installed) -> Iterator[Row]:
    """Yield what other packages have put into the same folders; one without a RECORD put nothing."""
    for name, each in installed.by_name.items():
        if name not in installed.needed and each.read_text("RECORD"):
            yield from rows_of(each)


def _folders(rows: Sequence[Row]) -> list[Path]:
    """Return the folders that packages made for their modules."""
    inner = (row for row in rows if "/" in row.name and not row.name.startswith(("..", "/")))
    tops = {(row.name.partition("/")[0], row) for row in inner}
    places = {row.place.parents[row.name.count("/") - 1] for top, row in tops if _is_own(top)}
    return sorted(places)


def _is_own(top: str) -> bool:
    return not top.endswith((".dist-info", ".data")) and top != "__pycache__"


def _python(installed: Installed) -> str:
    del installed
    found = f"{platform.python_implementation()} {platform.python_version()}"
    must(_LEAST <= sys.version_info < _BELOW, f"{found} is too old, or too new")
    return found
