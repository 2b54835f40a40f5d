"""A new key for the log: each day and for another person, and no crash locks a desk out."""

import contextlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.support.desks import HOUR, SYSTEM, Clock, log_in
from webcare_desk.actions import PutProtocolInForce, RotateKey
from webcare_desk.app import App, make_desk, open_app
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Digest, Name, digest
from webcare_desk.domain.epoch import Epoch
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.epochs import is_due, rotate, rotate_when_due
from webcare_desk.errors import SecretError, StaleError
from webcare_desk.inspection import check_head, verify_log
from webcare_desk.store.sqlite.opening import create_store
from webcare_desk.vault.log_keys import LogKeys
from webcare_desk.vault.secret import MemorySecrets, Secret
from webcare_desk.vault.signing import Signer

ACT = PutProtocolInForce(Name("varen@1.0"), Digest("0" * 64))


class KilledError(BaseException):
    """The program ends here: nothing catches this."""


class Fragile(MemorySecrets):
    """A keyring that outlives the program, which is killed at one of its steps."""

    def __init__(self) -> None:
        """Let everything pass at first."""
        super().__init__()
        self.left = 10_000

    def step(self) -> None:
        """Count a step, and end the program at the last one."""
        self.left -= 1
        if self.left == 0:
            raise KilledError

    def put(self, name: str, secret: Secret) -> None:
        """Keep, with a step before and one after."""
        self.step()
        super().put(name, secret)
        self.step()

    def forget(self, name: str) -> None:
        """Forget, with a step before and one after."""
        self.step()
        super().forget(name)
        self.step()

    def kept(self) -> set[str]:
        """Return the names of the log's keys that are kept."""
        return {name for name in self._kept if name.startswith("log-key:")}


@pytest.fixture
def secrets() -> Fragile:
    """Give a keyring."""
    return Fragile()


@pytest.fixture
def folder(tmp_path: Path, secrets: Fragile) -> Path:
    """Make a desk."""
    make_desk(tmp_path / "desk", secrets)
    return tmp_path / "desk"


@contextlib.contextmanager
def opened(folder: Path, secrets: MemorySecrets) -> Iterator[App]:
    """Open the desk for a while, as the next start does."""
    with contextlib.closing(open_app(folder, secrets)) as app:
        yield app


def killing(monkeypatch: pytest.MonkeyPatch, secrets: Fragile) -> None:
    """Let the program also be killed before and after the entry is committed."""
    perform = Desk.perform

    def stepping(self: Desk, action: RotateKey, by: Actor) -> object:
        secrets.step()
        result = perform(self, action, by)
        secrets.step()
        return result

    monkeypatch.setattr(Desk, "perform", stepping)


def survives(folder: Path, secrets: Fragile) -> None:
    """Fail unless the desk opens, signs, verifies, and takes a further key."""
    for _ in range(2):
        with opened(folder, secrets) as app:
            assert app.read_only == ""
            app.desk.perform(ACT, SYSTEM)
            assert verify_log(folder).flaw is None
            rotate(app.desk, app.keys)
            app.desk.perform(ACT, SYSTEM)
            assert verify_log(folder).flaw is None


STEPS = 6


@pytest.mark.parametrize("step", range(1, STEPS + 1))
def test_a_crash_at_any_step_leaves_a_desk_that_opens_signs_and_verifies(
    step: int, folder: Path, secrets: Fragile
) -> None:
    with pytest.MonkeyPatch.context() as patch, opened(folder, secrets) as app:
        killing(patch, secrets)
        secrets.left = step
        with pytest.raises(KilledError):
            rotate(app.desk, app.keys)
    secrets.left = 10_000
    first = f"log-key:{app.verifier.split('+', 1)[0]}"
    survives(folder, secrets)
    with opened(folder, secrets) as app:
        in_force = app.keys.name_of(app.desk.read.epoch())
    assert first not in secrets.kept()
    assert in_force in secrets.kept()
    assert len(secrets.kept()) <= 2, "at most the one that was made and never named"


def test_these_are_all_the_steps(folder: Path, secrets: Fragile) -> None:
    with pytest.MonkeyPatch.context() as patch, opened(folder, secrets) as app:
        killing(patch, secrets)
        before = secrets.left
        rotate(app.desk, app.keys)
        taken = before - secrets.left
    assert taken == STEPS


Order = Callable[[App, Signer], Iterator[None]]


def erase_first(app: App, signer: Signer) -> Iterator[None]:
    """Erase the old key before the new one is named."""
    app.secrets.put(app.keys.name_of(Epoch(1, signer.public)), signer.to_secret())
    app.keys.erase(Epoch())
    yield
    app.desk.perform(RotateKey(0, signer.public), SYSTEM)


def name_first(app: App, signer: Signer) -> Iterator[None]:
    """Name the new key before it is kept."""
    app.desk.perform(RotateKey(0, signer.public), SYSTEM)
    yield
    app.secrets.put(app.keys.name_of(Epoch(1, signer.public)), signer.to_secret())


@pytest.mark.parametrize("order", [erase_first, name_first])
def test_in_the_reversed_order_a_crash_locks_the_desk(
    order: Order, folder: Path, secrets: Fragile
) -> None:
    """The twin: the same kill between two steps, and the desk can only be read."""
    with opened(folder, secrets) as app:
        next(order(app, Signer.generate(app.verifier.split("+", 1)[0])))
    with opened(folder, secrets) as app:
        assert "its key is not in this keyring" in app.read_only


