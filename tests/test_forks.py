"""The keyring remembers how far the log had come; what departs from it is read and not continued."""

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.desks import SYSTEM
from tests.support.passwords import CHEAP
from webcare_desk import people
from webcare_desk.actions import PutProtocolInForce
from webcare_desk.app import App, make_desk, open_app
from webcare_desk.domain.audit import Digest, Edge, Name
from webcare_desk.domain.epoch import Epoch
from webcare_desk.domain.mark import LogMark
from webcare_desk.domain.moderator import Role
from webcare_desk.epochs import rotate
from webcare_desk.errors import (
    DeniedError,
    LoginError,
    ReadOnlyError,
    RefusedError,
    SecretError,
    UsageError,
)
from webcare_desk.forks import Person, continue_after_fork
from webcare_desk.inspection import check_head, replay_log, verify_log
from webcare_desk.vault import registered
from webcare_desk.vault.high_water import HighWater
from webcare_desk.vault.secret import MemorySecrets, Secret

ACT = PutProtocolInForce(Name("varen@1.0"), Digest("0" * 64))
WORD = "een lang genoeg wachtwoord"
ADA, SAM = Person("ada", Secret(WORD)), Person("sam", Secret(WORD + " 2"))


@pytest.fixture
def folder(tmp_path: Path, secrets: MemorySecrets) -> Path:
    """Make a desk with an administrator, a supervisor and a moderator."""
    folder = tmp_path / "desk"
    make_desk(folder, secrets)
    with opened(folder, secrets) as app:
        desk = app.desk
        people.add_first_administrator(desk, "ada", "Ada", ADA.password, CHEAP)
        by = people.log_in(desk, "ada", ADA.password, cost=CHEAP)
        for login, role, word in (
            ("sam", Role.SUPERVISOR, SAM.password),
            ("mo", Role.MODERATOR, Secret(WORD)),
            ("pim", Role.DATA_PROTECTION, Secret(WORD)),
        ):
            people.add_moderator(desk, login, login.title(), frozenset({role}), word, by, CHEAP)
        people.log_out(desk, by)
    return folder


@contextlib.contextmanager
def opened(folder: Path, secrets: MemorySecrets) -> Iterator[App]:
    """Open the desk for a while, as the next start does."""
    with contextlib.closing(open_app(folder, secrets)) as app:
        yield app


@pytest.fixture
def rolled_back(folder: Path, secrets: MemorySecrets) -> Path:
    """Work a little, and put the copy from before that back."""
    older = shutil.copyfile(folder / "desk.db", folder.parent / "older.db")
    with opened(folder, secrets) as app:
        app.desk.perform(ACT, SYSTEM)
    shutil.copyfile(older, folder / "desk.db")
    return folder


