"""What is wrong with a protocol pack, where, and what to do about it."""

from dataclasses import dataclass

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One problem of a pack, shown as `file:line: path: message`.

    `file` is relative to the folder of all packs. A message is one clause in
    lower case without a full stop that begins with what to do.
    """

    file: str
    line: int
    path: str
    message: str

    def __str__(self) -> str:
        """Return the line that `protocol check` prints."""
        return f"{self.file}:{self.line}: {self.path}: {self.message}"


def dotted(path: Path) -> str:
    """Return a path as people read it: `rules[2].when`; of the whole file, `file`."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.removeprefix(".") or "file"
