"""The known attacks, and which defence sees each of them: also those that none sees.

Four defences, each with the ones before it: the chain of entries, and the desk
by them; the signed head; the high-water mark in the keyring, which is the last
head; an anchor that somebody else has kept since before the last entries.
"""

import contextlib
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.support import forgery, inspector
from tests.support.desks import ORIGIN, Bench, arrival, copy_of, log_in, take_in
from tests.support.forgery import sql
from tests.support.rewriting import Fields, rewritten
from webcare_desk.actions import AddNote, Close, Open
from webcare_desk.domain.moderator import Role
from webcare_desk.domain.reason import Reason
from webcare_desk.store.sqlite import verify as verifying
from webcare_desk.vault.signing import Signer

Forge = Callable[[sqlite3.Connection, "Scene"], object]
FOUND, UNSEEN = True, False


def by(attack: forgery.Attack) -> Forge:
    """Return an attack that needs no key."""
    return lambda shell, _: attack(shell)


def edited(place: int) -> Callable[[list[Fields]], list[Fields]]:
    """Return the change that puts somebody else's name to an act."""

    def change(entries: list[Fields]) -> list[Fields]:
        entries[place]["session"] = "another"
        return entries

    return change


def left_out(entries: list[Fields]) -> list[Fields]:
    """Leave out that somebody came; a look would leave the frozen original behind."""
    return [each for each in entries if each["action"] != "log-in"]


def unmarked(entries: list[Fields]) -> list[Fields]:
    """Turn the time of an act back, and do not say so."""
    entries[-1]["at"] = 1
    return entries


def at_another_time(entries: list[Fields]) -> list[Fields]:
    """Say of every act that it was a day earlier."""
    return [{**each, "at": each["at"] - 86_400_000_000} for each in entries]


def stranger(shell: sqlite3.Connection, _: "Scene") -> None:
    rewritten(shell, Signer.generate(ORIGIN), edited(4))


def other_log(shell: sqlite3.Connection, scene: "Scene") -> None:
    signer = scene.bench.signer
    rewritten(shell, signer, lambda entries: entries, origin="webcare-desk/other")


def with_key(change: Callable[[list[Fields]], Sequence[Fields]]) -> Forge:
    """Return the attack of somebody who has the desk's own key."""
    return lambda shell, scene: rewritten(shell, scene.bench.signer, change)


def put_back(name: str) -> Forge:
    """Return the attack of somebody who has an older copy of the file."""

    def attack(shell: sqlite3.Connection, scene: "Scene") -> None:
        with contextlib.closing(sqlite3.connect(scene.mark.with_name(name))) as older:
            older.backup(shell)

    return attack


def tidily(forge: Forge) -> Forge:
    """Return the attack of somebody who also sets every row as the forged log tells it."""

    def attack(shell: sqlite3.Connection, scene: "Scene") -> None:
        forge(shell, scene)
        forgery.set_right(shell)

    return attack


LAST = "(SELECT max(seq) FROM entry)"


