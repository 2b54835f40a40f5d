"""Later versions: the numbers stay, the times grow, the reason is told, and one outbox sends them."""

from dataclasses import replace
from functools import partial

import pytest

from tests.pv.conftest import TEXT
from tests.support.desks import HOUR, SECOND, SYSTEM, Bench
from tests.support.pv_says import pv_says
from tests.support.safety import Safety, add_plain_case, make_safety
from webcare_desk.actions.base import Moment
from webcare_desk.actions.case_answer import left
from webcare_desk.actions.cases import AddVersion, QueueVersion
from webcare_desk.casebook.reading import batch_of
from webcare_desk.casebook.versions import News, amend, correct, follow_up, nullify
from webcare_desk.connectors.courier import attached
from webcare_desk.domain.case_parts import Added, Part
from webcare_desk.domain.case_state import CaseState
from webcare_desk.domain.case_version import AnswerMeaning, VersionKind
from webcare_desk.domain.e2b import Null, report_of
from webcare_desk.domain.filing import ZONE
from webcare_desk.errors import PacketError, RefusedError, StaleError
from webcare_desk.jobs.forward import packet_mail
from webcare_desk.pv.e2b.cases import batch_from_json, batch_json, sheet_of
from webcare_desk.pv.e2b.read import read
from webcare_desk.pv.e2b.times import written

NEWS = News("de patiënt is 44 jaar en hersteld", {"D.2.2a": "44", "D.2.2b": "a"})


@pytest.mark.requirement("P19")
def test_a_follow_up_keeps_the_numbers_and_grows_in_time(sent: Safety) -> None:
    first = report_of(batch_of(sent.bench.desk.read, 1))
    standing = follow_up(sent.bench.desk, 1, sent.sanne.actor, NEWS)
    assert (standing.state, standing.number) == (CaseState.QUEUED, 2)
    later = report_of(batch_of(sent.bench.desk.read, 1))
    for code in ("C.1.1", "C.1.8.1", "C.1.4"):
        assert later.text(code) == first.text(code)
    assert later.text("C.1.5") > first.text("C.1.5")
    assert later.text("D.2.2a") == "44"
    assert later.text("H.1").startswith(first.text("H.1"))
    assert later.text("H.1").endswith(NEWS.words)
    assert sent.number(1)[1] != sent.number(2)[1]
    assert sent.versions[1].reason == NEWS.words


def test_a_follow_up_goes_on_in_every_language_of_the_narrative(sent: Safety) -> None:
    edits = (Added(Part.REACTION, "duizelig"),)
    follow_up(sent.bench.desk, 1, sent.sanne.actor, News("opgenomen", edits=edits))
    report = report_of(batch_of(sent.bench.desk.read, 1))
    (dutch,) = (each.text("H.5.r.1a") for each in report.each("H.5.r"))
    assert report.text("H.1").endswith(
        "\n\nFollow-up information, received 2026-03-03: opgenomen\nReaction added: “duizelig”."
    )
    assert dutch.endswith(
        "\n\nVervolginformatie, ontvangen 2026-03-03: opgenomen\nReactie toegevoegd: “duizelig”."
    )


def test_news_stands_where_a_long_narrative_ends(bench: Bench) -> None:
    safety = make_safety(bench, text=TEXT + " woord" * 20_000)
    safety.leave()
    safety.later()
    follow_up(bench.desk, 1, safety.sanne.actor, News("opgenomen"))
    report = report_of(batch_of(bench.desk.read, 1))
    ends = {each.text("H.5.r.1b"): each.text("H.5.r.1a") for each in report.each("H.5.r")}
    assert all(end.endswith("opgenomen") for end in ends.values())
    assert sorted(ends) == ["dut", "eng"]
    assert "opgenomen" not in report.text("H.1")


