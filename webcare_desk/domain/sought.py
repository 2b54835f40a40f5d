"""What is typed into a search: words, and `from:NAME` or `van:NAAM` for who wrote them."""

import re
from dataclasses import dataclass

_AUTHOR = re.compile(r'(?<!\S)(?:from|van):(?:"((?:[^"]|"")*)"?|(\S*))', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sought:
    """The words that a text holds, and how the name of its author begins; each name counts."""

    words: str
    names: tuple[str, ...]

    @property
    def lacks_name(self) -> bool:
        """Say whether a name was announced and not given."""
        return not all(self.names)


def sought(typed: str) -> Sought:
    """Return what `typed` asks for; half characters and NULs, which no desk holds, go."""
    whole = typed.encode("utf-8", "ignore").decode("utf-8").replace("\0", " ")
    names = tuple(
        (quoted.replace('""', '"') or bare).strip() for quoted, bare in _AUTHOR.findall(whole)
    )
    return Sought(_AUTHOR.sub(" ", whole).strip(), names)


def by(name: str, language: str = "en") -> str:
    """Return what finds the comments of an author who is called so, as a language says it."""
    word = "van" if language == "nl" else "from"
    return f'{word}:"' + name.replace('"', '""') + '"'


def is_by(names: tuple[str, ...], called: str, handle: str) -> bool:
    """Say whether the shown name of an author, or the handle, begins with each of `names`."""
    own = called.casefold(), handle.casefold()
    return all(any(each.startswith(name.casefold()) for each in own) for name in names)