#: For each attack: what is done, and whether chain, signed head, mark and anchor see it.
ATTACKS: dict[str, tuple[Forge, bool, bool, bool, bool]] = {
    "edit an entry": (by(forgery.edit), FOUND, FOUND, FOUND, FOUND),
    "edit the last entry": (by(forgery.edit_last), UNSEEN, FOUND, FOUND, FOUND),
    "delete an entry": (by(sql("DELETE FROM entry WHERE seq = 5")), FOUND, FOUND, FOUND, FOUND),
    "delete the first": (by(sql("DELETE FROM entry WHERE seq = 0")), FOUND, FOUND, FOUND, FOUND),
    "insert an entry": (by(forgery.insert), FOUND, FOUND, FOUND, FOUND),
    "swap two entries": (by(forgery.swap), FOUND, FOUND, FOUND, FOUND),
    "number anew": (by(sql("UPDATE entry SET seq = 99 WHERE seq = 5")), FOUND, FOUND, FOUND, FOUND),
    "append an entry": (tidily(by(forgery.append)), UNSEEN, FOUND, FOUND, FOUND),
    "a field twice": (by(forgery.write_twice), FOUND, FOUND, FOUND, FOUND),
    "other columns": (by(sql("UPDATE entry SET actor = 'x' WHERE seq = 5")), FOUND, FOUND, FOUND, FOUND),
    "drop a trigger": (by(sql("DROP TRIGGER work_update_needs_entry")), FOUND, FOUND, FOUND, FOUND),
    "add a view": (by(sql("CREATE VIEW shadow AS SELECT * FROM work")), FOUND, FOUND, FOUND, FOUND),
    "a row out of an index": (by(forgery.lie), FOUND, FOUND, FOUND, FOUND),
    "words out of the search": (by(sql("INSERT INTO text_fts(text_fts) VALUES ('delete-all')")), FOUND, FOUND, FOUND, FOUND),
    "edit the state": (by(sql("UPDATE work SET aware_at = 1, tier = 0")), FOUND, FOUND, FOUND, FOUND),
    "edit a role": (by(sql("UPDATE moderator SET roles = 'administrator'")), FOUND, FOUND, FOUND, FOUND),
    "edit a finding": (by(sql("UPDATE revision SET findings = '[]'")), FOUND, FOUND, FOUND, FOUND),
    "edit a text": (by(sql("UPDATE text SET body = 'x' WHERE id = 1")), FOUND, FOUND, FOUND, FOUND),
    "remove a text": (by(sql("DELETE FROM text WHERE id = 3")), FOUND, FOUND, FOUND, FOUND),
    "a head of nobody": (by(sql("UPDATE head SET note = ''")), UNSEEN, FOUND, FOUND, FOUND),
    "half a head": (by(sql("UPDATE head SET note = substr(note, 1, 60)")), UNSEEN, FOUND, FOUND, FOUND),
    "a head by another key": (by(forgery.forge_note), UNSEEN, FOUND, FOUND, FOUND),
    "cut what wrote a text": (by(forgery.cut), FOUND, FOUND, FOUND, FOUND),
    "cut what wrote none": (tidily(by(sql(f"DELETE FROM entry WHERE seq = {LAST}"))), UNSEEN, FOUND, FOUND, FOUND),  # noqa: S608 - a constant
    "rewrite without the key": (stranger, UNSEEN, FOUND, FOUND, FOUND),
    "the log of another desk": (other_log, UNSEEN, FOUND, FOUND, FOUND),
    # From here on with the desk's own key, or with a copy that the desk once signed.
    "an unmarked clock": (with_key(unmarked), FOUND, FOUND, FOUND, FOUND),
    "rewrite with the key": (with_key(edited(4)), UNSEEN, UNSEEN, FOUND, FOUND),
    "leave out an act": (tidily(with_key(left_out)), UNSEEN, UNSEEN, FOUND, FOUND),
    "backdate everything": (tidily(with_key(at_another_time)), UNSEEN, UNSEEN, FOUND, FOUND),
    "an older copy": (put_back("before.db"), UNSEEN, UNSEEN, FOUND, FOUND),
    "rewrite since the anchor": (with_key(edited(-1)), UNSEEN, UNSEEN, FOUND, UNSEEN),
    "a copy since the anchor": (put_back("since.db"), UNSEEN, UNSEEN, FOUND, UNSEEN),
    # And what no log can see: the program wrote no entry, or the clock was wrong from the start.
    "an act without an entry": (lambda *_: None, UNSEEN, UNSEEN, UNSEEN, UNSEEN),
}  # fmt: skip
DEFENCES = ("chain", "head", "mark", "anchor")


@dataclass(frozen=True, slots=True)
class Scene:
    """A desk that is attacked, and what was kept of its head elsewhere."""

    bench: Bench
    mark: Path
    anchor: Path


def kept_aside(bench: Bench, target: Path) -> None:
    """Copy the desk's database as it is now."""
    with bench.shell() as shell, contextlib.closing(sqlite3.connect(target)) as copy:
        shell.backup(copy)