def test_a_follow_up_travels_through_the_outbox_with_its_own_report(sent: Safety) -> None:
    follow_up(sent.bench.desk, 1, sent.sanne.actor, NEWS)
    delivery = sent.bench.desk.read.delivery(sent.versions[1].delivery or 0)
    found = sent.bench.desk.read.escalation(1)
    assert delivery is not None
    assert found is not None
    compose = partial(packet_mail, sender="a@b.example", recipient="p@v.example", language="nl")
    mail = compose(sent.bench.desk, delivery, found)
    xml = attached(mail, "e2b-r3.xml")
    assert xml is not None
    assert read(xml.encode()).batch == batch_of(sent.bench.desk.read, 1)
    assert b"Subject: Vervolgmelding (versie 2)" in mail
    sent.leave()
    assert sent.state() is CaseState.SENT


def test_an_answer_to_a_later_version_is_its_own(sent: Safety) -> None:
    follow_up(sent.bench.desk, 1, sent.sanne.actor, NEWS)
    sent.leave()
    late = sent.number(1)
    assert (
        sent.ack(report=late[0], batch=late[1], batch_code="AE").meaning is AnswerMeaning.REPEATED
    )
    assert sent.state() is CaseState.SENT
    assert sent.ack().meaning is AnswerMeaning.ACCEPTED
    assert sent.state() is CaseState.ACCEPTED
    assert [each.answer for each in sent.versions] == [AnswerMeaning.ACCEPTED] * 2


def test_a_late_yes_to_an_earlier_version_acknowledges_the_escalation(safety: Safety) -> None:
    safety.leave()
    safety.later()
    follow_up(safety.bench.desk, 1, safety.sanne.actor, NEWS)
    safety.leave()
    report, batch = safety.number(1)
    assert safety.ack(report=report, batch=batch).meaning is AnswerMeaning.ACCEPTED
    assert (safety.state(), safety.standing.pv_reference) == (CaseState.SENT, "PV-9")
    assert safety.ack(reference="PV-10").meaning is AnswerMeaning.DIFFERENT


def test_pvs_number_may_come_with_a_later_version(safety: Safety) -> None:
    safety.leave()
    safety.ack(reference="")
    safety.later()
    follow_up(safety.bench.desk, 1, safety.sanne.actor, NEWS)
    safety.leave()
    assert safety.ack().meaning is AnswerMeaning.ACCEPTED
    assert (safety.state(), safety.standing.pv_reference) == (CaseState.ACCEPTED, "PV-9")


def test_a_delivery_of_no_version_moves_no_case(safety: Safety) -> None:
    store, packet = safety.bench.desk.store, safety.bench.desk.read.delivery(1)
    assert packet is not None
    nobodys = replace(packet, id=999, escalation=None)
    with pytest.raises(AssertionError, match="without its entry"), store.write() as session:
        left(session, Moment(1, SYSTEM), nobodys)
    assert safety.state() is CaseState.QUEUED


def test_a_case_that_pv_knew_before_its_packet_left_stays_decided(safety: Safety) -> None:
    pv_says(safety.bench.desk, safety.noor.actor, 1, "PV-1")
    safety.leave()
    assert safety.state() is CaseState.ACCEPTED
    assert batch_of(safety.bench.desk.read, add_plain_case(safety)) is not None


def test_a_late_refusal_of_an_earlier_version_moves_nothing(safety: Safety) -> None:
    safety.leave()
    safety.later()
    follow_up(safety.bench.desk, 1, safety.sanne.actor, NEWS)
    safety.leave()
    report, batch = safety.number(1)
    assert safety.ack(report=report, batch=batch, code="CR").meaning is AnswerMeaning.REJECTED
    assert safety.state() is CaseState.SENT
    assert [each.answer for each in safety.versions] == [AnswerMeaning.REJECTED, None]


