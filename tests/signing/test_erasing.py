"""Erasing: the comment keeps its place, and does not come back."""

from dataclasses import replace

import pytest

from tests.support.desks import (
    SOURCE,
    SYSTEM,
    Bench,
    arrival,
    take_in,
)
from tests.support.erasable import CALM, CANARIES, approved, bring, erasure
from tests.support.signing import Signer
from webcare_desk.actions import (
    Close,
    Erase,
    Ingest,
    Open,
)
from webcare_desk.desk import Desk
from webcare_desk.domain.erasure import Retention
from webcare_desk.domain.reason import Reason
from webcare_desk.errors import RefusedError, StaleError
from webcare_desk.store import tables


def test_an_erased_comment_keeps_its_place_and_its_history(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    desk = bench.desk
    comment = bring(desk, crew["noor"])
    request = approved(desk, crew, erasure(comment))
    desk.perform(Erase(erasure(comment), Retention()), crew["dee"].actor)
    shown = desk.read.comment(comment)
    assert shown is not None
    assert (shown.text, shown.author_name, shown.link) == ("", "", "")
    assert desk.read.is_erased(comment)
    assert [each.text for each in desk.read.revisions(comment)] == ["", ""]
    assert desk.read.draft(comment, crew["noor"].uid) == ""
    entry = desk.read.entries_after(desk.read.log_size() - 2, 1)[0]
    assert entry.action == "erase"
    assert entry.detail["request"] == request
    assert entry.detail["alone"] is False
    places = {row.place for row in desk.read.erased_rows(request)}
    assert places == {"comment", "revision", "text", "delivery", "author", "thread", "move"}
    approved(desk, crew, erasure(comment))
    with pytest.raises(RefusedError, match="erased already"):
        desk.perform(Erase(erasure(comment), Retention()), crew["dee"].actor)


def test_an_author_goes_with_the_last_comment_only(bench: Bench, crew: dict[str, Signer]) -> None:
    desk = bench.desk
    first, second = take_in(desk, arrival(1, "een", said=CALM), arrival(8, "twee", said=CALM))
    author = desk.read.author_of(first)
    assert author is not None
    assert desk.read.comments_by(author) == [first, second]
    for comment, left in ((first, "Anna 1"), (second, "")):
        desk.perform(Close(comment, Reason.SPAM), crew["noor"].actor)
        approved(desk, crew, erasure(comment))
        desk.perform(Erase(erasure(comment), Retention()), crew["dee"].actor)
        shown = desk.read.comment(second)
        assert shown is not None
        assert shown.author_name == left


def test_a_thread_goes_with_its_last_comment_only(bench: Bench, crew: dict[str, Signer]) -> None:
    desk = bench.desk
    both = take_in(desk, arrival(1, said=CALM, own=True), arrival(2, said=CALM, own=True))
    for comment, left in zip(both, [("t1", "Hoe gaat het?"), ("erased:1", "")], strict=True):
        approved(desk, crew, erasure(comment))
        desk.perform(Erase(erasure(comment), Retention()), crew["dee"].actor)
        shown = desk.read.comment(comment)
        assert shown is not None
        assert (shown.thread, shown.thread_title) == left
    [later] = take_in(desk, arrival(3, said=CALM))
    began = desk.read.comment(later)
    assert began is not None
    assert began.thread == "t1"


def test_an_erased_comment_does_not_come_back_with_the_next_poll(
    desk: Desk, crew: dict[str, Signer]
) -> None:
    comment = bring(desk, crew["noor"])
    approved(desk, crew, erasure(comment))
    desk.perform(Erase(erasure(comment), Retention()), crew["dee"].actor)
    came = arrival(1, CANARIES["text"], said=CALM)
    again = replace(came, comment=replace(came.comment, remote_id=CANARIES["remote"]))
    done = desk.perform(Ingest(SOURCE, (again, arrival(5, said=CALM))), SYSTEM)
    assert (len(done.added), done.unchanged) == (1, 1)
    assert CANARIES["remote"] not in desk.read.recent_remote_ids(SOURCE, 9)
    assert desk.read.recent_remote_ids(SOURCE, 9) == ["r5"]


def test_an_answer_that_comes_later_does_not_bring_the_id_back(
    bench: Bench, crew: dict[str, Signer]
) -> None:
    desk = bench.desk
    comment = bring(desk, crew["noor"])
    approved(desk, crew, erasure(comment))
    desk.perform(Erase(erasure(comment), Retention()), crew["dee"].actor)
    answers = (arrival(21, said=CALM, parent=CANARIES["remote"]), arrival(22, parent="r21"))
    later = take_in(desk, *answers)
    with bench.shell() as shell:
        query = "SELECT remote, parent FROM comment WHERE id IN (?, ?, ?) ORDER BY id"
        (mark, _), (_, first), (_, second) = shell.execute(query, (comment, *later)).fetchall()
    assert (first, second) == (mark, "r21")


def test_nothing_is_put_in_the_place_of_erased_text(desk: Desk, crew: dict[str, Signer]) -> None:
    comment = bring(desk, crew["noor"])
    approved(desk, crew, erasure(comment))
    desk.perform(Erase(erasure(comment), Retention()), crew["dee"].actor)
    delivery = desk.read.deliveries_of(comment)[0].id
    refused = pytest.raises(StaleError, match="was erased")
    with refused, desk.store.write() as session:
        session.change(tables.DELIVERY, delivery, {}, {"receipt": "x"})
    gone = pytest.raises(StaleError, match="There is no text 99")
    with gone, desk.store.write() as session:
        session.erase(tables.TEXT, 99, 1, 1)


def test_opening_a_comment_that_was_erased_shows_nothing_of_it(
    desk: Desk, crew: dict[str, Signer]
) -> None:
    comment = bring(desk, crew["noor"])
    approved(desk, crew, erasure(comment))
    desk.perform(Erase(erasure(comment), Retention()), crew["dee"].actor)
    desk.perform(Open(comment), crew["noor"].actor)
    row = desk.read.rows([comment], 0)[0]
    assert not {word for word in CANARIES.values() if word in repr(row)}
