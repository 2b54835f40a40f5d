"""A log whose end is not that of its head is read, says why, and nothing follows it."""

import contextlib
from pathlib import Path

import pytest

from tests.support.desks import SYSTEM
from tests.support.forging import forge
from webcare_desk.actions import PutProtocolInForce
from webcare_desk.app import make_desk, open_app
from webcare_desk.domain.audit import Digest, Name
from webcare_desk.errors import CorruptFileError, SecretError
from webcare_desk.forks import Person, continue_after_fork
from webcare_desk.inspection import verify_log
from webcare_desk.vault.secret import MemorySecrets, Secret

ACT = PutProtocolInForce(Name("varen@1.0"), Digest("0" * 64))
ADA, SAM = Person("ada", Secret("x")), Person("sam", Secret("y"))


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        (
            "DELETE FROM entry WHERE seq > 1",
            "has 2 entries, and the signed head beside it is of 4: the end of the log was cut off",
        ),
        ("DELETE FROM entry", "has 0 entries, and the signed head beside it is of 4"),
        ("DELETE FROM head", "the last of the 4 entries"),
        ("UPDATE entry SET leaf = x'7b7d' WHERE seq = 3", "the last of the 4 entries"),
    ],
)
def test_a_log_that_lacks_its_end_is_read_and_nothing_follows_it(
    tmp_path: Path, secrets: MemorySecrets, statement: str, sentence: str
) -> None:
    folder = tmp_path / "desk"
    make_desk(folder, secrets)
    with contextlib.closing(open_app(folder, secrets)) as app:
        while app.desk.read.log_size() < 4:
            app.desk.perform(ACT, SYSTEM)
    forge(folder, statement)
    for keyring in (secrets, MemorySecrets()):
        with contextlib.closing(open_app(folder, keyring)) as app:
            assert sentence in app.read_only
            assert "backup list" in app.read_only
            with pytest.raises(SecretError, match="can only be read"):
                app.desk.perform(ACT, SYSTEM)
            with pytest.raises(CorruptFileError, match="can only be read"):
                continue_after_fork(app, SAM, ADA)
    assert not verify_log(folder).holds
