"""A backup that is made, proven and put back, on a desk that is no demo: only such a one returns."""

from pathlib import Path
from typing import Final

from webcare_desk import people
from webcare_desk.actions.backup import is_held
from webcare_desk.app import App, make_desk, open_app
from webcare_desk.backups.make import make_backup
from webcare_desk.backups.restore import Credentials, Standing, restore
from webcare_desk.backups.verify import flaw_of
from webcare_desk.demo.stage import ADMINISTRATOR, DEMO_COST, SUPERVISOR
from webcare_desk.domain.audit import Edge, leaf_hash
from webcare_desk.domain.backup import Backup
from webcare_desk.inspection import verify_log
from webcare_desk.qualification.check import must
from webcare_desk.qualification.ground import Ground
from webcare_desk.settings import Settings
from webcare_desk.vault.secret import MemorySecrets, Secret

_ADA: Final = Credentials(ADMINISTRATOR.login, Secret("a sentence of hers for one hour"))
_WILLEM: Final = Credentials(SUPERVISOR.login, Secret("a sentence of his for one hour"))


def comes_back(ground: Ground) -> str:
    """Back a desk up, change it, put the backup in its place, and hold one against the other."""
    folder, secrets = ground.place / "returning", MemorySecrets()
    app = _manned(folder, secrets)
    try:
        made = make_backup(app)
        flaw = flaw_of(folder, made)
        must(not flaw, f"the backup does not hold: {flaw}")
        people.log_in(app.desk, _ADA.login, _ADA.password, cost=DEMO_COST)
        at = app.desk.clock()
    finally:
        app.close()
    standing = Standing(_ADA, _WILLEM)
    restore(folder, secrets, made, standing, at)
    return _as_backed_up(folder, secrets, made)


def _manned(folder: Path, secrets: MemorySecrets) -> App:
    """Make a desk with two persons who have passwords of their own."""
    make_desk(folder, secrets)
    app = open_app(folder, secrets, Settings())
    app.put_protocol_in_force()
    desk = app.desk
    people.add_first_administrator(desk, _ADA.login, ADMINISTRATOR.name, _ADA.password, DEMO_COST)
    ada = people.log_in(desk, _ADA.login, _ADA.password, cost=DEMO_COST)
    first, roles = Secret("a first sentence from somebody else"), SUPERVISOR.roles
    people.add_moderator(desk, _WILLEM.login, SUPERVISOR.name, roles, first, ada, DEMO_COST)
    willem = people.log_in(desk, _WILLEM.login, first, min(roles), DEMO_COST)
    people.set_password(desk, willem.moderator, _WILLEM.password, willem, DEMO_COST)
    for actor in (ada, willem):
        people.log_out(desk, actor)
    return app


def _as_backed_up(folder: Path, secrets: MemorySecrets, made: Backup) -> str:
    app = open_app(folder, secrets, Settings())
    try:
        edge = Edge()
        for seq, leaf in app.desk.store.leaves():
            if seq < made.entries:
                edge = edge.append(leaf_hash(leaf))
        after = [each.action for each in app.desk.changes(made.entries - 1)]
        must("restore-backup" in after, "the desk was not put back: it is the one from before")
        must(edge.root().hex() == made.root, "the restored log is not that of the backup")
        must(is_held(app.desk.read), "the restored desk would send before anybody confirmed it")
    finally:
        app.close()
    verdict = verify_log(folder)
    must(verdict.holds, f"the restored log does not hold: {verdict.flaw}")
    return (
        f"{made.entries} entries, root {made.root[:16]}, are back; the desk waits for confirmation"
    )