def test_the_mark_is_kept_at_exit_and_only_when_the_log_grew(
    folder: Path, secrets: MemorySecrets, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(folder, secrets) as app:
        app.desk.perform(ACT, SYSTEM)
        size = app.desk.read.log_size()
    mark = HighWater(secrets, app.verifier.split("+", 1)[0]).kept()
    assert mark == LogMark(app.desk.read.mark().edge, Epoch())
    assert mark is not None
    assert mark.edge.size == size
    written = list[str]()
    monkeypatch.setattr(MemorySecrets, "put", lambda *given: written.append(given[1]))
    with opened(folder, secrets) as app:
        app.keep_log()
    assert written == []


def test_a_log_that_grew_beyond_its_mark_opens(folder: Path, secrets: MemorySecrets) -> None:
    """A program that was killed kept no mark of its last minute."""
    with contextlib.closing(open_app(folder, secrets)) as app:
        for _ in range(3):
            app.desk.perform(ACT, SYSTEM)
        app.desk.store.close()
        with opened(folder, secrets) as again:
            assert again.read_only == ""


def test_an_older_copy_that_was_put_back_is_read_and_not_continued(
    rolled_back: Path, secrets: MemorySecrets
) -> None:
    with opened(rolled_back, secrets) as app:
        assert "has 7 entries, and the keyring remembers 8" in app.read_only
        assert "audit continue" in app.read_only
        with pytest.raises(SecretError, match="older copy of the desk was put back"):
            app.desk.perform(ACT, SYSTEM)
        assert len(app.desk.read.moderators()) == 4
    assert verify_log(rolled_back).holds, "the log alone does not show it"


def test_without_the_mark_the_older_copy_passes(rolled_back: Path, secrets: MemorySecrets) -> None:
    """The twin: a keyring that remembers nothing."""
    with opened(rolled_back, secrets) as app:
        app.water.forget()
    with opened(rolled_back, secrets) as app:
        assert app.read_only == ""


def test_a_log_that_was_rewritten_with_the_desks_own_key_is_seen(
    folder: Path, secrets: MemorySecrets
) -> None:
    older = shutil.copyfile(folder / "desk.db", folder.parent / "older.db")
    with opened(folder, secrets) as app:
        app.desk.perform(ACT, SYSTEM)
    kept = HighWater(secrets, app.verifier.split("+", 1)[0]).kept()
    shutil.copyfile(older, folder / "desk.db")
    with opened(folder, secrets) as app:
        app.water.forget()
    with opened(folder, secrets) as app:
        for _ in range(2):
            app.desk.perform(PutProtocolInForce(Name("other@1.0"), Digest("1" * 64)), SYSTEM)
    assert kept is not None
    app.water.keep(kept)
    with opened(folder, secrets) as app:
        assert "the log was rewritten" in app.read_only


def test_two_persons_go_on_under_a_new_name(rolled_back: Path, secrets: MemorySecrets) -> None:
    with opened(rolled_back, secrets) as app:
        before, known = app.verifier, app.water.kept()
        verifier = continue_after_fork(app, SAM, ADA)
    assert verifier.split("+", 1)[0] == before.split("+", 1)[0] + "/fork-1"
    kept = {name for name in secrets._kept if name.startswith("log-")}
    assert kept == {f"log-{what}:{verifier.split('+', 1)[0]}" for what in ("key", "mark")}
    with opened(rolled_back, secrets) as app:
        assert (app.read_only, app.verifier) == ("", verifier)
        entry = app.desk.changes(-1)[-1]
        assert entry.action == "continue-after-fork"
        assert known is not None
        assert entry.detail["known_size"] == 8
        assert entry.detail["known_root"] == known.root
        assert entry.actor != entry.detail["approved_by"]
        app.desk.perform(ACT, SYSTEM)
        rotate(app.desk, app.keys)
        app.desk.perform(ACT, SYSTEM)
        assert (
            check_head(rolled_back, app.desk.read.head_note(), verifier=app.verifier).size
            == app.desk.read.log_size()
        )
    assert verify_log(rolled_back).flaw is None
    assert replay_log(rolled_back).is_equal
    assert "after a fork" in (verify_log(rolled_back, verifier=before).flaw or "")
    (earlier,) = rolled_back.glob("log-*.vkey")
    assert earlier.read_text("ascii").strip() == before


def test_a_desk_can_fork_twice(rolled_back: Path, secrets: MemorySecrets) -> None:
    with opened(rolled_back, secrets) as app:
        assert continue_after_fork(app, SAM, ADA).split("+")[0].endswith("/fork-1")
    with opened(rolled_back, secrets) as app:
        pass
    app.water.keep(LogMark(Edge(1024, (b"\1" * 32,)), Epoch()))
    with opened(rolled_back, secrets) as app:
        assert "remembers 1024" in app.read_only
        assert continue_after_fork(app, SAM, ADA).split("+")[0].endswith("/fork-2")
    assert verify_log(rolled_back).flaw is None


@pytest.mark.parametrize(
    ("first", "second", "error", "sentence"),
    [
        (SAM, SAM, RefusedError, "takes a second person"),
        (Person("mo", Secret(WORD)), SAM, DeniedError, "Only a supervisor"),
        (SAM, Person("mo", Secret(WORD)), RefusedError, "no role that may approve"),
        (SAM, Person("ada", Secret("wrong")), LoginError, "is wrong"),
        (Person("nobody", Secret(WORD)), ADA, LoginError, "is wrong"),
    ],
)
def test_one_person_alone_or_another_role_does_not(  # noqa: PLR0913, PLR0917 - the parameters
    rolled_back: Path,
    secrets: MemorySecrets,
    first: Person,
    second: Person,
    error: type[Exception],
    sentence: str,
) -> None:
    before = verify_log(rolled_back)
    with opened(rolled_back, secrets) as app, pytest.raises(error, match=sentence):
        continue_after_fork(app, first, second)
    assert verify_log(rolled_back) == before
    with opened(rolled_back, secrets) as app:
        assert "older copy" in app.read_only


def test_a_sound_desk_has_nothing_to_go_on_after(folder: Path, secrets: MemorySecrets) -> None:
    with opened(folder, secrets) as app, pytest.raises(UsageError, match="Nothing is wrong"):
        continue_after_fork(app, SAM, ADA)


def test_a_keyring_that_was_lost_or_damaged_is_a_fork_too(
    folder: Path, secrets: MemorySecrets
) -> None:
    with opened(folder, secrets) as app:
        name = app.verifier.split("+", 1)[0]
    for damaged in ("", "[]", '[3,"AAAA",0,null]', '[1,"!",0,null]', "[1,2,3,4]"):
        secrets.put(f"log-mark:{name}", Secret(damaged))
        with opened(folder, secrets) as app:
            assert "what the keyring remembers of its log is damaged" in app.read_only
    with opened(folder, secrets) as app:
        continue_after_fork(app, SAM, ADA)
    empty = MemorySecrets()
    with opened(folder, empty) as app:
        assert "its key is not in this keyring" in app.read_only
        continue_after_fork(app, SAM, ADA)
    with opened(folder, empty) as app:
        assert app.read_only == ""
        assert "known_size" not in app.desk.changes(-1)[-1].detail


class CutOffError(Exception):
    """The program ends here."""


def test_a_crash_before_the_new_key_is_registered_is_finished_at_the_next_start(
    rolled_back: Path, secrets: MemorySecrets, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_off(*_: object) -> None:
        raise CutOffError

    with opened(rolled_back, secrets) as app:
        before = app.verifier
        with monkeypatch.context() as patch:
            patch.setattr("webcare_desk.forks.register", cut_off)
            with pytest.raises(CutOffError):
                continue_after_fork(app, SAM, ADA)
    assert registered.read_verifier(rolled_back) == before
    with opened(rolled_back, secrets) as app:
        assert app.read_only == ""
        assert app.verifier.split("+", 1)[0].endswith("/fork-1")
    assert verify_log(rolled_back).flaw is None


def test_a_name_in_the_desk_without_its_key_in_the_keyring_is_not_registered(
    folder: Path, secrets: MemorySecrets
) -> None:
    key = registered.read_verifier(folder)
    for named in (None, key, "elsewhere+00000000+AAAA", key.replace("+", "/fork-1+", 1)):
        assert not registered.finish_registration(folder, secrets, named)
    assert registered.read_verifier(folder) == key


def test_a_key_that_cannot_be_written_is_a_sentence(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", refuse)
    with pytest.raises(ReadOnlyError, match=r"cannot be written.*No space left"):
        registered.register(folder, "x")


def test_a_keyring_that_fails_at_exit_is_no_crash(
    folder: Path, secrets: MemorySecrets, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        msg = "The keyring is locked."
        raise SecretError(msg)

    with opened(folder, secrets) as app:
        app.desk.perform(ACT, SYSTEM)
        monkeypatch.setattr(MemorySecrets, "put", refuse)
        with pytest.raises(SecretError, match="locked"):
            app.keep_mark()
    assert verify_log(folder).holds
