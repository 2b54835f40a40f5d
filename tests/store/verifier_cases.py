"""What was done to a log, its export or its package, each with the words to ask the verifier by."""

import json
from collections.abc import Callable

from tests.support import forgery
from tests.support.desks import ORIGIN, Bench
from tests.support.forgery import leaf_of, size_of, sql
from tests.support.rewriting import Fields, behead, parsed, rewritten
from tests.support.turned import stolen
from webcare_desk.domain.audit import canonical, leaf_hash

Words = list[object]
Case = Callable[[Bench], Words]


def forged(change: Callable[[list[Fields]], list[Fields]]) -> Case:
    """Return the case of a log that was rewritten with the desk's own key."""

    def case(bench: Bench) -> Words:
        with bench.unguarded() as shell:
            rewritten(shell, bench.signer, change)
        return [bench.signer.verifier, bench.database]

    return case


def with_last(**fields: object) -> Case:
    """Return the case of a last entry that says something else."""

    def change(entries: list[Fields]) -> list[Fields]:
        entries[-1] |= fields
        return entries

    return forged(change)


def raw_last(change: Callable[[Fields], bytes]) -> Case:
    """Return the case of a last entry with other bytes, under a head signed anew."""

    def case(bench: Bench) -> Words:
        with bench.unguarded() as shell:
            last = size_of(shell) - 1
            forgery.put(shell, last, change(parsed(leaf_of(shell, last))))
            behead(shell, bench.signer, [leaf_of(shell, seq) for seq in range(last + 1)])
        return [bench.signer.verifier, bench.database]

    return case


def on_the_file(attack: forgery.Attack) -> Case:
    """Return the case of a database that was changed."""

    def case(bench: Bench) -> Words:
        with bench.unguarded() as shell:
            attack(shell)
        return [bench.signer.verifier, bench.database]

    return case


#: The search finds the words that are put there.
SEARCHED = "INSERT INTO text_fts(text_fts) VALUES ('rebuild')"


def reworded(bench: Bench) -> Words:
    """Put words in the place of a text that an entry erased."""
    with bench.unguarded() as shell:
        (key,) = shell.execute("SELECT body FROM note").fetchone()
        shell.execute("UPDATE text SET body = 'x', salt = x'' WHERE id = ?", (key,))
        shell.execute(SEARCHED)
        shell.execute(
            "INSERT INTO text_fts(text_fts, rowid, body) VALUES ('delete', ?, 'x')", (key,)
        )

    def erase(entries: list[Fields]) -> list[Fields]:
        entries[-1]["changes"] = [["text", key, {"~": ["", None]}]]
        return entries

    return forged(erase)(bench)


def note_changed(change: Callable[[str], str]) -> Case:
    """Return the case of a database with another note in its head."""

    def attack(bench: Bench) -> Words:
        with bench.unguarded() as shell:
            (note,) = shell.execute("SELECT note FROM head").fetchone()
            shell.execute("UPDATE head SET note = ?", (change(note),))
        return [bench.signer.verifier, bench.database]

    return attack


def respelled(note: str) -> str:
    """Turn a bit of base64 that stands for nothing."""
    root = note.split("\n")[2]
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    return note.replace(root, f"{root[:-2]}{letters[letters.index(root[-2]) ^ 1]}=", 1)


def resigned(note: str, change: Callable[[bytes], bytes]) -> str:
    """Return the note with other bytes behind its name."""
    import base64

    head, _, signed = note.rstrip("\n").rpartition(" ")
    return f"{head} {base64.b64encode(change(base64.b64decode(signed))).decode()}\n"


def longer(signed: bytes) -> bytes:
    """Add the order of the curve to a signature: Ed25519 would take it as the same."""
    order = 2**252 + 27742317777372353535851937790883648493
    scalar = int.from_bytes(signed[36:], "little") + order
    return signed[:36] + scalar.to_bytes(32, "little")


def another_key(bench: Bench) -> Words:
    name, key_id, key = bench.signer.verifier.split("+", 2)
    return [f"{name}+{int(key_id, 16) ^ 1:08x}+{key}", bench.database]


def another_origin(bench: Bench) -> Words:
    with bench.unguarded() as shell:
        leaves = [leaf_of(shell, seq) for seq in range(size_of(shell))]
        behead(shell, bench.signer, leaves, origin="webcare-desk/other")
    return [bench.signer.verifier, bench.database]


def rewritten_without_key(bench: Bench) -> Words:
    """Rewrite the last entry, and keep the signature of the head that was."""
    with bench.unguarded() as shell:
        (note,) = shell.execute("SELECT note FROM head").fetchone()
        rewritten(shell, bench.signer, lambda entries: entries[:-1])
        (made,) = shell.execute("SELECT note FROM head").fetchone()
        mixed = made.rpartition(" ")[0] + " " + note.rpartition(" ")[2]
        shell.execute("UPDATE head SET note = ?", (mixed,))
    return [bench.signer.verifier, bench.database]


