"""The package of a desk whose log went on under another name: heads of before are no flaw."""

import contextlib
import shutil
import zipfile
from pathlib import Path

import pytest

from tests.support import inspector
from tests.support.desks import SYSTEM, arrival, take_in
from tests.support.passwords import CHEAP
from webcare_desk import people
from webcare_desk.actions import PutProtocolInForce, RecordAnchor
from webcare_desk.app import App, make_desk, open_app
from webcare_desk.disclosure import Order, export_package
from webcare_desk.domain.audit import Digest, Name
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.forks import Person, continue_after_fork
from webcare_desk.jobs.anchor import make_timestamp
from webcare_desk.vault.secret import MemorySecrets, Secret

ADA, SAM = (
    Person(login, Secret(f"een lang genoeg wachtwoord {login}")) for login in ("ada", "sam")
)


def hired(app: App) -> None:
    people.add_first_administrator(app.desk, ADA.login, "Ada", ADA.password, CHEAP)
    by = people.log_in(app.desk, ADA.login, ADA.password, cost=CHEAP)
    roles = frozenset({Role.SUPERVISOR})
    people.add_moderator(app.desk, SAM.login, "Sam", roles, SAM.password, by, CHEAP)
    people.log_out(app.desk, by)


@pytest.fixture
def forked(tmp_path: Path) -> tuple[Path, MemorySecrets]:
    """Anchor a head, put an older copy back that has it, and let two persons go on."""
    folder, secrets = tmp_path / "desk", MemorySecrets()
    make_desk(folder, secrets)
    with contextlib.closing(open_app(folder, secrets)) as app:
        hired(app)
        take_in(app.desk, arrival(1, "Ik heb hoofdpijn"))
        app.desk.perform(RecordAnchor(make_timestamp(app.desk), "a token"), SYSTEM)
    older = shutil.copyfile(folder / "desk.db", tmp_path / "older.db")
    with contextlib.closing(open_app(folder, secrets)) as app:
        app.desk.perform(PutProtocolInForce(Name("varen@1.0"), Digest("0" * 64)), SYSTEM)
    shutil.copyfile(older, folder / "desk.db")
    with contextlib.closing(open_app(folder, secrets)) as app:
        continue_after_fork(app, SAM, ADA)
    return folder, secrets


def unpacked(app: App, by: Actor, comment: int | None, folder: Path) -> Path:
    target = folder / f"{comment}.zip"
    export_package(Order(app.desk, by, app.verifier, target), comment, app.folder)
    with zipfile.ZipFile(target) as archive:
        archive.extractall(folder / str(comment))
    return folder / str(comment)


@pytest.mark.requirement("B1")
@pytest.mark.parametrize("comment", [None, 1])
def test_a_package_with_anchors_from_before_a_fork_holds(
    forked: tuple[Path, MemorySecrets], tmp_path: Path, comment: int | None
) -> None:
    verify = inspector.loaded().main
    with contextlib.closing(open_app(*forked)) as app:
        sam = people.log_in(app.desk, SAM.login, SAM.password, cost=CHEAP)
        app.desk.perform(RecordAnchor(make_timestamp(app.desk), "a token"), SYSTEM)
        folder = unpacked(app, sam, comment, tmp_path)
    code, said = inspector.judged(verify, app.verifier, folder)
    assert code == inspector.HOLDS, said
    assert len(list((folder / "anchors").iterdir())) == 1
    (before,) = (folder / "anchors-before").iterdir()
    before.write_bytes(before.read_bytes().replace(b"timestamp", b"timestamq"))
    code, said = inspector.judged(verify, app.verifier, folder)
    assert (code, before.name in said) == (inspector.FAILS, True)
