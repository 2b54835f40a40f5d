"""Hints of who writes and how: with their words, confirmed by a person, never in a packet."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.pv.conftest import first_edition
from tests.support.desks import Bench, arrival, log_in, take_in
from webcare_desk import casework
from webcare_desk.actions import ConfirmHint
from webcare_desk.domain.hint import HintKind
from webcare_desk.domain.identity import new_uid
from webcare_desk.domain.moderator import Role
from webcare_desk.errors import LexiconError, RefusedError
from webcare_desk.paths import protocols_dir, resources_dir
from webcare_desk.protocol.library import load_pack
from webcare_desk.pv.packet import parts
from webcare_desk.screening.hints import Phrases, hints_of, load_hints


@pytest.fixture(scope="module")
def phrases() -> Phrases:
    return load_hints(resources_dir() / "lexicons")


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Sinds ik Ventora gebruik gaat het", HintKind.PATIENT, "Sinds ik"),
        ("Mijn moeder slikt ze al jaren", HintKind.CAREGIVER, "Mijn moeder"),
        ("Namens de patiënten: dank", HintKind.ADVOCATE, "Namens de patiënten"),
        ("As a nurse I see this weekly", HintKind.PROFESSIONAL, "As a nurse"),
        ("It is all about profit, isn't it", HintKind.SCEPTIC, "all about profit"),
        ("Just diagnosed. What now?", HintKind.NEW_DIAGNOSIS, "Just diagnosed"),
        ("Heeft iemand ervaring met prikken?", HintKind.SEARCHING, "Heeft iemand"),
        ("Ik kan niet meer, echt", HintKind.AT_A_LOW, "Ik kan niet meer"),
        ("Mijn moeder slikt ze al jaren", HintKind.LONG_TERM, "al jaren"),
        ("So grateful for the help", HintKind.POSITIVE, "So grateful"),
        ("M'n schoonzus kreeg ze ook", HintKind.CAREGIVER, "M'n schoonzus"),
        ("Pharmacist here, seen it before", HintKind.PROFESSIONAL, "Pharmacist here"),
        ("Ronduit schandalig", HintKind.NEGATIVE, "schandalig"),
    ],
)
def test_a_hint_has_the_words_it_stands_on(
    phrases: Phrases, text: str, kind: HintKind, words: str
) -> None:
    found = {hint.kind: text[hint.start : hint.end] for hint in hints_of(text, phrases)}
    assert found[kind] == words


@pytest.mark.parametrize("text", ["", "Koffie.", "👏👏", "ik"])
def test_what_hints_at_nothing_has_no_hint(phrases: Phrases, text: str) -> None:
    assert hints_of(text, phrases) == ()


def test_a_sceptic_is_a_stance_and_no_bad_mood(phrases: Phrases) -> None:
    found = {hint.kind for hint in hints_of("Allemaal om het geld bij big pharma", phrases)}
    assert found == {HintKind.SCEPTIC}


def test_every_kind_has_phrases_in_both_languages(phrases: Phrases) -> None:
    kinds = {kind for choices in phrases.values() for kind, _ in choices}
    assert kinds == set(HintKind)


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"patient": {"xx": ["a"]}}',
        '{"patient": {"nl": [""]}}',
        '{"patient": {"nl": ["{none} hier"]}}',
    ],
)
def test_hints_that_are_none_are_a_sentence(tmp_path: Path, text: str) -> None:
    (tmp_path / "hints.json").write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match="holds no hints"):
        load_hints(tmp_path)


def test_a_person_confirms_a_hint_once_and_the_log_says_so(bench: Bench) -> None:
    by = log_in(bench.desk)[Role.MODERATOR]
    [comment] = take_in(bench.desk, arrival(1))
    bench.desk.perform(ConfirmHint(comment, HintKind.SCEPTIC), by)
    assert bench.desk.read.hints(comment) == {HintKind.SCEPTIC}
    entry = bench.desk.read.entries_after(0, 99)[-1]
    assert (entry.action, entry.subject, entry.detail["kind"]) == ("confirm-hint", 1, "sceptic")
    with pytest.raises(RefusedError, match="already"):
        bench.desk.perform(ConfirmHint(comment, HintKind.SCEPTIC), by)
    with pytest.raises(RefusedError):
        bench.desk.perform(ConfirmHint(99, HintKind.SCEPTIC), by)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_packet_to_pv_knows_of_a_confirmed_hint(bench: Bench, language: str) -> None:
    """Everything in a packet is made from the case; that is the same with every hint confirmed."""
    protocol = load_pack(protocols_dir(), "varen").protocol
    assert protocol is not None
    by = log_in(bench.desk)[Role.MODERATOR]
    [comment] = take_in(bench.desk, arrival(1, "Mijn moeder heeft hoofdpijn, schandalig"))
    casework.view(bench.desk, protocol, comment, by)
    uid = new_uid(bench.clock())
    before = casework.case_for(bench.desk, protocol, comment, by, uid)
    for kind in HintKind:
        bench.desk.perform(ConfirmHint(comment, kind), by)
    after = casework.case_for(bench.desk, protocol, comment, by, uid)
    same = replace(after, awareness=before.awareness, due_at=before.due_at)
    same = replace(same, snapshot=replace(same.snapshot, taken_at=before.snapshot.taken_at))
    assert same == before
    made, known = (parts(each, "", language, first_edition(each))[0] for each in (same, before))
    assert made.content == known.content
    assert len(bench.desk.read.hints(comment)) == len(HintKind)


def test_of_an_endless_text_only_the_beginning_is_read(phrases: Phrases) -> None:
    endless = "weer weer " * 100_000
    assert hints_of("big pharma " + endless, phrases)
    assert hints_of(endless + "big pharma", phrases) == ()
