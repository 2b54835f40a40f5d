"""The stand-alone verifier finds what the program's own does, with nothing but Python."""

import shutil
from pathlib import Path

import pytest

from tests.store.test_tampering import ON_THE_LOG
from tests.support import inspector
from tests.support.desks import Bench, arrival, take_in
from webcare_desk.disclosure import evidence
from webcare_desk.store import tables
from webcare_desk.vault.signing import Signer

verifier = inspector.loaded().main
KEY = Signer.generate("a/b").verifier
#: Tables whose texts never leave the desk: passwords, keys, secrets, where a source was read up to.
WITHHELD = (tables.FACT, tables.MODERATOR, tables.SOURCE, tables.SIGNING_KEY)


def judged(bench: Bench) -> tuple[int, str]:
    return inspector.judged(verifier, bench.signer.verifier, bench.database)


def test_a_desk_that_has_lived_holds_and_its_texts_are_those_of_the_log(victim: Bench) -> None:
    before = victim.database.read_bytes()
    code, said = judged(victim)
    assert code == inspector.HOLDS, said
    assert f"root {victim.verify().root}" in said
    assert "texts are those of the log; 4 were erased" in said
    assert victim.database.read_bytes() == before


@pytest.mark.requirement("A7")
@pytest.mark.parametrize("name", ON_THE_LOG)
def test_an_attack_on_the_log_is_found(victim: Bench, name: str) -> None:
    with victim.unguarded() as shell:
        ON_THE_LOG[name][0](shell)
    code, said = judged(victim)
    assert code == inspector.FAILS, said
    assert "Error" not in said or name in {"no JSON", "no head"}, said


#: What is done to a text, and what is said of it.
ON_A_TEXT = {
    "UPDATE text SET body = 'Alles goed!' WHERE id = 1": "not those that came in",
    "UPDATE text SET salt = zeroblob(16) WHERE id = 1": "not those that came in",
    "DELETE FROM text WHERE id = 1": "not those that came in",
    "UPDATE comment SET posted_at = 1 WHERE id = 1": "not those that came in",
    "UPDATE text SET body = 'x' WHERE id = (SELECT body FROM note)": "not the one",
    "UPDATE document SET body = 'x' WHERE id = 1": "document 1: its text is not the one",
    "UPDATE moderator SET name = 'x' WHERE id = 1": "moderator 1: its text is not the one",
    "DELETE FROM document WHERE id = 1": "('document', 1)]: this text is missing",
    "INSERT INTO document VALUES (99, x'00', 'x')": "document 99: its text is not the one",
}


@pytest.mark.requirement("A7")
@pytest.mark.parametrize("attack", ON_A_TEXT)
def test_a_text_that_is_not_the_one_of_the_log_is_found(victim: Bench, attack: str) -> None:
    with victim.unguarded() as shell:
        assert shell.execute(attack).rowcount == 1
    code, said = judged(victim)
    assert (code, ON_A_TEXT[attack] in said) == (inspector.FAILS, True), said


def test_what_is_still_in_the_write_ahead_log_is_read_too(bench: Bench, tmp_path: Path) -> None:
    take_in(bench.desk, arrival(1))
    assert bench.database.with_name("desk.db-wal").stat().st_size > 0
    for name in ("desk.db", "desk.db-wal"):
        shutil.copyfile(bench.folder / name, tmp_path / f"copy-{name}")
    copied = tmp_path / "copy-desk.db"
    code, said = inspector.judged(verifier, bench.signer.verifier, copied)
    assert (code, f"{bench.desk.read.log_size()} entries" in said) == (inspector.HOLDS, True)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "Name KEY and WHAT."),
        (("key",), "Name KEY and WHAT."),
        (("nowhere.vkey", "desk.db"), "nowhere.vkey is neither a public key nor a file"),
        (("a+b", "nowhere"), "this is no public key"),
        (("a+b+c", "nowhere"), "this is no public key"),
        ((KEY, "nowhere"), "nowhere is not there"),
        ((KEY, str(Path(__file__)), "gone.txt"), "gone.txt cannot be read: No such file"),
    ],
)
def test_wrong_use_is_neither_a_verdict(words: tuple[str, ...], sentence: str) -> None:
    code, said = inspector.judged(verifier, *words)
    assert (code, "python3 verify.py KEY WHAT" in said) == (inspector.WRONG_USE, True)
    assert said.rstrip().splitlines()[-1].startswith(sentence)