def test_the_new_key_signs_and_the_old_one_is_gone(folder: Path, secrets: Fragile) -> None:
    with opened(folder, secrets) as app:
        (first,) = secrets.kept()
        head_in = partial(check_head, folder, verifier=app.verifier)
        for number in range(1, 4):
            rotate(app.desk, app.keys)
            assert app.desk.read.epoch().number == number
            assert secrets.kept() == {app.keys.name_of(app.desk.read.epoch())}
            assert head_in(app.desk.read.head_note()).size == 2 * number
            app.desk.perform(ACT, SYSTEM)
            assert verify_log(folder).holds
        assert first not in secrets.kept()
        assert head_in(app.desk.read.head_note()).size == app.desk.read.log_size()


def test_a_keyring_that_does_not_let_go_is_a_sentence_and_the_next_time_it_does(
    folder: Path, secrets: Fragile, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(folder, secrets) as app:
        with monkeypatch.context() as patch:
            patch.setattr(secrets, "forget", lambda _: None)
            with pytest.raises(SecretError, match="still in the keyring"):
                rotate(app.desk, app.keys)
        assert len(secrets.kept()) == 2
        app.desk.perform(ACT, SYSTEM)
        rotate(app.desk, app.keys)
        assert secrets.kept() == {app.keys.name_of(app.desk.read.epoch())}
        assert verify_log(folder).holds


def test_two_programs_on_one_desk_hand_over_once(folder: Path, secrets: Fragile) -> None:
    with opened(folder, secrets) as one, opened(folder, secrets) as two:
        made = two.keys.make_next()
        rotate(one.desk, one.keys)
        two.desk.perform(ACT, SYSTEM)
        assert verify_log(folder).holds, "the second program signs with the key in force"
        with pytest.raises(StaleError):
            two.desk.perform(RotateKey(0, made), SYSTEM)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(type(two.desk.store), "epoch", lambda _: Epoch())  # read too early
            rotate(two.desk, two.keys)
        assert secrets.kept() == {one.keys.name_of(one.desk.read.epoch())}
        one.desk.perform(ACT, SYSTEM)
        assert one.desk.read.epoch().number == 1
        assert verify_log(folder).holds


def test_a_commit_whose_fate_is_unknown_uses_the_same_key_again(
    folder: Path, secrets: Fragile, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(folder, secrets) as app:

        def lost(*_: object) -> None:
            raise KilledError

        with monkeypatch.context() as patch:
            patch.setattr(Desk, "perform", lost)
            with pytest.raises(KilledError):
                rotate(app.desk, app.keys)
        assert len(secrets.kept()) == 2
        rotate(app.desk, app.keys)
        assert len(secrets.kept()) == 1


def test_a_key_that_is_not_the_one_the_log_names_is_not_used(
    folder: Path, secrets: Fragile
) -> None:
    with opened(folder, secrets) as app:
        rotate(app.desk, app.keys)
        epoch = app.desk.read.epoch()
        other = Signer.generate(app.verifier.split("+", 1)[0])
        secrets.put(app.keys.name_of(epoch), other.to_secret())
        keys = LogKeys(secrets, other.name)
        with pytest.raises(SecretError, match="signed by another key"):
            keys.signer_of(epoch)
    with opened(folder, secrets) as app:
        assert "signed by another key" in app.read_only
        with pytest.raises(SecretError, match="can only be read"):
            app.desk.perform(ACT, SYSTEM)
        app.rotate_key_when_due()
        assert app.desk.read.epoch() == epoch


def test_it_is_time_on_another_day(folder: Path, secrets: Fragile) -> None:
    with opened(folder, secrets) as app:
        clock = Clock(app.desk.clock())
        desk = Desk(app.desk.store, clock)
        assert not is_due(desk)
        clock.pass_by(24 * HOUR)
        assert rotate_when_due(desk, app.keys)
        assert not rotate_when_due(desk, app.keys)


def test_a_clock_that_was_ahead_does_not_end_the_daily_change(
    folder: Path, secrets: Fragile
) -> None:
    with opened(folder, secrets) as app:
        clock = Clock(app.desk.clock())
        desk = Desk(app.desk.store, clock)
        clock.pass_by(10 * 365 * 24 * HOUR)
        assert rotate_when_due(desk, app.keys)
        clock.pass_by(-(10 * 365 - 1) * 24 * HOUR)
        for _ in range(2):
            assert rotate_when_due(desk, app.keys)
            assert not rotate_when_due(desk, app.keys)
            clock.pass_by(24 * HOUR)
    assert verify_log(folder).holds


def test_it_is_time_when_another_person_logged_in(folder: Path, secrets: Fragile) -> None:
    with opened(folder, secrets) as app:
        assert not rotate_when_due(app.desk, app.keys)
        log_in(app.desk, frozenset({Role.MODERATOR}))
        assert not is_due(app.desk), "the first person has no one before him"
        log_in(app.desk, frozenset({Role.MODERATOR}), "bo")
        app.rotate_key_when_due()
        assert app.desk.read.epoch().number == 1
        assert not is_due(app.desk)


def test_a_desk_without_an_entry_needs_no_new_key(tmp_path: Path) -> None:
    store = create_store(tmp_path, Signer.generate("a/b"), "a/b")
    assert not is_due(Desk(store))
    store.close()


def test_the_next_key_is_named_by_its_digits(folder: Path, secrets: Fragile) -> None:
    with opened(folder, secrets) as app:
        rotate(app.desk, app.keys)
        entry = app.desk.changes(-1)[-1]
        assert entry.action == "rotate-key"
        assert set(entry.detail) == {"epoch", "key", "signature_r", "signature_s"}
        assert entry.detail["key"] == app.desk.read.epoch().key != digest(b"")