@pytest.mark.requirement("P19")
def test_a_report_is_taken_back_with_its_reason_and_stays_so(sent: Safety) -> None:
    nullify(sent.bench.desk, 1, sent.noor.actor, " van een ander ")
    report = report_of(batch_of(sent.bench.desk.read, 1))
    assert (report.text("C.1.11.1"), report.text("C.1.11.2")) == ("1", "van een ander")
    sent.leave()
    sent.ack()
    sent.later()
    with pytest.raises(RefusedError, match="was taken back"):
        follow_up(sent.bench.desk, 1, sent.sanne.actor, NEWS)


@pytest.mark.requirement("P19")
def test_an_amendment_says_why_and_is_not_news(sent: Safety) -> None:
    first = report_of(batch_of(sent.bench.desk.read, 1))
    amend(sent.bench.desk, 1, sent.sanne.actor, News("verkeerd gelezen", {"D.1": Null.MSK}))
    report = report_of(batch_of(sent.bench.desk.read, 1))
    assert (report.text("C.1.11.1"), report.get("D.1")) == ("2", Null.MSK)
    assert report.text("C.1.5") == first.text("C.1.5")
    sent.leave()
    sent.later()
    follow_up(sent.bench.desk, 1, sent.sanne.actor, News("en nu iets nieuws"))
    assert report_of(batch_of(sent.bench.desk.read, 1)).get("C.1.11.1") is None


def test_news_is_as_old_as_it_is_whatever_was_amended_or_corrected_since(sent: Safety) -> None:
    desk, by, clock = sent.bench.desk, sent.sanne.actor, sent.bench.clock
    clock.pass_by(24 * HOUR)
    got = clock.at
    clock.pass_by(2 * HOUR)
    amend(desk, 1, by, News("verkeerd gelezen"))
    sent.leave()
    sent.ack(code="CR")
    sent.later()
    correct(desk, 1, by, News("hersteld"))
    sent.leave()
    sent.later()
    follow_up(desk, 1, by, News("het is erger", received_at=got))
    assert sent.standing.clock_from == got
    assert report_of(batch_of(desk.read, 1)).text("C.1.5") == written(got, ZONE)
    sent.leave()
    clock.pass_by(HOUR)
    day_zero = sent.versions[0].received_at
    follow_up(desk, 1, by, News("dit lag er nog", received_at=day_zero))
    assert sent.standing.clock_from == day_zero
    report = report_of(batch_of(desk.read, 1))
    assert report.text("C.1.5") == written(got, ZONE)
    assert report.text("H.1").endswith("received 2026-03-03: dit lag er nog")
    assert written(got, ZONE).startswith("20260304")
    sent.leave()
    sheet = sheet_of(batch_of(desk.read, 1))
    early = AddVersion(1, len(sent.versions), VersionKind.FOLLOW_UP, sheet, day_zero - 1, "x")
    with pytest.raises(RefusedError, match="not before the case itself"):
        desk.perform(early, by)


def test_a_refused_report_is_corrected_and_sent_again(safety: Safety) -> None:
    desk, by = safety.bench.desk, safety.sanne.actor
    safety.leave()
    safety.ack(code="CR", text="D.1 is wrong")
    safety.later()
    with pytest.raises(RefusedError, match="A correction answers"):
        follow_up(desk, 1, by, NEWS)
    correct(desk, 1, by, News("initialen gemaskeerd", {"D.1": Null.MSK}))
    assert safety.versions[1].kind is VersionKind.CORRECTION
    report = report_of(batch_of(desk.read, 1))
    assert (report.get("D.1"), report.get("C.1.11.1")) == (Null.MSK, None)
    safety.leave()
    safety.ack()
    assert safety.state() is CaseState.ACCEPTED
    safety.later()
    with pytest.raises(RefusedError, match="A correction answers"):
        correct(desk, 1, by, News("nog eens"))


