"""What the words of a command may be: numbers, members of an enumeration, places."""

import os
from collections.abc import Collection
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import click

from webcare_desk.errors import BrokenSealError

_PNG = b"\x89PNG\r\n\x1a\n"
M = TypeVar("M", bound=StrEnum)


class Whole(click.IntRange):
    """A whole number; click calls its own an “integer range”."""

    name = "number"


class WholeOrNone(Whole):
    """A whole number of a range, or 0 where there shall be none; the help tells what 0 is."""

    def convert(self, value: int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number; a command gives it as text."""
        return 0 if str(value) == "0" else super().convert(value, param, ctx)


#: The number of a comment, a delivery or an escalation; larger ones SQLite cannot hold.
NUMBER = Whole(1, 2**53 - 1)
LIMIT = Whole(1, 100_000)


class Member(click.ParamType[M]):
    """One of the members of an enumeration, by its value."""

    def __init__(self, kind: type[M], *but: M, only: Collection[M] = ()) -> None:
        """Accept every member of `kind`, or those of `only`, but not those in `but`."""
        self._members = [member for member in only or kind if member not in but]
        self.name = kind.__name__.lower()

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> M:
        """Return the member that is called so."""
        found = next((member for member in self._members if member.value == value), None)
        if found is None:
            self.fail(f"“{value}” is none of: {', '.join(self._members)}.", param, ctx)
        return found

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Show every member in the help of an option; an argument shows its name."""
        del ctx
        return "|".join(self._members) if param.param_type_name == "option" else self.name.upper()


class Place(click.Path):
    """A file or a folder, there or not, of which the system can at least say so.

    A name that is empty, too long or unreadable is told here: deep in a command
    it would look like a bug, and the empty one means the folder one stands in.
    """

    def __init__(self) -> None:
        """Give it on as a `Path`."""
        super().__init__(path_type=Path)

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str | bytes | os.PathLike[str]:
        """Return the place."""
        if not os.fspath(value):
            self.fail("Name a file or a folder: this is empty.", param, ctx)
        try:
            os.lstat(value)
        except (FileNotFoundError, NotADirectoryError):
            pass
        except OSError as error:
            self.fail(f"{os.fspath(value)!r}: {error.strerror}.", param, ctx)
        except ValueError:
            self.fail(f"{os.fspath(value)!r} is no name of a file.", param, ctx)
        return super().convert(value, param, ctx)


class Picture(Place):
    """A file for a picture: there already only as an older picture, which may be drawn anew."""

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str | bytes | os.PathLike[str]:
        """Return the place."""
        place = super().convert(value, param, ctx)
        if Path(os.fsdecode(place)).suffix.lower() not in {"", ".png"}:
            self.fail(f"{os.fspath(value)!r}: only a PNG is drawn; name it .png.", param, ctx)
        try:
            is_free = not os.path.lexists(place) or _is_picture(Path(os.fsdecode(place)))
        except OSError as error:
            self.fail(f"{os.fspath(value)!r}: {error.strerror}.", param, ctx)
        if not is_free:
            other = "is there already and is no PNG; a picture is never drawn over another file."
            self.fail(f"{os.fspath(value)!r} {other}", param, ctx)
        return place


def _is_picture(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(len(_PNG)) == _PNG


class NewFile(Place):
    """A file that is not there yet: none is written over, least of all the desk's own."""

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str | bytes | os.PathLike[str]:
        """Return the place."""
        found = super().convert(value, param, ctx)
        if os.path.lexists(found):
            self.fail(f"{os.fspath(value)!r} is there already; name a new file.", param, ctx)
        return found


class PublicKey(click.ParamType[str]):
    """A public key of a log, or the file that holds it, whatever ends its line."""

    name = "key"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Return the key; a mistyped one would look like a forged log."""
        given = str(value)
        try:
            is_file = Path(given).is_file()
            key = Path(given).read_text(encoding="ascii").strip() if is_file else given.strip()
            self._read(key)
        except (OSError, ValueError, BrokenSealError):
            self.fail(f"“{given}” is neither a public key nor a file that holds one.", param, ctx)
        return key

    def _read(self, key: str) -> None:
        from webcare_desk.vault.signing import read_vkey  # loads cryptography

        read_vkey(key)


class CosignerKey(PublicKey):
    """The public key with which a supervisor cosigns, or the file that holds it."""

    def _read(self, key: str) -> None:
        from webcare_desk.vault.cosigning import read_cosigner

        read_cosigner(key)


KEY = PublicKey()
