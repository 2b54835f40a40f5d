"""The stage: a week in some hours, people with passwords, comments that keep arriving."""

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from webcare_desk.actions import PutProtocolInForce
from webcare_desk.app import open_app
from webcare_desk.demo.community import Planted, load_corpus
from webcare_desk.demo.stage import MODERATOR, STAFF, SUPERVISOR, Stage, compressed
from webcare_desk.domain.audit import Digest, Name
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.moderator import Role, system_actor
from webcare_desk.errors import (
    ForeignFileError,
    LoginError,
    ReadOnlyError,
    SecretError,
    UsageError,
)
from webcare_desk.paths import resources_dir
from webcare_desk.rounds import hand_over_late, poll_source
from webcare_desk.vault.registered import own_name
from webcare_desk.vault.secret import MemorySecrets


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    """Run a stage."""
    with Stage(language="nl") as running:
        yield running


def test_everything_of_the_community_is_there_when_it_opens(stage: Stage) -> None:
    read = stage.app.desk.read
    assert sum(count.count for count in read.queue_counts()) == len(stage.community.posts())
    assert stage.app.is_demo
    assert read.fact("protocol") == Digest(stage.app.protocol.digest)
    assert not stage.app.read_only


def test_everybody_can_enter_with_a_password_of_his_own(stage: Stage) -> None:
    accounts = {each.login: (each.name, each.roles) for each in stage.app.desk.read.moderators()}
    assert accounts == {each.login: (each.name, each.roles) for each in STAFF}
    assert stage.enter(MODERATOR).role is Role.MODERATOR
    assert stage.enter(SUPERVISOR, Role.SUPERVISOR).role is Role.SUPERVISOR
    with pytest.raises(LoginError, match="Choose the role"):
        stage.enter(SUPERVISOR)
    passwords = {
        found.reveal()
        for each in STAFF
        if (found := stage.secrets.get(own_name(stage.app.verifier, f"login:{each.login}")))
        is not None
    }
    assert len(passwords) == len(STAFF)


def test_nothing_is_late_but_what_is_a_crisis(stage: Stage) -> None:
    read = stage.app.desk.read
    before = read.log_size()
    raised = hand_over_late(stage.app)
    told = read.entries_after(before - 1, raised + 1)
    assert {entry.action for entry in told} <= {"alarm-comment"}, "out of hours: at once"
    assert len({entry.subject for entry in told}) == raised
    crises = {row.comment for row in read.page(Queue.CRISIS, None, 99, stage.app.desk.clock())}
    assert {entry.subject for entry in told} <= crises
    assert hand_over_late(stage.app) == 0, "each once"


def test_a_week_becomes_an_hour_in_the_same_order() -> None:
    corpus = load_corpus(resources_dir() / "demo" / "community.jsonl")
    early = [each for each in corpus if not each.later]
    minutes = {each.id: each.minutes for each in compressed(corpus)}
    assert max(minutes.values()) == 66
    ordered = sorted(early, key=lambda each: each.minutes)
    assert sorted(minutes[each.id] for each in early) == [minutes[each.id] for each in ordered]
    half = sorted(minutes[each.id] for each in early)[len(early) // 2]
    assert half < 20


def test_a_corpus_of_the_present_is_left_alone() -> None:
    now = Planted("a", "t", "", None, "Anne", "hoi", 0)
    assert compressed([now]) == (now,)
    assert compressed([]) == ()


def test_comments_arrive_by_themselves_until_none_is_left() -> None:
    with Stage(pace=0.0) as stage:
        stage._arrivals.join()
        assert stage.community.arrive(1) == ()
        there = {post.id for post in stage.community.posts()}
        assert "c0395" not in there


def test_arriving_ends_with_the_stage() -> None:
    with Stage(pace=3600.0) as stage:
        thread = stage._arrivals
        assert thread.is_alive()
    assert not thread.is_alive()


def test_a_kept_desk_stays_and_only_reads(tmp_path: Path) -> None:
    with Stage(tmp_path / "kept") as stage:
        size = stage.app.desk.read.log_size()
    app = open_app(tmp_path / "kept", MemorySecrets())
    act = PutProtocolInForce(Name("varen@1.0"), Digest("0" * 64))
    with contextlib.closing(app), pytest.raises(SecretError, match="can only be read"):
        app.desk.perform(act, system_actor())
    with contextlib.closing(open_app(tmp_path / "kept", MemorySecrets())) as app:
        assert app.desk.read.log_size() == size
        assert "its key is not in this keyring" in app.read_only
    with pytest.raises(ForeignFileError), Stage(tmp_path / "kept"):
        pass


def test_a_stage_that_cannot_open_leaves_nothing_running(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("in its place", encoding="utf-8")
    before = _running()
    with pytest.raises(ReadOnlyError, match="cannot be used for a desk"), Stage(tmp_path / "kept"):
        pass
    with pytest.raises(UsageError, match="no source"), Stage() as stage:
        poll_source(stage.app, "blog")
    assert _running() == before


def _running() -> set[threading.Thread]:
    """Return the threads of all stages; those of a kept connection end with its client."""
    named = {"community", "pv-mailbox", "arrivals"}
    return {thread for thread in threading.enumerate() if thread.name in named}