def test_a_version_is_kept_back_until_it_is_queued(sent: Safety) -> None:
    news = News("misschien", send=False)
    standing = follow_up(sent.bench.desk, 1, sent.sanne.actor, news)
    assert standing.state is CaseState.FOLLOW_UP
    assert sent.versions[1].delivery is None
    sent.bench.desk.perform(QueueVersion(1), sent.sanne.actor)
    assert sent.state() is CaseState.QUEUED
    with pytest.raises(RefusedError, match="on its way already"):
        sent.bench.desk.perform(QueueVersion(1), sent.sanne.actor)


def test_nothing_overtakes_what_has_not_left(safety: Safety) -> None:
    safety.later()
    with pytest.raises(RefusedError, match=r"Version 1 has not left for PV yet: .*outbox send"):
        follow_up(safety.bench.desk, 1, safety.sanne.actor, NEWS)


def test_what_is_new_is_said_and_came_in_time(sent: Safety) -> None:
    desk, by, now = sent.bench.desk, sent.sanne.actor, sent.bench.clock.at
    with pytest.raises(RefusedError, match="what is new"):
        follow_up(desk, 1, by, News("  "))
    with pytest.raises(RefusedError, match="not after now"):
        follow_up(desk, 1, by, News("x", received_at=now + HOUR))
    with pytest.raises(RefusedError, match="not before the case itself"):
        follow_up(desk, 1, by, News("x", received_at=now - 365 * 24 * HOUR))
    with pytest.raises(RefusedError, match="keeps the numbers"):
        follow_up(desk, 1, by, News("x", {"C.1.1": "NL-X-1"}))


def test_news_that_the_narrative_cannot_hold_is_refused(sent: Safety) -> None:
    with pytest.raises(RefusedError, match="longer than 100000 characters: say it shorter"):
        follow_up(sent.bench.desk, 1, sent.sanne.actor, News("x" * 100_000))


def test_two_who_write_the_next_version_do_not_both(sent: Safety) -> None:
    sheet = sheet_of(batch_of(sent.bench.desk.read, 1))
    act = AddVersion(1, 2, VersionKind.FOLLOW_UP, sheet, sent.bench.clock.at, "x")
    with pytest.raises(StaleError, match="another version"):
        sent.bench.desk.perform(act, sent.sanne.actor)


def test_of_two_versions_within_one_second_the_later_is_told_exactly(sent: Safety) -> None:
    desk, by, clock = sent.bench.desk, sent.sanne.actor, sent.bench.clock
    clock.at = clock.at // SECOND * SECOND
    follow_up(desk, 1, by, NEWS)
    sent.leave()
    clock.pass_by(SECOND // 5)
    follow_up(desk, 1, by, News("en nog iets"))
    first, second = (report_of(batch_of(desk.read, 1, number)) for number in (2, 3))
    for code in ("C.1.5", "C.1.2"):
        assert "." not in first.text(code)
        assert second.text(code)[14:17] == ".20"
        assert second.text(code)[:14] == first.text(code)[:14]
    assert len({sent.number(number)[1] for number in (1, 2, 3)}) == 3
    sent.leave()
    clock.at -= SECOND // 10
    with pytest.raises(RefusedError, match="later than the one before"):
        follow_up(desk, 1, by, News("en nog iets"))


def test_a_report_that_is_kept_is_read_back_as_it_was(sent: Safety) -> None:
    batch = batch_of(sent.bench.desk.read, 1)
    assert batch_from_json(batch_json(batch).decode()) == batch
    for text in (
        "{",
        "[]",
        '{"format":"webcare-desk/e2b/1"}',
        '{"format":"webcare-desk/e2b/1","section":"N","elements":{"a":1},"sections":[]}',
        '{"format":"webcare-desk/e2b/1","section":"N","elements":{"a":{"null":"ZZ"}},"sections":[]}',
        '{"format":"webcare-desk/e2b/1","section":"N","elements":{},"sections":[3]}',
    ):
        with pytest.raises(PacketError):
            batch_from_json(text)
