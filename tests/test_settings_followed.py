"""A settings file that changes while the desk is open: logged, then followed, never one without the other."""

import contextlib
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from tests.support.passwords import CHEAP
from tests.test_configured import recorded, set_to
from webcare_desk import actions, casework, people
from webcare_desk.app import App, make_desk, open_app
from webcare_desk.connectors.courier_folder import FolderCourier
from webcare_desk.domain.audit import Name
from webcare_desk.domain.comment import RemoteComment
from webcare_desk.domain.moderator import Role, system_actor
from webcare_desk.domain.triage import Arrival
from webcare_desk.errors import StoreError, UsageError
from webcare_desk.paths import protocols_dir
from webcare_desk.rounds import forward_due
from webcare_desk.rulebook import InForce, load_in_force
from webcare_desk.setting_up import follow
from webcare_desk.settings import CourierKind
from webcare_desk.store.room import Limits
from webcare_desk.ui.ticks import follow_settings, when_due
from webcare_desk.vault.secret import MemorySecrets, Secret

OLD = '[pv]\nkind = "folder"\nfolder = "old-pv"\n'
NEW = OLD.replace("old-pv", "new-pv")
BLOG = '[[source]]\nname = "blog"\nkind = "wordpress"\nurl = "https://blog.example"\n'
TEXT = "Sinds ik Ventora gebruik heb ik elke dag hoofdpijn en ben ik misselijk."


@pytest.fixture
def window(tmp_path: Path, secrets: MemorySecrets) -> Iterator[App]:
    """Return a desk that stays open, with the settings OLD."""
    folder = tmp_path / "desk"
    make_desk(folder, secrets)
    set_to(folder, OLD)
    with contextlib.closing(open_app(folder, secrets)) as app:
        yield app


def escalate(app: App) -> None:
    """Let a packet to PV be due."""
    app.put_protocol_in_force()
    said = RemoteComment("c1", "p", None, "a1", "Ine", TEXT, app.desk.clock())
    batch = (Arrival(said, app.triage(said)),)
    app.desk.perform(actions.Ingest(Name("blog"), batch), system_actor())
    login, password = "ada", Secret("a short sentence works well")
    people.add_first_administrator(app.desk, login, "Ada Smit", password, CHEAP)
    ada = people.log_in(app.desk, login, password, Role.ADMINISTRATOR)
    roles = frozenset({Role.SUPERVISOR})
    people.add_moderator(app.desk, "sam", "Sam", roles, password, ada, CHEAP)
    sam = people.log_in(app.desk, "sam", password, Role.SUPERVISOR)
    casework.escalate(app.desk, app.protocol, 1, sam)


@pytest.mark.requirement("E2")
def test_no_packet_goes_where_the_log_says_none_goes_any_more(
    window: App, secrets: MemorySecrets
) -> None:
    escalate(window)
    assert isinstance(window.courier, FolderCourier)
    set_to(window.folder, NEW)
    open_app(window.folder, secrets).close()  # any command: the log knows the new address
    when_due(window, forward_due)
    assert [place.name for place in window.folder.glob("*-pv")] == ["new-pv"]
    assert list((window.folder / "new-pv").glob("*.eml"))


def test_a_file_that_nobody_understands_holds_up_no_packet(window: App) -> None:
    escalate(window)
    set_to(window.folder, "[pv")
    with pytest.raises(UsageError, match=r"desk\.toml"):
        follow_settings(window)
    when_due(window, forward_due)
    assert [place.name for place in window.folder.glob("*-pv")] == ["old-pv"]


def test_the_window_itself_records_what_it_follows(window: App) -> None:
    count = len(recorded(window))
    follow(window)
    assert len(recorded(window)) == count
    set_to(window.folder, f"[desk]\nundo_seconds = 7\n{NEW}{BLOG}[disk]\nwarn_mb = 7\n")
    for _ in range(2):
        follow(window)
    assert len(recorded(window)) == count + 1
    assert recorded(window)[-1].detail["pv.folder"] == "changed"
    said = window.settings
    assert (said.undo_seconds, said.courier.folder, list(window.connectors)) == (
        7,
        "new-pv",
        ["blog"],
    )
    assert window.desk.room is not None
    assert window.desk.room.limits == Limits(scarce=7_000_000)


