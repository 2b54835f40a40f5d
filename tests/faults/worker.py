"""A desk at work whose writes are recorded: `python -m tests.faults.worker FOLDER SETTING`."""

import os
import sys
from pathlib import Path

from tests.faults.crashes import DONE
from tests.support.desks import ORIGIN, arrival, enter, escalate
from webcare_desk.actions import Ingest, QueueReply
from webcare_desk.desk import Desk
from webcare_desk.domain.audit import Name
from webcare_desk.domain.moderator import Role, system_actor
from webcare_desk.store.sqlite import connection
from webcare_desk.store.sqlite.opening import open_store
from webcare_desk.vault.secret import Secret
from webcare_desk.vault.signing import Signer

ACTS = 40
#: Pages in the write-ahead log after which it is carried over: often, to cut into it too.
CARRIED_OVER = 60


def main(folder: Path, key: str, setting: str) -> None:
    """Work, and write down the size of the log after each act; end without tidying up.

    `setting` is how the database keeps its promise: `journal_mode=wal,synchronous=2`.
    """
    for name, value in (part.split("=") for part in setting.split(",")):
        connection._PRAGMAS[name] = int(value) if value.isdecimal() else value
    connection._PRAGMAS["wal_autocheckpoint"] = CARRIED_OVER
    connection._WAL_BYTES = 100_000
    desk = Desk(open_store(folder, Signer.from_secret(Secret(key)), ORIGIN))
    done = os.open(folder / DONE, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def tell() -> None:
        os.write(done, b"%d\n" % desk.read.log_size())

    anna = enter(desk, desk.read.moderators()[0].id, "anna", Role.SUPERVISOR)
    for n in range(ACTS):
        (comment,) = desk.perform(Ingest(Name("village"), (arrival(n),)), system_actor()).added
        tell()
        desk.perform(QueueReply(comment, f"antwoord {n}", None, 0), anna)
        tell()
        escalate(desk, comment, anna)
        tell()
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.stdin.read(), sys.argv[2])
