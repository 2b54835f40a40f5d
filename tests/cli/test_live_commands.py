"""A desk at the terminal with a live community and a live mailbox: what is sent arrives."""

import json

from tests.cli.conftest import Console
from webcare_desk.demo.stage import SOURCE, Stage
from webcare_desk.pv.questions import public_text
from webcare_desk.store.base import LogFilter


def test_reading_a_demo_desk_asks_for_no_login(live: Console) -> None:
    assert "crisis" in live.good("inbox", "counts")
    assert "comment 1, " in live.good("comment", "show", "1")
    assert "entry" in live.good("audit", "show")
    assert "sanne" in live.good("people", "list")
    assert '"name": "community"' in live.good("source", "list", "--json")
    assert "community  sandbox" in live.good("source", "list")


def test_a_poll_brings_what_has_arrived_and_leaves_its_proof(live: Console, stage: Stage) -> None:
    [arrived] = stage.community.arrive(1)
    shown = live.good("source", "poll", user="sanne", stdin="")
    assert f"{SOURCE}" in shown
    assert "complete" in shown
    with live.opened() as app:
        assert app.desk.read.comment_named(SOURCE, arrived) is not None
    (again,) = json.loads(live.good("source", "poll", "--json", user="sanne", stdin=""))
    assert (again["state"], again["added"]) == ("complete", 0)
    polls = json.loads(live.good("source", "coverage", SOURCE, "--json"))
    assert polls[0]["poll"]["state"] == "complete"
    assert "seen  new or changed  expected" in live.good("source", "coverage", SOURCE)
    assert live.good("source", "coverage", "--gaps").count("\n") == 1
    with live.opened() as app:
        last = app.desk.read.entries(LogFilter(action="record-coverage"), None, 1)[0]
        account = app.desk.read.account("sanne")
        assert account is not None
        assert last.actor == account.moderator.id


def test_a_poll_that_fails_is_a_finding_until_somebody_explains_it(
    live: Console, stage: Stage
) -> None:
    token, stage.community._server.token = stage.community._server.token, "another"
    try:
        outcome = live.run("source", "poll", SOURCE, user="sanne", stdin="")
    finally:
        stage.community._server.token = token
    assert outcome.code == 1
    assert "failed" in outcome.out
    [gap] = json.loads(live.good("source", "coverage", SOURCE, "--gaps", "--json"))
    red = live.run("source", "hours", "--json")
    assert (red.code, json.loads(red.out)[-1]["state"]) == (1, "gap")
    how = ("--reason", "read-by-hand")
    live.good("source", "explain", str(gap["gap"]), *how, user="willem", stdin="")
    assert json.loads(live.good("source", "coverage", "--gaps", "--json")) == []
    hours = live.good("source", "hours")
    assert "explained" in hours
    assert "read  new or changed  on duty" in hours
    again = live.refused("source", "explain", str(gap["gap"]), *how, user="willem", stdin="")
    assert "explained it already" in again


def test_a_source_that_is_not_set_is_a_sentence(live: Console, console: Console) -> None:
    words = ("source", "poll", "blog")
    assert "There is no source “blog”" in live.refused(*words, user="sanne", stdin="")
    for more in ((), ("--gaps",), ("--json",)):
        sentence = live.refused("source", "coverage", "blog", *more)
        assert f"There is no source “blog” here (there is: {SOURCE})." in sentence
    assert "No source is set" in console.refused("source", "poll", user="sanne")


def test_a_reply_and_a_packet_really_leave(live: Console, stage: Stage) -> None:
    number = "9"
    live.good("comment", "escalate", number, user="sanne", stdin="")
    live.good("comment", "reply", number, "--text", "Wat vervelend", user="sanne", stdin="")
    before = len(stage.mailbox.mails())
    first = live.good("outbox", "send", user="noor", stdin="")
    assert "packet" in first
    assert "reply" in first
    second = live.good("outbox", "send", user="noor", stdin="")
    assert "verified" in second
    assert len(stage.mailbox.mails()) == before + 1
    assert any(post.own and post.text == "Wat vervelend" for post in stage.community.posts())
    assert "The log holds" in live.good("audit", "verify")
    assert "equal: " in live.good("audit", "replay")


def test_a_kept_demo_can_be_read_but_not_changed(live: Console) -> None:
    live.secrets = type(live.secrets)()
    assert "crisis" in live.good("inbox", "counts")
    assert "holds" in live.good("audit", "verify")
    for act in (("comment", "claim", "1"), ("people", "password"), ("people", "remember")):
        assert "This demo is over and its keys are gone" in live.refused(*act, user="sanne")
    assert "A window locks after" in live.good("people", "rules")
    assert "locked since" in live.good("people", "sessions")
    assert "tries" in live.run("people", "alerts").out
    assert "demo is over" in live.refused("people", "rules", "--idle", "5", user="sanne")
    assert "`inbox list` shows a queue" in live.refused("inbox", "mine")


def test_the_invitation_to_a_poster_is_posted_once_on_the_community(
    live: Console, stage: Stage
) -> None:
    number = "10"
    live.good("comment", "escalate", number, user="sanne", stdin="")
    with live.opened() as app:
        (case,) = app.desk.read.escalations_of(int(number))
    asked = live.good("case", "ask", str(case.id), "--question", "age", user="sanne", stdin="")
    assert "The invitation in public is delivery" in asked
    with live.opened() as app:
        (sent,) = app.desk.read.inquiries(case.id)
    if app.settings.undo_seconds:
        live.good("outbox", "now", str(sent.delivery), user="sanne", stdin="")
    for _ in range(3):
        live.good("outbox", "send", user="noor", stdin="")
    texts = [post.text for post in stage.community.posts() if post.own]
    assert texts.count(public_text("nl", 1)) == 1
    listed = json.loads(live.good("outbox", "list", "--state", "verified", "--json"))
    assert sent.delivery in [each["id"] for each in listed]
