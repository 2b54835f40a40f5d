"""What the author reworded after PV had it is news, and every form of the follow-up has it."""

import hashlib
import json

import pytest

from tests.casebook.test_packet_versions import forms, packet, shown
from tests.pv.conftest import TEXT
from tests.support.desks import HOUR, SOURCE, SYSTEM, arrival
from tests.support.safety import Safety
from webcare_desk.actions import Ingest, Open
from webcare_desk.casebook.reading import batch_of
from webcare_desk.casebook.rewording import reworded
from webcare_desk.casebook.versions import News, amend, follow_up
from webcare_desk.domain.audit import Name
from webcare_desk.domain.e2b import report_of
from webcare_desk.domain.filing import ZONE
from webcare_desk.errors import RefusedError
from webcare_desk.jobs.originals import draw_escalated, latest_in, latest_of, reworded_in
from webcare_desk.pv.e2b.times import written

NEW = "UPDATE: opgenomen met leverfalen, charge ZX9912"

PICTURE = b"\x89PNG"


def reword(safety: Safety, text: str = NEW) -> None:
    safety.bench.desk.perform(Ingest(Name(SOURCE), (arrival(1, text),)), SYSTEM)


def tell(safety: Safety, words: str = "De schrijver heeft de reactie aangepast.") -> None:
    follow_up(safety.bench.desk, 1, safety.sanne.actor, News(words))


@pytest.mark.requirement("P19")
def test_every_form_of_a_follow_up_has_the_new_words(sent: Safety) -> None:
    reword(sent)
    tell(sent)
    found = forms(sent, "nl")
    assert found["original-latest.json"].decode().count(NEW) == 1
    for text in (found["body"].decode(), shown(found["report.pdf"]), shown(found["cioms.pdf"])):
        assert "leverfalen" in text
    report = report_of(batch_of(sent.bench.desk.read, 1))
    assert report.text("H.1").endswith(f"The comment was reworded and now reads: “{NEW}”")
    (dutch,) = (each.text("H.5.r.1a") for each in report.each("H.5.r"))
    assert dutch.endswith(f"De reactie is gewijzigd en luidt nu: “{NEW}”")
    proof = packet(found)["version"]["original"]
    assert proof["json_sha256"] == hashlib.sha256(found["original-latest.json"]).hexdigest()
    assert f"original-latest.json, SHA-256 {proof['json_sha256']}" in found["body"].decode()


def test_new_words_reached_us_with_the_first_look_at_them(sent: Safety) -> None:
    desk = sent.bench.desk
    reword(sent)
    found = reworded(desk.read, 1)
    assert found is not None
    assert found.read_at is None
    sent.later()
    desk.perform(Open(1), sent.sanne.actor)
    looked = desk.read.entries_after(desk.read.log_size() - 2, 1)[0].at
    sent.bench.clock.pass_by(HOUR)
    desk.perform(Open(1), sent.noor.actor)
    tell(sent)
    assert sent.versions[-1].received_at == looked
    assert reworded(desk.read, 1) is None


def test_the_clock_runs_from_new_words_that_were_seen_before_a_later_fact(sent: Safety) -> None:
    desk, clock = sent.bench.desk, sent.bench.clock
    reword(sent)
    sent.later()
    desk.perform(Open(1), sent.sanne.actor)
    looked = desk.read.entries_after(desk.read.log_size() - 2, 1)[0].at
    clock.pass_by(6 * 24 * HOUR)
    called = clock() - HOUR
    follow_up(desk, 1, sent.sanne.actor, News("Weer thuis.", received_at=called))
    assert sent.versions[-1].received_at == looked
    report = report_of(batch_of(desk.read, 1))
    assert report.text("C.1.5") == written(called, ZONE)
    days = (written(at, ZONE) for at in (looked, called))
    seen, came = (f"{day[:4]}-{day[4:6]}-{day[6:8]}" for day in days)
    said = f"received {came}: Weer thuis.\nFollow-up information, received {seen}: The comment was"
    assert said in report.text("H.1")


def test_new_words_that_nobody_looked_at_come_with_what_is_told_of_them(sent: Safety) -> None:
    desk = sent.bench.desk
    reword(sent)
    sent.bench.clock.pass_by(HOUR)
    called = sent.bench.clock() - HOUR // 2
    follow_up(desk, 1, sent.sanne.actor, News("Gebeld.", received_at=called))
    made = sent.versions[-1]
    assert made.received_at == called
    assert report_of(batch_of(desk.read, 1)).text("C.1.5") == written(made.made_at, ZONE)


def test_a_fact_of_after_now_is_refused_beside_new_words(sent: Safety) -> None:
    reword(sent)
    sent.bench.desk.perform(Open(1), sent.sanne.actor)
    sent.later()
    later = News("Gebeld.", received_at=sent.bench.clock() + HOUR)
    with pytest.raises(RefusedError, match=r"C\.1\.5"):
        follow_up(sent.bench.desk, 1, sent.sanne.actor, later)
    assert len(sent.versions) == 1


def test_new_words_are_told_once_and_after_an_amendment_still(sent: Safety) -> None:
    desk = sent.bench.desk
    reword(sent)
    amend(desk, 1, sent.sanne.actor, News("Het is een man.", {"D.5": "1"}))
    sent.leave()
    sent.later()
    for _ in range(2):
        tell(sent)
        sent.leave()
        sent.later()
    assert report_of(batch_of(desk.read, 1)).text("H.1").count("leverfalen") == 1


def test_of_very_long_words_a_narrative_quotes_the_beginning(sent: Safety) -> None:
    reword(sent, "x" * 90_000)
    tell(sent)
    told = report_of(batch_of(sent.bench.desk.read, 1)).text("H.1")
    assert told.endswith("x” The rest stands in original-latest.json.")
    assert len(json.loads(forms(sent, "nl")["original-latest.json"])["posts"][0]["text"]) == 90_000


def test_where_nothing_was_reworded_nothing_of_it_is_said(sent: Safety) -> None:
    tell(sent)
    found = forms(sent, "nl")
    assert "original-latest.json" not in found
    assert "original" not in packet(found)["version"]
    assert reworded(sent.bench.desk.read, 1) is None
    assert (reworded_in(sent.bench.desk.read, None), TEXT in found["body"].decode()) == (None, True)


def test_the_new_words_are_drawn_before_the_packet_leaves(sent: Safety) -> None:
    desk = sent.bench.desk
    reword(sent)
    escalation = desk.read.escalation(1)
    assert escalation is not None
    draw_escalated(desk, lambda each: [PICTURE for _ in each], escalation)
    files, told = latest_in(desk.read, latest_of(desk.read, escalation), "en")
    assert [each.name for each in files] == ["original-latest.json", "original-latest.png"]
    assert "as it read last:\noriginal-latest.json, SHA-256 " in told
    assert f"original-latest.png, SHA-256 {hashlib.sha256(PICTURE).hexdigest()}" in told
