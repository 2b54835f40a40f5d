"""The stand-alone verifier follows the keys: each head by the key of its epoch, and by no other."""

import contextlib
from pathlib import Path

import pytest

from tests.support import inspector
from tests.support.desks import SYSTEM
from tests.support.turned import ORIGIN, Log, stolen
from webcare_desk.actions import PutProtocolInForce
from webcare_desk.app import make_desk, open_app
from webcare_desk.domain.audit import Name, digest
from webcare_desk.epochs import rotate
from webcare_desk.vault.secret import MemorySecrets
from webcare_desk.vault.signing import Signer

main = inspector.loaded().main


def judged(tmp_path: Path, vkey: str, lines: bytes, *notes: str) -> tuple[int, str]:
    file = tmp_path / "log.jsonl"
    file.write_bytes(lines)
    kept = [tmp_path / f"note-{number}.txt" for number in range(len(notes))]
    for path, note in zip(kept, notes, strict=True):
        path.write_text(note, encoding="utf-8")
    return inspector.judged(main, vkey, file, *kept)


def test_a_desk_that_has_had_several_keys_holds_with_the_registered_one(tmp_path: Path) -> None:
    secrets = MemorySecrets()
    make_desk(tmp_path / "desk", secrets)
    with contextlib.closing(open_app(tmp_path / "desk", secrets)) as app:
        for number in range(3):
            rotate(app.desk, app.keys)
            act = PutProtocolInForce(Name(f"p@{number}.0"), digest(b"%d" % number))
            app.desk.perform(act, SYSTEM)
    code, said = inspector.judged(
        main, tmp_path / "desk" / "log.vkey", tmp_path / "desk" / "desk.db"
    )
    assert code == inspector.HOLDS, said


def test_each_anchor_is_opened_by_the_key_of_its_time(tmp_path: Path) -> None:
    log, notes = Log(), list[str]()
    first = log.signer
    log.add("make-desk")
    for _ in range(3):
        log.add()
        notes.append(log.note())
        old = log.signer
        log.rotate(Signer.generate(ORIGIN))
        notes.append(log.note(old))  # the head that ends with the entry is the earlier key's
        log.add()
        notes.append(log.note())
    code, said = judged(tmp_path, first.verifier, log.lines(notes[-1]), *notes)
    assert code == inspector.HOLDS, said
    assert said.count("is met") == len(notes)
    late = log.note(old)
    code, said = judged(tmp_path, first.verifier, log.lines(late))
    assert (code, "another key" in said) == (inspector.FAILS, True)


def test_an_anchor_of_a_log_that_was_put_back_and_worked_on_is_told_as_that(tmp_path: Path) -> None:
    log, older = Log(), Log()
    older.signer = first = log.signer
    for each, acts in ((log, 1), (older, 2)):
        each.add("make-desk")
        each.rotate(Signer.generate(ORIGIN))
        for _ in range(acts):
            each.add()
    anchor = log.note()
    code, said = judged(tmp_path, first.verifier, older.lines(older.note()), anchor)
    assert code == inspector.FAILS
    assert "entry 2, or one before it: an anchor is signed by another key than" in said
    assert "an older copy was put back and worked on" in said


def test_a_key_that_the_one_before_did_not_name_vouches_for_nothing(tmp_path: Path) -> None:
    code, said = judged(tmp_path, *stolen())
    assert (code, "names a key that the key before did not sign" in said) == (1, True)


def test_epochs_are_counted_without_a_gap(tmp_path: Path) -> None:
    log = Log()
    first = log.signer
    log.add("make-desk")
    log.named = 4
    log.rotate(Signer.generate(ORIGIN))
    log.add()
    assert judged(tmp_path, first.verifier, log.lines(log.note()))[0] == inspector.FAILS


@pytest.mark.parametrize("is_new", [True, False])
def test_after_a_fork_only_the_key_that_was_registered_then_counts(
    tmp_path: Path, *, is_new: bool
) -> None:
    log = Log()
    first, second = log.signer, Signer.generate("webcare-desk/after")
    log.add("make-desk")
    log.rotate(Signer.generate(ORIGIN))
    log.fork(second)
    log.add()
    key = second.verifier if is_new else first.verifier
    code, said = judged(tmp_path, key, log.lines(log.note()))
    assert code == (inspector.HOLDS if is_new else inspector.FAILS)
    assert is_new or "a key of webcare-desk/after counts" in said
