"""The journey says what happened, and stops at the first thing that is not as it must be."""

from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace

import pytest

from webcare_desk.app import SMTP_PASSWORD, App
from webcare_desk.connectors.courier import message_id_in
from webcare_desk.demo import answer as answers
from webcare_desk.demo import journey as journeys
from webcare_desk.demo.answer import answer
from webcare_desk.demo.endpoints import Post
from webcare_desk.demo.journey import AstrayError, Line, journey
from webcare_desk.demo.journey_words import Step, name_of, sentence_of
from webcare_desk.demo.stage import MODERATOR, PV_OFFICER, Stage
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.reply import DeliveryState
from webcare_desk.errors import WebcareError
from webcare_desk.pv.packet import case_from_json
from webcare_desk.rounds import send_due
from webcare_desk.store.sqlite.replay import Replayed
from webcare_desk.store.sqlite.verify import Verdict
from webcare_desk.vault.registered import own_name
from webcare_desk.vault.secret import Secret
from webcare_desk.vault.signing import Signer


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    """Run a stage in Dutch."""
    with Stage(language="nl", undo_seconds=0) as running:
        yield running


@pytest.fixture(scope="module")
def lines(stage: Stage) -> list[Line]:
    """Go the whole way once."""
    return list(journey(stage))


@pytest.fixture
def after(stage: Stage, lines: list[Line]) -> Stage:
    """Give the stage after the journey."""
    assert lines
    return stage


def test_the_whole_way_is_gone_a_line_for_each_step(lines: list[Line]) -> None:
    assert [line.step for line in lines] == list(Step)
    assert all(str(line)[:14].strip() == name_of(line.step, "nl") for line in lines)
    assert "409 berichten" in lines[1].sentence
    assert "patiënt, melder, product, gebeurtenis" in lines[4].sentence


def test_what_the_lines_say_is_on_the_desk_and_at_both_other_ends(after: Stage) -> None:
    desk = after.app.desk
    [packet] = [
        each for each in desk.read.deliveries_in(DeliveryState.SENT) if each.escalation is not None
    ]
    escalation = desk.read.escalation(packet.escalation or 0)
    assert escalation is not None
    case, _ = case_from_json(escalation.case.encode("utf-8"))
    assert escalation.pv_reference == f"PV-{case.reference[-8:]}"
    own = [post for post in after.community.posts() if post.own]
    assert [post.parent for post in own] == [case.snapshot.remote_id]
    assert "Groet, Sanne" in own[0].text
    assert len(after.mailbox.mails()) == 1
    assert (after.app.folder / "packets").is_dir()


def test_every_step_has_its_words_in_both_languages() -> None:
    for step in Step:
        named = {language: sentence_of(step, language, **_values()) for language in ("nl", "en")}
        assert named["nl"] != named["en"]
        assert "{" not in named["nl"] + named["en"]
        assert len(name_of(step, "nl")) < 14
        assert len(name_of(step, "en")) < 14
    assert {name_of(step, "nl") for step in Step}.isdisjoint(name_of(step, "en") for step in Step)


def _values() -> dict[str, object]:
    names = (
        "accounts folder added expected crisis safety quality question other comment name text "
        "findings case criteria message_id reference size template receipt arrived edited deleted "
        "root rows entries"
    )
    return dict.fromkeys(names.split(), "x")


def test_a_poll_that_missed_something_is_seen(after: Stage) -> None:
    with pytest.raises(AstrayError, match=r"Of 41. comments 1. came"):
        list(journeys._arrival(after))


def test_a_community_without_a_side_effect_is_seen(
    after: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journeys, "Queue", SimpleNamespace(SAFETY=Queue.CRISIS))
    with pytest.raises(AstrayError, match="No comment of the demo community"):
        journeys._chosen(after)


def test_a_packet_that_another_desk_signed_is_seen(
    after: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    acting = after.enter(MODERATOR), after.enter(PV_OFFICER)
    other = Signer.generate("webcare-desk/another").verifier
    monkeypatch.setattr(after, "app", replace(after.app, verifier=other))
    after.secrets.put(own_name(other, SMTP_PASSWORD), Secret(after.mailbox.password))
    with pytest.raises(WebcareError, match="did not sign that"):
        list(journeys._escalation(after, journeys._chosen(after), *acting))


def test_a_mail_that_never_came_is_seen(after: Stage) -> None:
    with pytest.raises(WebcareError, match=r"No mail <1@desk\.example> came"):
        answer(after.mailbox, "<1@desk.example>", len)


def test_two_heads_in_one_packet_are_seen(after: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    [mail, *_] = after.mailbox.mails()
    files = answers.attachments(after.mailbox, message_id_in(mail))
    changed = files | {"checkpoint.txt": b"another head\n"}
    monkeypatch.setattr(answers, "attachments", lambda *_: changed)
    with pytest.raises(WebcareError, match="different heads"):
        answer(after.mailbox, message_id_in(mail), len)


def test_a_reply_that_the_community_shows_otherwise_is_seen(
    after: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    by, comment = after.enter(MODERATOR), journeys._chosen(after)
    steps = journeys._reply(after, comment, by)
    assert next(steps).step is Step.REPLIED
    published = after.community.published_as

    def changed(key: str) -> tuple[Post, ...]:
        return tuple(replace(post, text=f"{post.text} gewijzigd") for post in published(key))

    def sent_and_then_changed(app: App) -> None:
        send_due(app)
        monkeypatch.setattr(after.community, "published_as", changed)

    monkeypatch.setattr(journeys, "send_due", sent_and_then_changed)
    with pytest.raises(AstrayError, match="another reply than the one that was sent"):
        next(steps)


@pytest.mark.parametrize("change", ["arrive", "edit", "delete"])
def test_what_the_desk_did_not_see_is_seen(
    after: Stage, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    someone = next(post.id for post in reversed(after.community.posts()) if not post.own)

    def planned() -> tuple[str, ...]:
        if change == "edit":
            after.community.edit(someone, "iets heel anders")
        elif change == "delete":
            after.community.delete(someone)
        return () if change == "arrive" else (someone,)

    monkeypatch.setattr(after.community, "apply_planned_changes", planned)
    monkeypatch.setattr(journeys, "poll_source", lambda *_: None)
    with pytest.raises(AstrayError, match=r"did not come|was not seen"):
        journeys._followed(after)


def test_a_log_that_does_not_hold_is_seen(after: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journeys, "verify_log", lambda _: Verdict(1, "", "entry 0 is missing", 0))
    with pytest.raises(AstrayError, match="entry 0 is missing"):
        list(journeys._inspection(after))


def test_a_state_that_is_not_the_logs_is_seen(
    after: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journeys, "replay_log", lambda _: Replayed(1, 1, ("work 1: changed",)))
    steps = journeys._inspection(after)
    assert next(steps).step is Step.VERIFIED
    with pytest.raises(AstrayError, match="work 1: changed"):
        next(steps)
