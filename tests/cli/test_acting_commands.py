"""What a person does with a comment: each command is one act, refused in a sentence."""

import json
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.cli.conftest import PASSWORD, Console
from webcare_desk.actions import ClaimDelivery, MarkUncertain, RecordDelivery
from webcare_desk.cli import outbox as outbox_commands
from webcare_desk.domain.audit import Name
from webcare_desk.domain.inbox import NEVER
from webcare_desk.domain.moderator import system_actor
from webcare_desk.domain.reply import AT_WORK
from webcare_desk.store.base import LogFilter


def test_looking_starts_the_clock(console: Console) -> None:
    assert "to PV in 23 h 59 min" in console.good("comment", "open", "1", user="sanne")


def test_a_claim_holds_until_it_is_released_or_taken_over(console: Console) -> None:
    console.good("comment", "claim", "1", user="sanne")
    assert "take it over first" in console.refused("comment", "claim", "1", user="willem")
    console.good("comment", "claim", "1", "--take-over", user="willem")
    assert "1" in console.good("inbox", "mine", user="willem")
    console.good("comment", "release", "1", user="willem")
    console.good("comment", "claim", "1", user="sanne")


def test_work_is_given_to_an_account_and_taken_back(console: Console) -> None:
    assert "to sanne" in console.good("comment", "assign", "1", "sanne", user="willem")
    assert "to nobody" in console.good("comment", "assign", "1", "--nobody", user="willem")
    assert "no account “piet”" in console.refused("comment", "assign", "1", "piet", user="willem")
    for words in (("comment", "assign", "1"), ("comment", "assign", "1", "sanne", "--nobody")):
        assert "Name one login" in console.refused(*words, user="willem")


def test_a_category_moves_the_comment_to_its_queue(console: Console) -> None:
    assert "stands in other" in console.good("comment", "classify", "4", "complaint", user="sanne")
    assert "is none of" in console.refused("comment", "classify", "4", "klacht", user="sanne")
    lowered = ("comment", "classify", "1", "thanks")
    assert "give the reason" in console.refused(*lowered, user="sanne")
    assert "is thanks" in console.good(*lowered, "--reason", "no-product", user="sanne")


def test_the_other_reason_needs_words(console: Console) -> None:
    other = ("comment", "hide", "3", "--reason", "other")
    assert "Say in words" in console.refused(*other, user="sanne")
    console.good(*other, "--because", "Op verzoek van de beheerder", user="sanne")
    shown = ("audit", "show", "--action", "change-visibility")
    [entry] = json.loads(console.good(*shown, "--json", user="willem"))
    assert (entry["reason"], entry["explanation"] is None) == ("other", False)
    assert "reason other" in console.good(*shown, user="willem")


@pytest.mark.parametrize(
    ("words", "reasons"),
    [
        (("comment", "hide", "3"), "spam|personal-data"),
        (("comment", "unhide", "3"), "other"),
        (("comment", "delete", "3", "--yes"), "spam|personal-data"),
        (("comment", "reopen", "3"), "new-information"),
        (("source", "explain", "1"), "source-was-down"),
    ],
)
def test_a_script_gives_its_reason(console: Console, words: tuple[str, ...], reasons: str) -> None:
    said = console.refused(*words, user="willem")
    assert "Say --reason: " in said
    assert reasons in said
    assert PASSWORD not in said


