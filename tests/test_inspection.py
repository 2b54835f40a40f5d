"""What an inspector asks: does the log hold, and does it say all."""

import contextlib
import sqlite3
from pathlib import Path

import pytest

from webcare_desk.app import make_desk, open_app
from webcare_desk.domain.moderator import Role
from webcare_desk.errors import BusyError, ReadOnlyError, StoreError
from webcare_desk.inspection import Compared, replay_log, verify_log
from webcare_desk.store.sqlite import connection
from webcare_desk.vault.secret import MemorySecrets
from webcare_desk.vault.signing import Signer


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a desk."""
    make_desk(tmp_path / "desk", MemorySecrets())
    return tmp_path / "desk"


def test_the_log_of_a_new_desk_holds_with_the_public_key_alone(folder: Path) -> None:
    assert (verify_log(folder).holds, verify_log(folder).size) == (True, 1)


def test_the_key_that_was_handed_over_counts_and_not_the_one_in_the_folder(folder: Path) -> None:
    ours = (folder / "log.vkey").read_text(encoding="ascii").strip()
    (folder / "log.vkey").write_text(Signer.generate("webcare-desk/forger").verifier, "ascii")
    assert not verify_log(folder).holds
    assert verify_log(folder, verifier=ours).holds


def test_a_head_of_another_log_is_refused_though_the_key_is_ours(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seal = Signer.seal
    monkeypatch.setattr(Signer, "seal", lambda self, _, size, root: seal(self, "other", size, root))
    make_desk(folder.parent / "other", MemorySecrets())
    verdict = verify_log(folder.parent / "other")
    assert verdict.flaw == "the signed head is that of another log, other"


@pytest.mark.requirement("A2")
def test_a_replay_gives_the_same_state_and_may_be_kept(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "rebuilt.db"
    for replayed in (replay_log(folder), replay_log(folder, target)):
        assert replayed.is_equal
        assert replayed.entries == 1
    assert target.exists()
    before = sorted(each.name for each in folder.iterdir() if not each.name.startswith("desk.db"))
    assert before == ["log.vkey"]


def test_a_signature_that_its_owner_did_not_make_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert verify_log(folder).signatures == Compared(0)
    told = "signature 1 of Noor (review:1): the signature is wrong"
    monkeypatch.setattr("webcare_desk.signing_off.false_signatures", lambda _: (told,))
    verdict = verify_log(folder)
    assert (verdict.flaw, verdict.signatures, verdict.log_holds) == (
        told,
        Compared(0, (told,)),
        True,
    )
    monkeypatch.setattr("webcare_desk.signing_off.false_signatures", lambda _: Role("x"))
    assert "cannot be read: 'x' is not" in (verify_log(folder).flaw or "")


def test_a_folder_without_a_desk_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"log\.vkey cannot be read"):
        verify_log(tmp_path)
    assert not verify_log(tmp_path, verifier=Signer.generate("a/b").verifier).holds
    with pytest.raises(StoreError):
        replay_log(tmp_path)


def test_a_desk_that_was_inspected_opens_as_before(folder: Path) -> None:
    replay_log(folder)
    app = open_app(folder, MemorySecrets())
    assert app.desk.read.log_size() == 1
    app.close()


def put_on_a_disc(folder: Path) -> None:
    """Let SQLite find no place for the index of a write-ahead log, as on a read-only medium."""
    (folder / "desk.db-shm").symlink_to("desk.db-shm")  # leads nowhere


def test_a_log_where_nobody_may_write_is_verified_and_replayed(folder: Path) -> None:
    put_on_a_disc(folder)
    assert verify_log(folder).holds
    assert replay_log(folder).is_equal


def test_a_log_with_writes_beside_it_that_cannot_be_read_has_no_flaw(folder: Path) -> None:
    put_on_a_disc(folder)
    (folder / "desk.db-wal").write_bytes(b"writes")
    with pytest.raises(ReadOnlyError, match="copy both to where one may write"):
        verify_log(folder)


def test_a_log_that_another_program_holds_has_no_flaw(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(connection._PRAGMAS, "busy_timeout", 0)
    with contextlib.closing(sqlite3.connect(folder / "desk.db", isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(BusyError):
            verify_log(folder)
