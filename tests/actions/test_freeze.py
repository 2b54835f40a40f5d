"""The original is frozen at first view, at every edit, and before it is hidden or deleted."""

import contextlib
import hashlib
import json
import sqlite3

import pytest

from tests.support.desks import SOURCE, Bench, arrival, escalate, take_in
from webcare_desk.actions import ChangeVisibility, DeleteComment, Ingest, KeepPicture, Open
from webcare_desk.actions import outbound as module
from webcare_desk.actions.freeze import as_frozen
from webcare_desk.domain.audit import Name
from webcare_desk.domain.moderator import Actor, system_actor
from webcare_desk.domain.original import Cause, PictureState, as_json
from webcare_desk.domain.reason import Reason
from webcare_desk.domain.reply import DeliveryKind
from webcare_desk.errors import RefusedError, StaleError, StoreError
from webcare_desk.store.sqlite.migrations.originals import _ORIGINALS

HIDE, DELETE = DeliveryKind.HIDE, DeliveryKind.DELETE


def causes(bench: Bench, comment: int) -> list[Cause]:
    return [each.cause for each in bench.desk.read.originals(comment)]


def words(bench: Bench, comment: int, place: int = -1) -> list[str]:
    frozen = bench.desk.read.originals(comment)[place]
    return [post.text for post in bench.desk.read.frozen_as(frozen).posts]


def reword(bench: Bench, text: str) -> None:
    bench.desk.perform(Ingest(Name(SOURCE), (arrival(1, text),)), system_actor())


@pytest.mark.requirement("P5")
def test_the_first_view_freezes_and_the_second_does_not(bench: Bench, anna: Actor) -> None:
    (comment,) = take_in(bench.desk, arrival(1, "hoofdpijn"))
    assert causes(bench, comment) == []
    for _ in range(2):
        bench.desk.perform(Open(comment), anna)
    assert causes(bench, comment) == [Cause.FIRST_VIEW]
    (frozen,) = bench.desk.read.originals(comment)
    text = as_json(bench.desk.read.frozen_as(frozen))
    assert frozen.text_hash == hashlib.sha256(text).hexdigest()
    assert frozen.state is PictureState.WAITING
    assert "posts_in_thread" not in json.loads(text)
    (post,) = json.loads(text)["posts"]
    assert (post["text"], post["is_subject"]) == ("hoofdpijn", True)


@pytest.mark.requirement("P5")
def test_every_edit_after_a_view_freezes_and_the_first_words_stay(
    bench: Bench, anna: Actor
) -> None:
    (comment,) = take_in(bench.desk, arrival(1, "hoofdpijn"))
    reword(bench, "erge hoofdpijn")
    assert causes(bench, comment) == []
    bench.desk.perform(Open(comment), anna)
    reword(bench, "niets aan de hand")
    reword(bench, "echt niets")
    assert causes(bench, comment) == [Cause.FIRST_VIEW, Cause.EDIT, Cause.EDIT]
    found = [words(bench, comment, place) for place in range(3)]
    assert found == [["erge hoofdpijn"], ["niets aan de hand"], ["echt niets"]]


def test_a_hide_and_a_delete_freeze_first_also_what_nobody_had_opened(
    bench: Bench, anna: Actor
) -> None:
    first, second = take_in(bench.desk, arrival(1, "pijn"), arrival(2, "jeuk"))
    why = Reason.AUTHOR_ASKED
    bench.desk.perform(ChangeVisibility(first, HIDE, 0, why), anna)
    bench.desk.perform(DeleteComment(second, 0, why), anna)
    assert (causes(bench, first), causes(bench, second)) == ([Cause.HIDE], [Cause.DELETE])
    entry = bench.desk.read.entries_after(bench.desk.read.log_size() - 2, 1)[0]
    assert entry.action == "delete-comment"
    tables = [change[0] for change in entry.changes]
    assert tables.index("original") < tables.index("delivery")