def other_packs(app: App, words: str) -> str:
    """Return settings of packs that say `words` of their version, and of another folder of PV."""
    packs = shutil.copytree(protocols_dir(), app.folder.parent / "packs")
    file = packs / "varen" / "pack.yaml"
    text = file.read_text(encoding="utf-8").replace('version: "1.0"', words)
    file.write_text(text, encoding="utf-8")
    return f'[desk]\nprotocols = "{packs.as_posix()}"\n{NEW}'


def in_force(app: App) -> list[object]:
    """Return the digests of what came into force."""
    put, last = [actions.PutProtocolInForce.name], app.desk.read.log_size() - 1
    return [each.detail["digest"] for each in app.desk.read.entries_among(put, 0, last)]


@pytest.mark.requirement("E2")
def test_another_pack_waits_for_a_second_person_as_it_does_at_a_start(
    window: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webcare_desk.admission.has_leave", lambda *_: False)
    window.put_protocol_in_force()
    before = window.protocol
    set_to(window.folder, other_packs(window, 'version: "9"'))
    follow(window)
    assert window.protocol == before
    assert window.in_force.waiting is not None
    assert window.in_force.waiting.protocol.version == "9"
    assert in_force(window) == [before.digest]


def test_another_pack_that_needs_nobody_more_is_in_force_at_once(window: App) -> None:
    window.put_protocol_in_force()
    before = window.protocol
    set_to(window.folder, other_packs(window, 'version: "9"'))
    for _ in range(2):
        follow(window)
    assert window.triage.protocol.version == "9"
    assert in_force(window) == [before.digest, window.protocol.digest]


def test_a_pack_with_problems_holds_up_nothing_else_that_the_file_says(window: App) -> None:
    window.put_protocol_in_force()
    before = window.protocol
    set_to(window.folder, other_packs(window, "versoin: 9"))
    follow(window)
    assert window.protocol.digest == before.digest
    assert window.in_force.problems
    assert window.settings.courier.folder == "new-pv"


def test_settings_that_change_while_a_protocol_is_loaded_stay(
    window: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, lock = Event(), window.changing

    class Telling:
        """The lock, which tells that somebody asks for it."""

        def __enter__(self) -> None:
            asked.set()
            lock.acquire()

        def __exit__(self, *_: object) -> None:
            lock.release()

    def load(*given: Any) -> InForce:  # noqa: ANN401 - as the real one takes them
        monkeypatch.undo()
        asked.clear()
        following = jobs.submit(follow, window)
        following.add_done_callback(lambda _: asked.set())
        asked.wait()
        return load_in_force(*given)

    vars(window)["changing"] = Telling()
    set_to(window.folder, NEW)
    monkeypatch.setattr("webcare_desk.rulebook.load_in_force", load)
    with ThreadPoolExecutor(1) as jobs:
        window.reload_protocol()
    assert window.settings.courier.folder == "new-pv"


def test_settings_that_were_put_back_are_those_of_the_log_again(
    window: App, secrets: MemorySecrets
) -> None:
    set_to(window.folder, NEW)
    open_app(window.folder, secrets).close()
    set_to(window.folder, OLD)
    follow(window)
    assert [each.detail["pv.folder"] for each in recorded(window)[-2:]] == ["changed", "changed"]
    assert window.settings.courier.folder == "old-pv"


def test_nothing_is_followed_that_cannot_be_recorded(
    window: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        msg = "The disk is full."
        raise StoreError(msg)

    set_to(window.folder, NEW)
    with monkeypatch.context() as patch:
        patch.setattr(actions.RecordSettings, "apply", refuse)
        follow(window)
    assert window.settings.courier.folder == "old-pv"
    follow(window)
    assert window.settings.courier.folder == "new-pv"


def test_settings_that_another_job_recorded_first_are_followed(
    window: App, secrets: MemorySecrets, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_to(window.folder, NEW)
    open_app(window.folder, secrets).close()
    looks = iter((False, True))  # it came between the look and the entry
    monkeypatch.setattr("webcare_desk.configured._knows", lambda *_: next(looks))
    follow(window)
    assert window.settings.courier.folder == "new-pv"


def test_a_desk_that_is_only_read_and_a_demo_follow_no_file(
    tmp_path: Path, secrets: MemorySecrets
) -> None:
    for name, keyring in (("read", MemorySecrets()), ("demo", secrets)):
        make_desk(tmp_path / name, secrets, is_demo=name == "demo")
        with contextlib.closing(open_app(tmp_path / name, keyring)) as app:
            set_to(app.folder, NEW)
            follow(app)
            assert app.settings.courier.kind is CourierKind.NONE
