"""A grave word that somebody wrote past a filter is found, in its exact place."""

import json
import subprocess
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from webcare_desk.domain.finding import Context, Finding, Language, Tier
from webcare_desk.paths import resources_dir
from webcare_desk.screening import load_lexicon, prepare
from webcare_desk.screening.lines import Line
from webcare_desk.screening.reader import load_reader

READER = load_reader(resources_dir(), [])
SCREENER = prepare(load_lexicon(resources_dir() / "lexicons"), {}, Language.NL)


def masked(text: str) -> list[Finding]:
    findings = SCREENER(text).findings
    return [one for one in findings if Context.DEOBFUSCATED in one.contexts]


@pytest.mark.parametrize(
    ("word", "concept"),
    [
        *(("su1cide", "suicide"), ("z3lfm00rd", "suicide"), ("zelfm**rd", "suicide")),
        *(("s*icide", "suicide"), ("z.e.l.f.m.o.o.r.d", "suicide"), ("zelf-moord", "suicide")),
        *(("z_e_l_f_m_o_o_r_d", "suicide"), ("z _e _l _f _m _o _o _r _d", "suicide")),
        *(("z e l f m o o r d", "suicide"), ("zеlf-mооrd", "suicide"), ("0verdosis", "overdose")),
        *(("over-dosis", "overdose"), ("zw@nger", "pregnancy"), ("d3ad", "death")),
    ],
)
def test_a_mask_is_seen_through(word: str, concept: str) -> None:
    text = f"Het woord was 👍 {word}, zei ze"
    (found,) = masked(text)
    assert (text[found.start : found.end], found.concept) == (word, concept)
    assert READER(Line("1", text, None, "nl", None, {})).tier >= Tier.CHECK


@pytest.mark.parametrize(
    ("text", "shown"),
    [("#MyDadDied", "Died"), ("kijk #mijnmoederoverleden", "#mijnmoederoverleden")],
)
def test_words_are_told_apart_in_a_tag(text: str, shown: str) -> None:
    (found,) = masked(text)
    assert text[found.start : found.end] == shown


@pytest.mark.parametrize("tag", ["#ikwildood", "#IkWilDood", "#wannadie", "#IWantToDie"])
def test_a_crisis_told_in_a_tag_is_one(tag: str) -> None:
    text = f"Dag 👍 {tag}"
    told = READER(Line("1", text, None, None, None, {}))
    assert (told.crisis, told.tier) == (True, Tier.STRONG)
    assert any(text[one.start : one.end] == tag for one in told.spans)


@pytest.mark.parametrize("tag", ["#sendit", "#FridayFeeling", "#wereldoorlog", "#stayinghere"])
def test_another_tag_is_none(tag: str) -> None:
    assert READER(Line("1", tag, None, None, None, {})).tier is Tier.NONE


def test_a_masked_suicide_is_a_crisis() -> None:
    told = READER(Line("1", "z3lfm00rd is het enige waar ik aan denk", None, "nl", None, {}))
    assert (told.crisis, told.tier) == (True, Tier.STRONG)


@pytest.mark.parametrize(
    "text",
    [
        *("zelfmoord", "zelfmoord-gedachten", "12 uur 3x 1e keer", "k*t weer", "b*****d", "s* i*"),
        *(
            "a b c d e f g",
            "www.voorbeeld.nl/a-b",
            "#MooiWeerVandaag",
            "#mooiweervandaag",
            "3-in-1",
        ),
        "de zelf-gemaakte-soep",
    ],
)
def test_what_is_no_mask_stays_as_it_is(text: str) -> None:
    assert masked(text) == []


@pytest.mark.parametrize("word", ["zeeelfmooord", "zelfmoooord", "ooooverleeeden"])
def test_long_runs_may_each_be_one_letter_or_two(word: str) -> None:
    assert any(one.category for one in SCREENER(word).findings)


#: What a text is made of that may be masked: such words whole, and what stands about them.
PIECES = ("z*lfm**rd", "su1cide", "z.e.l.f.m.o.o.r.d", " ", " ", *"az0*.-#\u0430éM👍")


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@example("👍 z*lfm**rd z.e.l.f.m.o.o.r.d")
@settings(max_examples=100, deadline=None)
def test_any_text_is_read_within_its_bounds(text: str) -> None:
    assert all(0 <= one.start < one.end <= len(text) for one in masked(text))


@pytest.mark.parametrize("text", ["a-" * 100_000, "a*b " * 50_000, "#aB" * 60_000, "a1" * 100_000])
def test_a_long_text_is_read_in_linear_time(text: str) -> None:
    assert masked(text) == []


def test_a_line_of_one_sign_ends_the_screening_of_nothing() -> None:
    rows = [sign * 20_000 for sign in "_.*/|~-'#@0aé€ "] + ["_ " * 10_000, "a_" * 10_000]
    lines = "".join(json.dumps({"id": str(at), "text": row}) + "\n" for at, row in enumerate(rows))
    done = subprocess.run(
        [sys.executable, "-m", "webcare_desk", "screen"],
        input=lines,
        capture_output=True,
        text=True,
        check=True,
        timeout=300,  # the search that this is about took longer than anybody waited
    )
    assert len(done.stdout.splitlines()) == len(rows)