def test_a_reason_that_was_not_given_is_asked_for_at_a_keyboard(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyboard = SimpleNamespace(stdin=SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr("webcare_desk.cli.why.sys", keyboard)
    answers = f"spam\n{PASSWORD}\n"
    told = console.good("comment", "hide", "3", user="sanne", stdin=answers)
    assert "Why (spam, personal-data" in told


def test_closed_work_comes_back_to_the_queue_of_its_category(console: Console) -> None:
    why = ("--reason", "new-information")
    console.good("comment", "close", "4", "done", user="sanne")
    assert "in question" in console.good("comment", "reopen", "4", *why, user="sanne")
    console.good("comment", "close", "4", "done", user="sanne")
    assert "in safety" in console.good(
        "comment", "reopen", "4", "--queue", "safety", *why, user="sanne"
    )
    assert "open already" in console.refused("comment", "reopen", "4", *why, user="sanne")
    assert "not on this desk" in console.refused("comment", "reopen", "99", *why, user="sanne")


def test_a_possible_report_is_not_closed_without_a_decision(console: Console) -> None:
    assert "This may be a report" in console.refused("comment", "close", "1", "done", user="sanne")


def test_a_template_is_filled_shown_and_queued(console: Console) -> None:
    words = ("comment", "reply", "1", "--template", "ae-acknowledge")
    console.good("comment", "escalate", "1", user="sanne")
    shown = console.good(*words, "--preview", user="sanne")
    assert "Beste Schrijver" in shown
    assert "Groet, Sanne, namens" in shown
    filled = console.good(
        *words, "--language", "en", "--fill", "first_name=Marijke", "--preview", user="sanne"
    )
    assert "Dear Marijke" in filled
    assert "Schrijver" not in filled
    with console.opened() as app:
        assert [each.kind.value for each in app.desk.read.deliveries_of(1)] == ["packet"]
    question = ("comment", "reply", "1", "--template", "medical-question-doctor")
    assert "delivery 2; it leaves in 20 s" in console.good(*question, user="sanne")
    assert "held" in console.good("outbox", "list", user="sanne")


def test_what_a_reply_says_was_done_is_done_first(console: Console) -> None:
    words = ("comment", "reply", "1", "--template", "ae-acknowledge")
    said = console.refused(*words, user="sanne")
    assert "Do first what the reply says was done: “We hebben je bericht doorgegeven" in said
    console.good("comment", "escalate", "1", user="sanne")
    assert "it leaves in 20 s" in console.good(*words, user="sanne")


def test_a_reply_may_come_from_a_file(console: Console, tmp_path: Path) -> None:
    file = tmp_path / "reply.txt"
    file.write_text("Dank je wel", encoding="utf-8")
    console.good("comment", "reply", "3", "--file", str(file), user="sanne")
    with console.opened() as app:
        assert [each.body for each in app.desk.read.deliveries_of(3)] == ["Dank je wel"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--text", "Dag {{ naam }}"), "Fill the blank 'naam' first"),
        (("--text", " "), "The reply is empty."),
        (("--text", "a", "--file", "b"), "in one way"),
        ((), "in one way"),
        (("--file", "/nowhere/at/all"), "cannot be read: No such file"),
        (("--template", "nix"), "There is no template “nix”"),
        (("--template", "thanks", "--fill", "x"), "no template"),
        (("--template", "ae-acknowledge", "--fill", "x"), "--fill first_name=Marijke"),
    ],
)
def test_a_reply_that_cannot_go_is_refused(
    console: Console, words: tuple[str, ...], sentence: str
) -> None:
    assert sentence in console.refused("comment", "reply", "3", *words, user="sanne")
    with console.opened() as app:
        assert app.desk.read.deliveries_of(3) == []


def test_the_outbox_calls_back_and_lets_go(console: Console) -> None:
    for text in ("een", "twee"):
        console.good("comment", "reply", "3", "--text", text, user="sanne")
    console.good("outbox", "cancel", "1", user="sanne")
    console.good("outbox", "now", "2", user="sanne")
    assert "is not on its way" in console.refused("outbox", "cancel", "1", user="sanne")
    for verb in ("cancel", "now", "retry"):
        assert "There is no delivery 9." in console.refused("outbox", verb, "9", user="sanne")
    assert "failed" in console.refused("outbox", "retry", "2", user="sanne")
    shown = console.good("outbox", "list", "--state", "cancelled", user="sanne")
    assert "een" in shown
    assert '"state": "held"' in console.good("outbox", "list", "--json", user="sanne")


def test_what_is_uncertain_is_looked_for_soon(console: Console) -> None:
    console.good("comment", "reply", "3", "--text", "een", user="sanne")
    with console.opened() as app:
        app.desk.perform(ClaimDelivery(1, 1, 0), system_actor())
        app.desk.perform(MarkUncertain(1, Name("uncertain"), NEVER - 1, 2), system_actor())
    told = console.good("outbox", "now", "1", user="sanne")
    assert "looked for in a minute" in told
    with console.opened() as app:
        found = app.desk.read.delivery(1)
        assert found is not None
        assert found.not_before <= app.desk.clock() + AT_WORK


def test_a_reply_that_waits_for_a_hide_is_not_promised_to_leave(console: Console) -> None:
    console.good("comment", "hide", "3", "--reason", "spam", user="sanne")
    console.good("comment", "reply", "3", "--text", "een", user="sanne")
    told = console.good("outbox", "now", "2", user="sanne")
    assert told.strip() == "Delivery 2 waits until the comment is hidden."
    assert "leaves with the next round" in console.good("outbox", "now", "1", user="sanne")


def test_a_long_outbox_shows_its_newest_and_says_what_it_leaves_out(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outbox_commands, "_MOST", 1)
    for text in ("eerste", "tweede", "derde"):
        console.good("comment", "reply", "3", "--text", text, user="sanne")
    shown = console.good("outbox", "list", "--state", "held", user="sanne")
    assert "derde" in shown
    assert "tweede" not in shown
    assert "2 more that are held, the oldest, are not shown" in shown
    everything = console.good("outbox", "list", "--json", user="sanne")
    assert all(text in everything for text in ("eerste", "tweede", "derde"))


def test_what_has_no_source_any_more_fails_and_is_tried_again_by_a_person(
    console: Console,
) -> None:
    console.good("comment", "hide", "3", "--reason", "spam", user="sanne")
    console.good("outbox", "now", "1", user="sanne")
    console.good("comment", "reply", "3", "--text", "twee", user="sanne")
    sent = console.run("outbox", "send", user="sanne")
    assert (sent.code, "no-connector" in sent.out) == (1, True)
    assert "next round" in console.good("outbox", "retry", "1", user="sanne")
    assert "until the comment is hidden" in console.good("outbox", "retry", "2", user="sanne")
    assert "visible already" in console.refused(
        "comment", "unhide", "3", "--reason", "made-in-error", user="sanne"
    )


def test_a_deletion_must_be_meant(console: Console) -> None:
    assert "say --yes" in console.refused(
        "comment", "delete", "3", "--reason", "spam", user="willem"
    )
    assert "delivery 1" in console.good(
        "comment", "delete", "3", "--yes", "--reason", "spam", user="willem"
    )
    assert "“delete”" in console.refused(
        "comment", "delete", "3", "--yes", "--reason", "spam", user="sanne"
    )


def test_a_person_answers_a_criterion_otherwise_than_the_desk(console: Console) -> None:
    words = ("comment", "escalate", "2", "--criterion", "event")
    assert "none of: present, absent, unclear" in console.refused(*words, "maybe", user="sanne")
    console.good(*words, "absent", user="sanne")
    with console.opened() as app:
        entry = app.desk.read.entries(LogFilter(action="escalate"), None, 1)[0]
    assert entry.detail["criterion_event"] == "absent"
    assert entry.detail["criterion_reporter"] == "present"


def test_a_comment_goes_to_pv_and_comes_back_with_their_answer(console: Console) -> None:
    words = ("comment", "escalate", "2", "--situation", "overdose", "--remark", "belt terug")
    assert "is escalation 1; PV must have it in 23 h 59 min" in console.good(*words, user="sanne")
    assert "with PV already" in console.refused(*words, user="sanne")
    assert "moderator" in console.good("escalation", "list", user="noor")
    assert " 23 h 59 min " in console.good("escalation", "list", user="noor")
    assert "; to PV in 23 h 59 min" in console.good("comment", "show", "2", user="sanne")
    with console.opened() as app:
        (packet,) = app.desk.read.deliveries_of(2)
        app.desk.perform(ClaimDelivery(packet.id, 1, 10**9, "mail"), system_actor())
        app.desk.perform(RecordDelivery(packet.id, "250 OK", packet.version + 1), system_actor())
    assert " 47 h 59 min " in console.good("escalation", "list", user="noor")
    (case,) = json.loads(console.good("escalation", "list", "--json", user="noor"))
    assert case["state"] == "open"
    assert case["until"] - case["aware_at"] == 2 * (case["due_at"] - case["aware_at"])
    told = console.good("comment", "show", "2", user="sanne")
    assert "; PV answers in 47 h 59 min" in told
    assert "escalation 1: open\n" in told
    now = datetime.now(UTC).isoformat()
    then = console.good("audit", "at", now, "--comment", "2", user="willem")
    assert "at PV, or answered there, by" in then
    shown = console.good("escalation", "show", "1", user="noor")
    assert "Special situations: overdose." in shown
    assert "belt terug" in shown
    no = ("--decision", "not-a-case", "--reason", "no-product", "--reference", "PV-1")
    assert console.pv_says(*no) == "Case 1: not-a-case, recorded and signed.\n"
    assert "No such command 'acknowledge'" in console.refused("escalation", "acknowledge", "1")
    with console.opened() as app:
        found = app.desk.read.escalation(1)
        assert found is not None
        assert (found.state.value, found.pv_reference) == ("not-a-case", "PV-1")
    assert "There is no escalation 9." in console.refused("escalation", "show", "9", user="noor")


def test_an_answer_about_another_event_than_those_told_is_refused(console: Console) -> None:
    events = ("comment", "escalate", "2", "--event", "jeuk", "--event", "koorts")
    said = (*events, "--answer", "outcome", "recovered", "--answer", "which-event")
    refused = console.refused(*said, "hoofdpijn", user="sanne")
    assert "which-event is one of: jeuk; koorts." in refused
    assert "is escalation" in console.good(*said, "Koorts", user="sanne")


def test_a_criterion_is_answered_by_a_person_before_it_is_implied(console: Console) -> None:
    words = ("comment", "escalate", "2", "--answer", "age", "40", "--answer", "sex", "female")
    console.good(*words, "--criterion", "patient", "unclear", user="sanne")
    assert "Patient: unclear" in console.good("escalation", "show", "1", user="noor")


def test_an_escalation_says_what_pv_may_refuse_and_is_made(console: Console) -> None:
    answers = (("event-start", "2099-01-01"), ("country", "XX"))
    given = (part for answer in answers for part in ("--answer", *answer))
    outcome = console.run("comment", "escalate", "2", *given, user="sanne")
    assert outcome.code == 0
    assert "Comment 2 is escalation 1" in outcome.out
    first, second = outcome.err.splitlines()
    assert first.endswith("lies in the future.")
    assert second == "The country of the primary source is missing."