@pytest.fixture(scope="module")
def played(pristine: Bench, tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """Let a desk work, keep an anchor, let it work on, keep the mark, and close it."""
    folder = tmp_path_factory.mktemp("played")
    bench = copy_of(pristine, folder)
    desk, anna = bench.desk, log_in(bench.desk)[Role.SUPERVISOR]
    one, two = take_in(desk, arrival(1), arrival(2))
    desk.perform(AddNote(one, "gebeld"), anna)
    kept_aside(bench, folder / "before.db")
    desk.perform(Open(one, 1), anna)
    anchor = f"Shift ends.\n\n{desk.read.head_note()}"
    (folder / "anchor.txt").write_text(anchor, encoding="utf-8")
    desk.perform(Open(two, 1), anna)
    desk.perform(AddNote(two, "later"), anna)
    kept_aside(bench, folder / "since.db")
    desk.perform(Close(two, Reason.SPAM), anna)
    (folder / "mark.txt").write_text(desk.read.head_note(), encoding="utf-8")
    desk.store.close()
    return bench


@pytest.fixture
def scene(played: Bench, tmp_path: Path) -> Scene:
    """Give a copy of that desk, and of what was kept."""
    folder = shutil.copytree(played.folder, tmp_path / "scene")
    return Scene(replace(played, folder=folder), folder / "mark.txt", folder / "anchor.txt")


#: The checks of the head, in the verifier's own words; without them the chain stands alone.
HEAD = ("log.head(note)", 'need(kept, "the kept edge of the log is not the edge of its entries")')


def alone_sees(scene: Scene, defence: str) -> bool:
    """Say whether the verifier that stands alone finds anything with this defence."""
    source = inspector.VERIFIER.read_text(encoding="utf-8")
    for check in HEAD if defence == "chain" else ():
        assert source.count(check) == 1
        source = source.replace(check, "pass")
    kept = {"mark": [scene.mark], "anchor": [scene.anchor]}.get(defence, [])
    main, bench = inspector.loaded(source).main, scene.bench
    code, _ = inspector.judged(main, bench.signer.verifier, bench.database, *kept)
    return code == inspector.FAILS


def program_sees(scene: Scene, defence: str) -> bool:
    """Say whether `audit verify` finds anything, which knows of no other head than the log's."""
    with pytest.MonkeyPatch.context() as patch:
        if defence == "chain":
            whole = verifying.Verdict(0, "")
            patch.setattr(verifying, "_against_head", lambda *_: whole)
        return not scene.bench.verify().holds


def sees(scene: Scene, defence: str) -> bool:
    """Say whether any of the two finds anything with this defence."""
    return alone_sees(scene, defence) or program_sees(scene, defence)


#: What the verifier that stands alone cannot see: it knows neither the rules nor the state.
PROGRAM_ALONE = {"drop a trigger", "add a view", "edit the state", "edit a role"}


def told_by(name: str) -> str:
    """Return by which tools an attack is found, as the documentation says it."""
    _, _, head, mark, anchor = ATTACKS[name]
    if head:
        return "`audit verify`" if name in PROGRAM_ALONE else "`audit verify`, `verify.py`"
    return "`verify.py` with a head that was kept" if mark or anchor else "none"


#: Done to the file as it is, without a look at its triggers.
TO_THE_FILE = {
    "drop a trigger",
    "add a view",
    "an older copy",
    "a copy since the anchor",
    "a row out of an index",
}


def test_before_any_attack_no_defence_sees_anything(scene: Scene) -> None:
    assert [defence for defence in DEFENCES if sees(scene, defence)] == []


@pytest.mark.requirement("A7")
@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_seen_by_exactly_these_defences(scene: Scene, name: str) -> None:
    forge, *verdicts = ATTACKS[name]
    with scene.bench.shell() if name in TO_THE_FILE else scene.bench.unguarded() as shell:
        forge(shell, scene)
    seen = {defence: sees(scene, defence) for defence in DEFENCES}
    assert seen == dict(zip(DEFENCES, verdicts, strict=True))
    is_found = seen["head"]
    assert program_sees(scene, "head") == is_found
    assert alone_sees(scene, "head") == (is_found and name not in PROGRAM_ALONE)


def test_the_table_has_every_attack_and_some_that_only_somebody_else_can_see() -> None:
    verdicts = [tuple(seen) for _, *seen in ATTACKS.values()]
    assert len(verdicts) >= 20
    assert (UNSEEN, UNSEEN, FOUND, FOUND) in verdicts
    assert (UNSEEN, UNSEEN, FOUND, UNSEEN) in verdicts
    assert (UNSEEN, UNSEEN, UNSEEN, UNSEEN) in verdicts


PAGE = inspector.VERIFIER.parents[2] / "docs" / "log-attacks.md"
_INTRODUCTION = """\
# Which attack on the log is seen by what

Each row is a test that does it and asks each defence. *Chain* are the entries, the columns beside them, and by them the texts,
the state, the indexes and the database's rules; *head* adds the head that is signed with every entry; *mark* the high-water mark in the keyring;
*anchor* a head that somebody else has kept since before the last three acts. An attack that only mark or anchor see takes the desk's
own key, or a copy of its file. The last row nothing here sees: only the platforms' own records tell of it.

*Found by* names what a person runs: `audit verify` of the program, or the `verify.py` that stands alone, over the database. The second
one checks the log, every text and the indexes; the state and the database's rules take the program. `audit verify --log-only` and `verify.py`
alone therefore pass over an edited state. A kept head is named behind `verify.py`; `audit anchor check` compares it too.

| attack | chain | head | mark | anchor | found by |
|---|---|---|---|---|---|
"""


def page() -> str:
    """Return the table as the documentation shows it."""
    rows = [
        f"| {name} | "
        + " | ".join("seen" if seen else "**no**" for seen in verdicts)
        + f" | {told_by(name)} |"
        for name, (_, *verdicts) in ATTACKS.items()
    ]
    return _INTRODUCTION + "\n".join(rows) + "\n"


def test_the_documentation_shows_this_very_table() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


def test_two_heads_of_one_size_that_differ_are_a_fork(scene: Scene, tmp_path: Path) -> None:
    size = int(scene.mark.read_text(encoding="utf-8").split("\n")[1])
    forked = tmp_path / "forked.txt"
    forked.write_text(scene.bench.signer.seal(ORIGIN, size, b"\1" * 32), encoding="utf-8")
    words = (scene.bench.signer.verifier, scene.bench.database, scene.mark, forked)
    code, said = inspector.judged(inspector.loaded().main, *words)
    assert (code, "not that of an anchor" in said) == (inspector.FAILS, True)