@pytest.mark.requirement("P5")
def test_the_database_refuses_to_hide_what_was_not_frozen(
    bench: Bench, anna: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program's own freezing is taken out: an original of another cause is none."""
    first, second = take_in(bench.desk, arrival(1, "pijn"), arrival(2, "jeuk"))
    escalate(bench.desk, first, anna)
    monkeypatch.setattr(module, "TAKING_AWAY", {})
    for act in (
        ChangeVisibility(first, HIDE, 0, Reason.AUTHOR_ASKED),
        DeleteComment(second, 0, Reason.AUTHOR_ASKED),
    ):
        with pytest.raises(StoreError, match="frozen before it is hidden or deleted"):
            bench.desk.perform(act, anna)
    assert bench.desk.read.deliveries_of(second) == []


@pytest.mark.requirement("P5")
def test_without_its_trigger_a_database_takes_a_hide_of_what_was_not_frozen() -> None:
    """The twin: the same insert, with the trigger and without it."""
    trigger = _ORIGINALS.partition("CREATE TRIGGER")
    insert = "INSERT INTO delivery(kind, comment) VALUES ('hide', 1)"
    with contextlib.closing(sqlite3.connect(":memory:")) as db:
        db.execute("CREATE TABLE delivery(kind TEXT, comment INTEGER)")
        db.execute("CREATE TABLE original(cause TEXT, comment INTEGER)")
        db.execute(insert)
        db.execute(f"{trigger[1]}{trigger[2]}")
        with pytest.raises(sqlite3.IntegrityError):
            db.execute(insert)
        db.execute("INSERT INTO original VALUES ('hide', 1)")
        db.execute(insert)
        assert db.execute("SELECT count(*) FROM delivery").fetchone() == (2,)


def test_escalating_freezes_the_thread_as_pv_gets_it(bench: Bench, anna: Actor) -> None:
    first, _ = take_in(bench.desk, arrival(1, "pijn"), arrival(2, "bij mij ook"))
    escalate(bench.desk, first, anna)
    assert causes(bench, first) == [Cause.FIRST_VIEW, Cause.ESCALATE]
    assert words(bench, first) == ["pijn", "bij mij ook"]


@pytest.mark.requirement("P5")
def test_a_thread_that_is_cut_keeps_what_was_answered_and_says_how_long_it_was(
    bench: Bench, anna: Actor
) -> None:
    before = (arrival(n, f"post {n}") for n in range(2, 7))
    first, *_ = take_in(
        bench.desk,
        *(arrival(290, "pijn"), *before, *(arrival(n, f"post {n}") for n in range(20, 220))),
        arrival(298, "in het ziekenhuis", parent="r290"),
    )
    bench.desk.perform(Open(first), anna)
    (frozen,) = bench.desk.read.originals(first)
    assert (len(frozen.posts), frozen.in_thread) == (200, 207)
    assert {"pijn", "in het ziekenhuis", "post 219"} < set(words(bench, first))
    assert "post 2" not in words(bench, first)
    text = as_frozen(bench.desk.read, frozen)
    assert text is not None
    assert json.loads(text)["posts_in_thread"] == 207


@pytest.mark.requirement("P5")
def test_a_picture_is_kept_once_with_its_hash(bench: Bench, anna: Actor) -> None:
    (comment,) = take_in(bench.desk, arrival(1, "pijn"))
    bench.desk.perform(Open(comment), anna)
    (frozen,) = bench.desk.read.originals_waiting(9)
    for wrong in (KeepPicture(frozen.id, 1), KeepPicture(99, 1, problem=Name("no-qt"))):
        with pytest.raises(RefusedError, match="has a reason where it is missing"):
            bench.desk.perform(wrong, system_actor())
    kept = KeepPicture(frozen.id, frozen.version, "iVBORw==", "ab" * 32)
    bench.desk.perform(kept, system_actor())
    with pytest.raises(StaleError, match="drawn this original meanwhile"):
        bench.desk.perform(kept, system_actor())
    (drawn,) = bench.desk.read.originals(comment)
    assert (drawn.state, drawn.picture_hash) == (PictureState.DRAWN, "ab" * 32)
    assert bench.desk.read.picture_of(frozen.id) == "iVBORw=="
    assert bench.desk.read.originals_waiting(9) == []


def test_a_comment_that_is_not_there_has_no_original(bench: Bench) -> None:
    with pytest.raises(StaleError, match="There is no comment 99"):
        bench.desk.read.standing(99, Cause.HIDE, 0)