def test_key_and_what_in_the_wrong_order_show_nothing_of_the_desk(victim: Bench) -> None:
    code, said = inspector.judged(verifier, victim.database, victim.folder / "log.vkey")
    assert (code, said.splitlines()[-1]) == (2, "this is no public key: KEY comes first")


def test_what_cannot_be_read_is_not_shown(victim: Bench, tmp_path: Path) -> None:
    (tmp_path / "log.jsonl").write_bytes(b'{"a": "\xff wijn"}\n')
    with victim.unguarded() as shell:
        shell.execute("UPDATE text SET body = CAST(x'ff77696a6e' AS TEXT) WHERE id = 1")
    for what in (tmp_path / "log.jsonl", victim.database):
        code, said = inspector.judged(verifier, victim.signer.verifier, what)
        assert (code, "unreadable: " in said, "wijn" in said) == (1, True, False)


def test_a_member_that_is_gone_is_named(tmp_path: Path) -> None:
    code, said = inspector.judged(verifier, KEY, tmp_path)
    assert code == inspector.FAILS
    assert f"{tmp_path / 'manifest.json'} cannot be read: No such file" in said


def test_a_key_is_a_file_first_and_one_that_cannot_be_read_is_no_finding(
    victim: Bench, tmp_path: Path
) -> None:
    file = tmp_path / "keys-2026+bo.vkey"
    file.write_text(victim.signer.verifier + "\n", encoding="ascii")
    assert inspector.judged(verifier, file, victim.database)[0] == inspector.HOLDS
    file.write_text("damaged+key", encoding="ascii")
    damaged = victim.signer.verifier.replace("+", "+0", 1)
    for key in (file, damaged, tmp_path, "a+b", "a+b+c", "x" * 5000):
        assert inspector.judged(verifier, key, victim.database)[0] == inspector.WRONG_USE


def test_a_database_that_this_python_cannot_read_is_no_finding(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sqlite3.sqlite_version_info", (3, 36, 0))
    monkeypatch.setattr("sqlite3.sqlite_version", "3.36.0")
    code, said = judged(bench)
    assert (code, "this Python has SQLite 3.36.0; " in said) == (inspector.WRONG_USE, True)
    (tmp_path / "log.jsonl").touch()
    for other in (tmp_path, tmp_path / "log.jsonl"):
        assert inspector.judged(verifier, KEY, other)[0] == inspector.FAILS
    monkeypatch.setattr("sqlite3.sqlite_version_info", (3, 37, 0))
    assert judged(bench)[0] == inspector.HOLDS


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0" + bytes(500), b"{}\n", b"x" * 9000])
@pytest.mark.parametrize("name", ["desk.db", "log.jsonl"])
def test_what_is_no_log_is_a_sentence(
    victim: Bench, tmp_path: Path, content: bytes, name: str
) -> None:
    file = tmp_path / "other" / name
    file.parent.mkdir()
    file.write_bytes(content)
    code, said = inspector.judged(verifier, victim.signer.verifier, file)
    assert (code, said.startswith("IT DOES NOT HOLD: ")) == (inspector.FAILS, True)


def test_the_verifier_knows_every_table_with_personal_text() -> None:
    """A new one is written into PERSONAL of resources/inspection/verify.py."""
    told = inspector.loaded().PERSONAL.split(";")
    known = {words.split()[0]: tuple(words.split()[1:]) for words in told}
    assert known == {table.name: table.personal for table in tables.TABLES if table.personal}


def test_every_personal_text_is_disclosed_or_withheld_on_purpose() -> None:
    """A new table is put into DISCLOSED of disclosure/evidence.py, or into WITHHELD here."""
    decided = [*evidence.DISCLOSED, *WITHHELD]
    assert sorted(table.name for table in decided) == sorted(
        table.name for table in tables.TABLES if table.personal
    )
