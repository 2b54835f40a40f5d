"""No entry of the log ever holds what a person wrote, or who it was."""

from dataclasses import fields

from tests.support.desks import Bench
from tests.support.life import CANARIES, live
from webcare_desk.domain.comment import RemoteComment
from webcare_desk.store import tables


def test_no_canary_is_in_the_log_and_every_kept_one_is_in_the_database(bench: Bench) -> None:
    live(bench)
    leaves = b"\n".join(leaf for _, leaf in bench.store.leaves())
    notes = bench.desk.read.head_note().encode()
    for place, canary in CANARIES.items():
        assert canary.encode() not in leaves + notes, place
    bench.desk.store.close()
    kept = bench.database.read_bytes()
    missing = {place for place, canary in CANARIES.items() if canary.encode() not in kept}
    assert missing <= {"password", "wrong-login"}, "the canaries must have come in at all"


def test_the_columns_beside_the_log_hold_no_canary_either(bench: Bench) -> None:
    live(bench)
    with bench.shell() as shell:
        rows = shell.execute("SELECT at, actor, action, subject FROM entry").fetchall()
    assert len(rows) == bench.desk.read.log_size()
    assert "kanarie" not in repr(rows)


def test_the_canaries_are_many_and_stand_in_every_personal_column() -> None:
    personal = {column for table in tables.TABLES for column in table.personal}
    assert personal == {
        "value", "body", "remote", "name", "title", "parent", "link", "findings", "rules",
        "receipt", "pv_reference", "login", "password", "cursor", "problem",
        "sealed", "signed", "words", "payload", "reason",
        "conclusion", "remark", "cause", "effect", "what", "result",
        "note", "evidence", "report", "problems", "pv_name", "ours", "theirs", "weights",
        "posts", "text_hash", "picture_hash",
    }  # fmt: skip
    assert {place.name for place in fields(RemoteComment)} >= {"text", "author_name", "link"}
