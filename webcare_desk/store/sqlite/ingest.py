"""Comments come in by the hundred: evidence rows, and the work they make.

One entry records the whole batch by a digest over the rows it added.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from webcare_desk.domain.audit import Detail, Digest, Name, digest
from webcare_desk.domain.comment import RemoteComment, Visibility
from webcare_desk.domain.finding import Opinion
from webcare_desk.domain.identity import new_uid
from webcare_desk.domain.triage import Arrival, Triage
from webcare_desk.store import tables
from webcare_desk.store.codec import MILLION, findings_text, names_text, places_text
from webcare_desk.store.sqlite.erased import MARK
from webcare_desk.store.sqlite.erasing import SECRET, remote_mark
from webcare_desk.store.sqlite.rows import batch_bytes, index_texts, recorded, salts
from webcare_desk.store.table import Table

#: The work that new comments make; `audit replay` runs the same statement.
WORK_OF_ARRIVALS = """
INSERT INTO work(comment, queue, status, category, tier, due, reply_due, claimed_until,
                 visibility, revision, version)
SELECT c.id, iif(c.own, 'done', r.queue), iif(c.own, 'closed', 'new'), r.category,
       max(r.tier, coalesce(s.adds, 0)),
       iif(c.own, 9007199254740991, coalesce(r.reply_due, 9007199254740991)),
       iif(c.own, NULL, r.reply_due), 0, r.visibility, r.id, 1
FROM revision r JOIN comment c ON c.id = r.comment LEFT JOIN assessment s ON s.revision = r.id
WHERE r.id BETWEEN ? AND ? AND r.number = 1
"""


@dataclass(frozen=True, slots=True)
class Known:
    """A comment the desk already has: its id and its latest revision, with the row of its words."""

    comment: int
    number: int
    body: int
    text: str
    visibility: str


@dataclass(slots=True)
class Batch:
    """The rows a batch adds: for each table `(key, plain…, personal…, salt)`."""

    source: str
    at: int
    next_id: dict[str, int]
    rows: dict[str, list[tuple[object, ...]]] = field(default_factory=dict)
    authors: dict[str, int] = field(default_factory=dict)
    threads: dict[str, int] = field(default_factory=dict)
    salts: list[bytes] = field(default_factory=list)

    def put(self, table: Table, *values: object) -> int:
        """Take a row and return its key."""
        key = self.next_id[table.name]
        self.next_id[table.name] = key + 1
        if table.personal and not self.salts:
            self.salts = salts(512)
        row = (key, *values, self.salts.pop()) if table.personal else (key, *values)
        self.rows.setdefault(table.name, []).append(row)
        return key


def begin_batch(
    connection: sqlite3.Connection, source: str, at: int, arrivals: Sequence[Arrival]
) -> Batch:
    """Return an empty batch that knows the next keys, the authors and the threads."""
    next_id = {
        table.name: connection.execute(
            f"SELECT coalesce(max({table.key}), 0) + 1 FROM {table.name}"  # noqa: S608 - names from tables.py
        ).fetchone()[0]
        for table in tables.ARRIVALS
    }
    batch = Batch(source, at, next_id)
    batch.authors = _ids(connection, "author", source, {a.comment.author_id for a in arrivals})
    batch.threads = _ids(connection, "thread", source, {a.comment.thread for a in arrivals})
    return batch


def _ids(
    connection: sqlite3.Connection, table: str, source: str, names: set[str]
) -> dict[str, int]:
    marks = ",".join("?" * len(names))
    return dict(
        connection.execute(
            f"SELECT remote, id FROM {table} WHERE source = ? AND remote IN ({marks})",  # noqa: S608 - names from tables.py
            (source, *names),
        )
    )


def without_erased(
    connection: sqlite3.Connection, source: str, arrivals: Sequence[Arrival]
) -> Sequence[Arrival]:
    """Leave out what was erased here and is still on its platform.

    What answers it names it by its mark: else the platform's id of it would come back.
    """
    query = "SELECT value FROM fact WHERE name = ?"
    secret = connection.execute(query, (SECRET,)).fetchone()
    if secret is None:
        return arrivals
    named = {each for a in arrivals for each in (a.comment.remote_id, a.comment.parent) if each}
    marks = {each: f"{MARK}{remote_mark(secret[0], source, each)}" for each in named}
    rows = connection.execute(
        "SELECT remote FROM comment WHERE source = ? "  # noqa: S608 - only question marks
        f"AND remote IN ({','.join('?' * len(marks))})",
        (source, *marks.values()),
    )
    erased = {remote for (remote,) in rows}
    gone = {each: mark for each, mark in marks.items() if mark in erased}
    return [_answering(each, gone) for each in arrivals if each.comment.remote_id not in gone]


def _answering(arrival: Arrival, gone: Mapping[str, str]) -> Arrival:
    mark = gone.get(arrival.comment.parent or "")
    if mark is None:
        return arrival
    return replace(arrival, comment=replace(arrival.comment, parent=mark))


def known(
    connection: sqlite3.Connection, source: str, arrivals: Sequence[Arrival]
) -> dict[str, Known]:
    """Return the comments of `arrivals` that the desk has, by platform id."""
    remotes = [arrival.comment.remote_id for arrival in arrivals]
    marks = ",".join("?" * len(remotes))
    rows = connection.execute(
        "SELECT c.remote, c.id, r.number, r.body, t.body, w.visibility "  # noqa: S608 - only question marks
        "FROM comment c JOIN work w ON w.comment = c.id JOIN revision r ON r.id = w.revision "
        f"JOIN text t ON t.id = r.body WHERE c.source = ? AND c.remote IN ({marks})",
        (source, *remotes),
    )
    return {remote: Known(*row) for remote, *row in rows}


def put_comment(batch: Batch, arrival: Arrival) -> int:
    """Take a new comment with its first revision; return the comment's id."""
    remote = arrival.comment
    author = batch.authors.get(remote.author_id)
    if author is None:
        author = batch.put(tables.AUTHOR, batch.source, remote.author_id, remote.author_name)
        batch.authors[remote.author_id] = author
    comment = batch.put(
        tables.COMMENT,
        new_uid(batch.at),
        batch.source,
        _thread(batch, remote),
        author,
        remote.posted_at,
        batch.at,
        int(remote.own),
        remote.remote_id,
        remote.parent,
        remote.link,
    )
    put_revision(batch, comment, 1, batch.put(tables.TEXT, remote.text), arrival)
    return comment


