"""Packs that mean harm, each with the words in which it is refused."""

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(24)
)
HEAD = 'id: bad\nversion: "1"\n'


def one_file(name: str, text: str) -> Callable[[Path], None]:
    """Return what writes the pack `bad` with one file besides its head."""

    def write(root: Path) -> None:
        folder = root / "bad"
        folder.mkdir()
        (folder / "pack.yaml").write_text(HEAD, encoding="utf-8")
        (folder / name).write_text(text, encoding="utf-8")

    return write


def huge(root: Path) -> None:
    """Write a file of 50 MB."""
    one_file("rules.yaml", "")(root)
    with (root / "bad" / "rules.yaml").open("wb") as stream:
        for _ in range(50):
            stream.write(b"# a line of a comment that goes on and on\n" * 25_000)


def ring(root: Path) -> None:
    """Write two packs that extend each other."""
    for name, below in (("bad", "worse"), ("worse", "bad")):
        (root / name).mkdir()
        text = f'id: {name}\nextends: {below}\nversion: "1"\n'
        (root / name / "pack.yaml").write_text(text, encoding="utf-8")


def crowd(root: Path) -> None:
    """Write a folder with many files."""
    one_file("rules.yaml", "rules: []\n")(root)
    for number in range(500):
        (root / "bad" / f"rules-p{number}.yaml").write_text("rules: []\n", encoding="utf-8")


def archive(root: Path) -> None:
    """Write an archive whose file names leave the folder, where a pack should be."""
    with ZipFile(root / "bad", "w") as packed:
        packed.writestr("../../escaped.yaml", HEAD)
        packed.writestr("pack.yaml", HEAD)


def outside(root: Path) -> None:
    """Write a pack that extends a folder outside of that of the packs."""
    one_file("rules.yaml", "rules: []\n")(root)
    text = 'id: bad\nextends: ../../etc\nversion: "1"\n'
    (root / "bad" / "pack.yaml").write_text(text, encoding="utf-8")


def term(phrase: str) -> str:
    """Return a lexicon with one phrase."""
    return f"terms:\n  - {{id: t, mark: event, phrases: {{nl: ['{phrase}'], en: ['{phrase}']}}}}\n"


#: Name, what writes it under a root as the pack `bad`, and words of its refusal.
HOSTILE: tuple[tuple[str, Callable[[Path], None], str], ...] = (
    ("anchors", one_file("rules.yaml", LAUGHS), "write the value itself instead of the alias *a"),
    ("tags", one_file("rules.yaml", "a: !!python/object/apply:os.system [ls]\n"), "remove the tag"),
    ("keys", one_file("rules.yaml", "rules: []\nrules: []\n"), "remove the repeated key"),
    ("huge", huge, "keep a file within 512 kB"),
    ("values", one_file("rules.yaml", "- a\n" * 100_000), "keep a file within 20000 values"),
    ("brackets", one_file("rules.yaml", "[" * 100_000), "nest at most 24 levels deep"),
    ("pattern", one_file("lexicon.yaml", term("(a+)+$")), "write words, with * at an end"),
    ("stars", one_file("lexicon.yaml", term("*a*a*a*a*")), "write words, with * at an end"),
    ("wordings", one_file("lexicon.yaml", term("a/b " * 20)), "keep a phrase within 8 words"),
    ("archive", archive, "name a pack that has a folder"),
    ("outside", outside, "name a pack that has a folder"),
    ("ring", ring, "break the circle of packs"),
    ("crowd", crowd, "keep a pack within 64 files"),
    ("bidi", one_file("rules.yaml", "rules:\n  - id: a\u202eb\n"), "character U+202E"),
    ("hidden", one_file("rules.yaml", "rules:\n  - id: a\u200bb\n"), "write an id of at most 48"),
    ("escaped", one_file("rules.yaml", 'rules:\n  - id: "a\\u2066b"\n'), "character U+2066"),
)
