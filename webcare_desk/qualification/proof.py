"""What keeps the evidence: the log and its guards, exports, erasing, backups."""

import contextlib
import os
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from webcare_desk import actions, erasing, people, signing_off
from webcare_desk.demo.stage import DATA_PROTECTION, SUPERVISOR, Person, Stage
from webcare_desk.disclosure import Order, export_package
from webcare_desk.domain.audit import Name
from webcare_desk.domain.erasure import Basis
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.reason import Reason
from webcare_desk.inspection import replay_log, verify_copy, verify_log
from webcare_desk.qualification.check import AmissError, must
from webcare_desk.qualification.ground import Ground, bring
from webcare_desk.vault.secret import Secret

_DATABASE: Final = "desk.db"
#: Where an entry has its time, and which digit of it becomes its neighbour.
_TIME: Final = b'"at":'
_DIGIT: Final = 6
_PATIENCE: Final = 120.0
_CANARY: Final = "Zwaluwnestboulevard"
_FORBIDDEN: Final = (
    "UPDATE entry SET at = at + 1",
    "DELETE FROM entry",
    "UPDATE comment SET source = source",
)


def log_holds(ground: Ground) -> str:
    """Verify the whole desk by its log, with the public key alone."""
    found = verify_log(ground.stage.app.folder)
    must(found.holds, f"the log does not hold: {found.flaw}")
    return f"{found.size} entries, root {found.root[:16]}"


def replay_is_equal(ground: Ground) -> str:
    """Rebuild the desk from its log and compare each row."""
    found = replay_log(ground.stage.app.folder)
    must(found.is_equal, "; ".join(found.differences[:3]))
    return f"{found.rows} rows from {found.entries} entries, no difference"


def refuses_sql(ground: Ground) -> str:
    """Try to change the log and a row from a shell of SQL, past the program."""
    refusals = [_refusal(ground.stage.app.folder / _DATABASE, each) for each in _FORBIDDEN]
    return "; ".join(refusals)


def _refusal(database: Path, statement: str) -> str:
    with contextlib.closing(sqlite3.connect(database)) as shell:
        try:
            shell.execute(statement)
        except sqlite3.IntegrityError as error:
            return f"{statement.partition(' ')[0]}: {error}"
        finally:
            shell.rollback()
    msg = f"the database let this pass: {statement}"
    raise AmissError(msg)


def finds_a_changed_byte(ground: Ground) -> str:
    """Copy the desk, change a digit of the time of an entry in the copy, and let it be verified."""
    app, copy = ground.stage.app, ground.place / "copy.db"
    entry = _copied(app.folder / _DATABASE, copy)
    must(verify_copy(copy, app.verifier).holds, "the copy does not hold before anything is changed")
    data = bytearray(copy.read_bytes())
    data[data.rindex(entry) + entry.index(_TIME) + len(_TIME) + _DIGIT] ^= 1
    copy.write_bytes(data)
    found = verify_copy(copy, app.verifier)
    must(not found.holds, "one byte of an entry was changed, and the log is said to hold")
    must(found.at_entry is not None, f"it was found, and no entry is named: {found.flaw}")
    return f"{found.flaw}"


def _copied(database: Path, copy: Path) -> bytes:
    """Copy a desk while it works; return the bytes of an entry that lies in one piece."""
    with (
        contextlib.closing(sqlite3.connect(database)) as desk,
        contextlib.closing(sqlite3.connect(copy)) as target,
    ):
        desk.backup(target)
        shortest = "SELECT leaf FROM entry ORDER BY length(leaf) LIMIT 1"
        return bytes(target.execute(shortest).fetchone()[0])


def package_proves_itself(ground: Ground) -> str:
    """Export the log and let the stand-alone verifier check it, in a Python of its own."""
    stage, target = ground.stage, ground.place / "package.zip"
    actor, app = stage.enter(SUPERVISOR, Role.SUPERVISOR), stage.app
    export_package(Order(app.desk, actor, app.verifier, target), None, app.folder)
    people.log_out(app.desk, actor)
    folder = ground.place / "package"
    with zipfile.ZipFile(target) as archive:
        archive.extractall(folder)
    code, said = _judged(folder, app.verifier)
    must(code == 0, f"the verifier ends with {code}: {said}")
    texts = folder / "texts.jsonl"
    texts.write_bytes(texts.read_bytes().replace(b"a", b"b", 1))
    must(_judged(folder, app.verifier)[0], "one byte was changed, and the verifier says it holds")
    return f"{said}; with one byte changed it says that it does not hold"


def _judged(folder: Path, key: str) -> tuple[int, str]:
    """Run the verifier of a package without the program and its packages."""
    (folder.parent / "held.vkey").write_text(key + "\n", encoding="ascii")
    python = os.path.realpath(sys.executable)
    command = [python, "-I", "-S", "verify.py", str(folder.parent / "held.vkey"), "."]
    done = subprocess.run(  # noqa: S603 - the verifier that ships, in this very interpreter
        command, cwd=folder, capture_output=True, text=True, timeout=_PATIENCE, check=False
    )
    lines = (done.stdout + done.stderr).strip().splitlines()
    verdict = [line for line in lines if "HOLD" in line] or lines[-1:]
    return done.returncode, " ".join(verdict).strip()


def erases(ground: Ground) -> str:
    """Let two persons erase a comment, and look for its words in every file of the desk."""
    stage = ground.stage
    app, words = stage.app, f"{_CANARY} is een mooie straat"
    comment = bring(stage, words)
    with (
        _entered(stage, SUPERVISOR) as (second, its),
        _entered(stage, DATA_PROTECTION) as (by, own),
    ):
        app.desk.perform(actions.Close(comment, Reason.OTHER, "tried and erased"), second)
        app.desk.store.scrub()
        must(_found(app.folder), "the words were nowhere before they were erased")
        choice = erasing.Choice((comment,), ())
        wanted = erasing.wanted_for(Name(f"comment/{comment}"), choice, Basis.OBJECTION)
        request = signing_off.ask(app.desk, by, own, wanted, login=DATA_PROTECTION.login)
        signing_off.approve(app.desk, second, its, request, login=SUPERVISOR.login)
        retention = erasing.retention_of(app.settings.retention)
        rows = erasing.erase(app.desk, by, request, app.folder, retention).rows
    left = _found(app.folder)
    must(not left, f"the words still stand in {', '.join(left)}")
    verdict = verify_log(app.folder)
    must(verdict.holds, f"after erasing the log does not hold: {verdict.flaw}")
    return f"{rows} rows erased, the words are in no file, the log still holds"


@contextlib.contextmanager
def _entered(stage: Stage, person: Person) -> Iterator[tuple[Actor, Secret]]:
    """Log somebody in with a password of his own, and out."""
    role = Role.SUPERVISOR if person is SUPERVISOR else None
    actor = stage.enter(person, role)
    try:
        yield actor, stage.own_password(person, actor)
    finally:
        people.log_out(stage.app.desk, actor)


def _found(folder: Path) -> list[str]:
    """Return the files below a folder in which the words stand, also as the search keeps them."""
    forms = (_CANARY.encode(), _CANARY.lower().encode())
    files = (file for file in folder.rglob("*") if file.is_file())
    return [file.name for file in files if any(form in file.read_bytes() for form in forms)]