def _thread(batch: Batch, remote: RemoteComment) -> int:
    thread = batch.threads.get(remote.thread)
    if thread is None:
        thread = batch.put(tables.THREAD, batch.source, remote.thread, remote.thread_title)
        batch.threads[remote.thread] = thread
    return thread


def put_change(batch: Batch, before: Known, arrival: Arrival) -> int:
    """Take what differs: other words, or the same ones shown otherwise; return the revision's id."""
    text, is_same = arrival.comment.text, before.text == arrival.comment.text
    body = before.body if is_same else batch.put(tables.TEXT, text)
    return put_revision(batch, before.comment, before.number + 1, body, arrival)


def put_revision(batch: Batch, comment: int, number: int, body: int, arrival: Arrival) -> int:
    """Take how a comment stands now, with its triage; return the revision's id."""
    triage = arrival.triage
    revision = batch.put(
        tables.REVISION,
        comment,
        number,
        body,
        batch.at,
        triage.screening.language.value,
        int(triage.screening.tier),
        triage.category.value,
        triage.queue.value,
        triage.plan,
        triage.reply_due,
        arrival.comment.visibility.value,
        findings_text(triage.screening.findings),
        names_text(triage.rules),
    )
    opinion = triage.screening.opinion
    if opinion is not None:
        row = tuple(assessment_of(revision, opinion).values())
        batch.rows.setdefault(tables.ASSESSMENT.name, []).append(row)
    return revision


def assessment_of(revision: int, opinion: Opinion) -> dict[str, Detail]:
    """Return the row that keeps what the model said of a wording, its columns in order."""
    spans = places_text(opinion.spans)
    return {
        "revision": revision,
        "model": Name(opinion.model),
        "tier": int(opinion.tier),
        "score": round(opinion.score * MILLION),
        "adds": int(opinion.urgency),
        "categories": Name("+".join(opinion.categories)) if opinion.categories else None,
        "spans": None if spans is None else Name(spans),
    }


def said_again(
    connection: sqlite3.Connection, comment: int, triage: Triage, at: int
) -> tuple[dict[str, Detail], dict[str, str]]:
    """Return the row for another triage of the latest wording: the same text, the next number."""
    number, body, visibility = connection.execute(
        "SELECT r.number, r.body, r.visibility FROM revision r WHERE r.comment = ? "
        "ORDER BY r.number DESC LIMIT 1",
        (comment,),
    ).fetchone()
    values: dict[str, Detail] = {
        "comment": comment,
        "number": number + 1,
        "body": body,
        "seen_at": at,
        "language": triage.screening.language,
        "tier": int(triage.screening.tier),
        "category": triage.category,
        "queue": triage.queue,
        "plan": None if triage.plan is None else Name(triage.plan),
        "reply_due": triage.reply_due,
        "visibility": Visibility(visibility),
    }
    findings, rules = findings_text(triage.screening.findings), names_text(triage.rules)
    return values, {"findings": findings, "rules": rules}


def write_batch(
    connection: sqlite3.Connection, batch: Batch
) -> tuple[dict[str, list[int]], Digest]:
    """Insert the rows; return the range of keys in each table and the digest."""
    ranges: dict[str, list[int]] = {}
    shown: dict[str, list[list[object]]] = {}
    for table in tables.ARRIVALS:
        rows = batch.rows.get(table.name)
        if not rows:
            continue
        columns = [*table.columns, "salt"] if table.personal else list(table.columns)
        connection.executemany(
            f"INSERT INTO {table.name}({','.join(columns)}) VALUES ({','.join('?' * len(columns))})",  # noqa: S608 - names from tables.py
            rows,
        )
        ranges[table.name] = [int(str(rows[0][0])), int(str(rows[-1][0]))]
        shown[table.name] = recorded(table, rows)
    if tables.TEXT.name in ranges:
        index_texts(connection, *ranges[tables.TEXT.name])
    if tables.REVISION.name in ranges:
        connection.execute(WORK_OF_ARRIVALS, ranges[tables.REVISION.name])
    return ranges, digest(batch_bytes(shown))


def differs(before: Known, arrival: Arrival) -> bool:
    """Say whether the platform shows other words, or shows them otherwise."""
    remote = arrival.comment
    return before.text != remote.text or before.visibility != remote.visibility
