"""Erasing: the bytes are in no file, and text that goes otherwise is found missing."""

import os
from pathlib import Path

import pytest

from tests.support.desks import (
    HOUR,
    Bench,
    arrival,
    copy_of,
    take_in,
)
from tests.support.erasable import (
    CALM,
    CANARIES,
    DAY,
    approved,
    bring,
    erasure,
    found_in,
    words_in,
)
from tests.support.signing import Signer, staff
from webcare_desk import erasing
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name
from webcare_desk.domain.erasure import Retention
from webcare_desk.domain.moderator import Role
from webcare_desk.errors import BusyError
from webcare_desk.store.base import Act
from webcare_desk.store.sqlite import erasing as store_erasing


def _nothing(desk: Desk, crew: dict[str, Signer]) -> Act:
    stamp = desk.machine.stamp(desk.clock())
    return Act(stamp, crew["dee"].actor, Name("nothing"), None, {})


@pytest.mark.requirement("A9")
def test_after_an_erasure_no_byte_of_it_is_in_any_file(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    desk = bench.desk
    comment = bring(desk, crew["noor"])
    take_in(desk, arrival(2, "blijft staan", said=CALM))
    assert {name for name, _ in found_in(bench.folder)} == set(CANARIES)
    assert words_in(bench.folder)
    assert desk.read.search("from:grutto", None, 9, 0)
    done = erasing.erase(
        desk, crew["dee"].actor, approved(desk, crew, erasure(comment)), bench.folder, Retention()
    )
    assert done.rows == len(desk.read.erased_rows())
    assert found_in(bench.folder) == set()
    assert words_in(bench.folder) == set()
    assert done.backups == erasing.Backups(0, ())
    assert desk.read.search("blijft", None, 9, 0)
    assert desk.read.search("zwaluwnest", None, 9, 0) == []
    for name in ("grutto", "lepelaar", "erased"):
        assert desk.read.search(f"from:{name}", None, 9, 0) == []
    bench.require_sound()


def test_without_secure_delete_the_bytes_stay(bench: Bench, crew: dict[str, Signer]) -> None:
    """The twin: the same erasure by a SQLite that frees pages without writing over them."""
    desk = bench.desk
    comment = bring(desk, crew["noor"])
    request = approved(desk, crew, erasure(comment))
    with desk.store.write() as session:  # the connection that will erase
        session._db.execute("PRAGMA secure_delete = OFF")  # type: ignore[attr-defined]
        session.seal(_nothing(desk, crew))
    erasing.erase(desk, crew["dee"].actor, request, bench.folder, Retention())
    assert found_in(bench.folder) | {(word, "") for word in words_in(bench.folder)}


def test_without_the_checkpoint_the_bytes_stay(
    bench: Bench, crew: dict[str, Signer], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The twin: the rows are erased, the write-ahead log still has them."""
    desk = bench.desk
    comment = bring(desk, crew["noor"])
    request = approved(desk, crew, erasure(comment))
    monkeypatch.setattr(store_erasing, "scrub", lambda _: None)
    erasing.erase(desk, crew["dee"].actor, request, bench.folder, Retention())
    assert ("text", "desk.db-wal") in found_in(bench.folder)


def test_while_somebody_reads_the_old_pages_the_scrub_says_so_and_is_done_again(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    desk = bench.desk
    comment = bring(desk, crew["noor"])
    request = approved(desk, crew, erasure(comment))
    with bench.shell() as shell:
        shell.execute("BEGIN")
        shell.execute("SELECT count(*) FROM text").fetchone()
        with pytest.raises(BusyError, match="try again"):
            erasing.erase(desk, crew["dee"].actor, request, bench.folder, Retention())
        assert desk.read.is_erased(comment)
        shell.execute("COMMIT")
    erasing.finish(desk, crew["dee"].actor, bench.folder)
    assert found_in(bench.folder) == set()


@pytest.mark.parametrize(
    "forgery",
    ["UPDATE text SET body = '', salt = x'' WHERE id = ?", "DELETE FROM text WHERE id = ?"],
)
def test_text_that_somebody_deletes_otherwise_is_missing_without_an_erasure(
    pristine: Bench, tmp_path: Path, forgery: str
) -> None:
    copy = copy_of(pristine, tmp_path)
    people = staff(copy.desk, dee=Role.DATA_PROTECTION, noor=Role.SUPERVISOR)
    comment = bring(copy.desk, people["noor"])
    rows = copy.desk.read.personal_rows(comment)
    text = next(key for table, key in rows if table.name == "text")
    copy.require_sound()
    with copy.unguarded() as shell:
        shell.execute(forgery, (text,))
    assert copy.verify().flaw == f"text {text} is missing without an erasure entry"
    copy.desk.store.close()


def test_old_backups_are_removed_and_younger_ones_named_with_their_end(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    bench.clock.pass_by(5 * DAY)  # the log is younger than the oldest of them, but no minute old
    shelf = bench.folder / "backups"
    shelf.mkdir()
    for name, days in (("desk-old.db", 31), ("before-0002.db", 400), ("desk-new.db", 1)):
        (shelf / name).write_bytes(CANARIES["text"].encode())
        (shelf / f"{name}-wal").write_bytes(CANARIES["text"].encode())
        at = (bench.clock.at - days * DAY) / 1_000_000
        os.utime(shelf / name, (at, at))
    for name, days in (("replaced-old", 31), ("replaced-new", 2)):
        (bench.folder / name).mkdir()
        (bench.folder / name / "desk.db").write_bytes(CANARIES["text"].encode())
        at = (bench.clock.at - days * DAY) / 1_000_000
        os.utime(bench.folder / name, (at, at))
    cut_off = bench.folder / "restoring"  # by a restore that did not come to its end
    cut_off.mkdir()
    (cut_off / "desk.db").write_bytes(CANARIES["text"].encode())
    backups = erasing.finish(bench.desk, crew["dee"].actor, bench.folder)
    assert not cut_off.exists()
    assert backups.removed == 4
    assert [name for name, _ in backups.left] == ["desk-new.db", "replaced-new"]
    assert abs(backups.until - (bench.clock.at + 29 * DAY)) < HOUR
    assert sorted(file.name for file in shelf.iterdir()) == ["desk-new.db", "desk-new.db-wal"]
    detail = bench.desk.read.entries_after(bench.desk.read.log_size() - 2, 1)[0].detail
    assert (detail["backups_removed"], detail["backups_left"]) == (4, 2)
    for days in (9, 9, 9, 3):
        erasing.finish(bench.desk, crew["dee"].actor, bench.folder)
        bench.clock.pass_by(days * DAY)
    assert erasing.finish(bench.desk, crew["dee"].actor, bench.folder).left == ()
    assert list(shelf.iterdir()) == list(bench.folder.glob("replaced-*")) == []