def stolen_key(bench: Bench) -> Words:
    """Rewrite what was before the key that was stolen, and say that it was named."""
    key, lines = stolen()
    file = bench.folder / "stolen.jsonl"
    file.write_bytes(lines)
    return [key, file]


def lines_changed(change: Callable[[list[bytes]], list[bytes]]) -> Case:
    """Return the case of an exported log with other lines."""

    def case(bench: Bench) -> Words:
        file = bench.folder / "log.jsonl"
        lines = file.read_bytes().splitlines(keepends=True)
        file.write_bytes(b"".join(change(lines)))
        return [bench.signer.verifier, file]

    return case


def one_more(lines: list[bytes]) -> list[bytes]:
    """Put an entry behind the last signed head."""
    *entries, _ = lines
    last = entries[-1].rstrip(b"\n")
    fields = {**parsed(last), "seq": len(entries), "prev": leaf_hash(last).hex()}
    return [*lines, canonical(fields) + b"\n"]


def another_last(lines: list[bytes]) -> list[bytes]:
    """Put somebody else's name to the one entry that no other follows."""
    *before, last, head = lines
    return [*before, canonical({**parsed(last), "session": "another"}) + b"\n", head]


def renamed(lines: list[bytes]) -> list[bytes]:
    """Show a signature under another name than it was given with."""
    *entries, last = lines
    return [*entries, last.replace(b"Noor", b"Bob")]


def anchored(size: int) -> Case:
    """Return the case of an anchor that the log does not lead to."""

    def case(bench: Bench) -> Words:
        anchor = bench.folder / "anchor.txt"
        anchor.write_text(bench.signer.seal(ORIGIN, size, b"\1" * 32), encoding="utf-8")
        return [bench.signer.verifier, bench.database, anchor]

    return case


def no_anchor(bench: Bench) -> Words:
    anchor = bench.folder / "anchor.txt"
    anchor.write_text("Everything is fine.", encoding="utf-8")
    return [bench.signer.verifier, bench.database, anchor]


def member(name: str, change: Callable[[bytes], bytes] | None) -> Case:
    """Return the case of a package with a member changed, or left out."""

    def case(bench: Bench) -> Words:
        file = bench.folder / "package" / name
        if change is None:
            file.write_bytes(b"more")
        else:
            file.write_bytes(change(file.read_bytes()))
        return [bench.signer.verifier, bench.folder / "package"]

    return case


def relisted(manifest: bytes) -> bytes:
    """Say something else of the package, where no member is named."""
    return manifest.replace(b'"build": "', b'"build": "9', 1)


def float_of(fields: Fields) -> bytes:
    return canonical({**fields, "detail": {**fields["detail"], "n": 7}}).replace(
        b'"n":7', b'"n":%d' % 2**60
    )


CASES: dict[str, Case] = {
    "key: another id": another_key,
    "note: another spelling": note_changed(respelled),
    "note: another origin": another_origin,
    "note: another key's id": note_changed(lambda n: resigned(n, lambda s: bytes([s[0] ^ 1]) + s[1:])),
    "note: a longer signature": note_changed(lambda n: resigned(n, longer)),
    "note: the signature of another head": rewritten_without_key,
    "a number that readers read apart": raw_last(float_of),
    "another spelling of an entry": raw_last(lambda fields: json.dumps(fields).encode()),
    "another number in an entry": raw_last(lambda fields: canonical({**fields, "seq": 99})),
    "an unknown version": with_last(v=3),
    "an entry that follows another": raw_last(lambda fields: canonical({**fields, "prev": "0" * 64})),
    "other columns": on_the_file(sql("UPDATE entry SET actor = 'x' WHERE seq = 5")),
    "a clock that is not told": with_last(at=1),
    "an edited last entry": on_the_file(forgery.edit_last),
    "the kept time": on_the_file(sql("UPDATE head SET at = at + 1")),
    "the kept edge": on_the_file(sql("UPDATE head SET last = zeroblob(32)")),
    "a comment's text": on_the_file(sql("UPDATE comment SET posted_at = 1")),
    "a note's text": on_the_file(
        sql("UPDATE text SET body = 'x' WHERE id = (SELECT body FROM note)", SEARCHED)
    ),
    "words in place of an erased text": reworded,
    "a row out of an index": on_the_file(forgery.lie),
    "words out of the search": on_the_file(sql("INSERT INTO text_fts(text_fts) VALUES ('delete-all')")),
    "a text that is gone": on_the_file(sql("DELETE FROM document")),
    "a key that was not named": stolen_key,
    "an entry behind the head": lines_changed(one_more),
    "a signature under another name": lines_changed(renamed),
    "another last entry": lines_changed(another_last),
    "no line at all": lines_changed(lambda _: []),
    "an anchor of another log": anchored(3),
    "an anchor of a longer log": anchored(9999),
    "an anchor that is none": no_anchor,
    "a member too many": member("more.txt", None),
    "a member that was changed": member("history.html", lambda page: page + b" "),
    "another manifest": member("manifest.json", relisted),
}  # fmt: skip
