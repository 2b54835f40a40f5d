"""What a forger does to a desk's database, once the triggers are out of the way."""

import contextlib
import sqlite3
from collections.abc import Callable

from tests.support.desks import ORIGIN
from tests.support.edges import edge_of
from webcare_desk.domain.audit import canonical, leaf_hash
from webcare_desk.store import tables
from webcare_desk.store.sqlite.log import entry_of, leaves
from webcare_desk.store.sqlite.log_pages import FOUND, PAIRS
from webcare_desk.store.sqlite.replay import make_tables, rebuild
from webcare_desk.vault import signing

Attack = Callable[[sqlite3.Connection], object]
#: The entry that is attacked; the desk that has lived has many more.
K = 5


def leaf_of(shell: sqlite3.Connection, seq: int) -> bytes:
    """Return the bytes of an entry."""
    found: bytes = shell.execute("SELECT leaf FROM entry WHERE seq = ?", (seq,)).fetchone()[0]
    return found


def size_of(shell: sqlite3.Connection) -> int:
    """Return how many entries there are."""
    return int(shell.execute("SELECT count(*) FROM entry").fetchone()[0])


def put(shell: sqlite3.Connection, seq: int, leaf: bytes) -> None:
    """Write other bytes into an entry."""
    shell.execute("UPDATE entry SET leaf = ? WHERE seq = ?", (leaf, seq))


def edit(shell: sqlite3.Connection, seq: int = K) -> None:
    """Give an entry another session."""
    put(shell, seq, leaf_of(shell, seq).replace(b'"session":"', b'"session":"x'))


def edit_last(shell: sqlite3.Connection) -> None:
    """Edit the one entry that no other follows."""
    edit(shell, size_of(shell) - 1)


def insert(shell: sqlite3.Connection) -> None:
    """Push an entry into the middle and number the others anew."""
    for seq in range(size_of(shell) - 1, K - 1, -1):
        shell.execute("UPDATE entry SET seq = seq + 1 WHERE seq = ?", (seq,))
    shell.execute(
        "INSERT INTO entry SELECT ?, leaf, at, actor, action, subject FROM entry WHERE seq = 0",
        (K,),
    )


def swap(shell: sqlite3.Connection) -> None:
    """Let two entries change places."""
    first, second = leaf_of(shell, K), leaf_of(shell, K + 1)
    put(shell, K, second)
    put(shell, K + 1, first)


def append(shell: sqlite3.Connection) -> None:
    """Add a well-made entry that nobody signed."""
    last = size_of(shell) - 1
    leaf = entry_of(last, leaf_of(shell, last))
    fields = {"at": leaf.at, "actor": "x", "role": "system", "session": "x", "action": "y"}
    whole = {
        **fields, "subject": None, "detail": {}, "changes": [], "v": 1, "seq": last + 1,
        "prev": leaf_hash(leaf.leaf).hex(),
    }  # fmt: skip
    row = (last + 1, canonical(whole), leaf.at, "x", "y", None)
    shell.execute("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?)", row)


def cut(shell: sqlite3.Connection) -> None:
    """Delete the last entries."""
    shell.execute("DELETE FROM entry WHERE seq >= ?", (size_of(shell) - 3,))


def write_twice(shell: sqlite3.Connection) -> None:
    """Give the last entry a field twice: parsers differ on which one counts."""
    last = size_of(shell) - 1
    put(shell, last, leaf_of(shell, last).replace(b'"v":2', b'"v":2,"v":2'))


def forge_note(shell: sqlite3.Connection) -> None:
    """Sign the true head with another key of the same name."""
    found = edge_of(leaf for _, leaf in leaves(shell))
    note = signing.Signer.generate(ORIGIN).seal(ORIGIN, found.size, found.root())
    shell.execute("UPDATE head SET note = ?", (note,))


def sql(*statements: str) -> Attack:
    """Return the attack that runs some SQL."""

    def attack(shell: sqlite3.Connection) -> None:
        for statement in statements:
            shell.execute(statement)

    return attack


def lie(shell: sqlite3.Connection) -> None:
    """Take the open comments out of the index of the inbox; its rule is again as it was."""
    rule = shell.execute("SELECT sql FROM sqlite_schema WHERE name = 'work_queue'").fetchone()[0]
    for worded in (f"{rule} WHERE queue = 'nowhere'", rule):
        shell.execute("PRAGMA writable_schema = ON")
        shell.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'work_queue'", (worded,))
        shell.execute("PRAGMA writable_schema = RESET")
        if worded is not rule:
            shell.execute("REINDEX work_queue")


def rewrite(shell: sqlite3.Connection, signer: signing.Signer) -> None:
    """Leave out the last act, which changed no state, and sign the shorter log anew."""
    last = size_of(shell) - 1
    shell.execute("DELETE FROM entry WHERE seq = ?", (last,))
    edge = edge_of(leaf for _, leaf in leaves(shell))
    shell.execute(
        "UPDATE head SET size = ?, peaks = ?, last = ?, note = ?, "
        "at = (SELECT at FROM entry ORDER BY seq DESC LIMIT 1)",
        (
            edge.size,
            b"".join(edge.peaks),
            leaf_hash(leaf_of(shell, last - 1)),
            signer.seal(ORIGIN, edge.size, edge.root()),
        ),
    )


def set_right(shell: sqlite3.Connection) -> None:
    """Set every row, and what is kept beside the rows, as the log tells them."""
    with contextlib.closing(sqlite3.connect(":memory:")) as told:
        make_tables(told)
        rebuild(shell, told)
        for table in tables.TABLES:
            columns = ",".join((table.key, *table.plain))
            rows = told.execute(f"SELECT {columns} FROM {table.name}").fetchall()  # noqa: S608 - names from tables.py
            keys = ",".join(str(row[0]) for row in rows)
            shell.execute(f"DELETE FROM {table.name} WHERE {table.key} NOT IN ({keys})")  # noqa: S608 - the same
            setting = ",".join(f'"{name}" = ?' for name in (table.key, *table.plain))
            shell.executemany(
                f"UPDATE {table.name} SET {setting} WHERE {table.key} = ?",  # noqa: S608 - the same
                [(*row, row[0]) for row in rows],
            )
    shell.execute(
        "UPDATE queue_count SET count = (SELECT count(*) FROM work WHERE queue = queue_count.queue)"
    )
    shell.execute(f"INSERT OR IGNORE INTO entry_found(kind, name, block) {FOUND} UNION {PAIRS}")
