"""The template linter: for each rule and language a reply that fails and one that passes."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from webcare_desk.domain.bars import gap_in
from webcare_desk.domain.claim import Claim
from webcare_desk.paths import protocols_dir
from webcare_desk.protocol.library import load_pack
from webcare_desk.protocol.locked import lost, resembled, unkept
from webcare_desk.protocol.template import BLANK, compose
from webcare_desk.protocol.tone import advice_in, cheer_in

Spoil = Callable[..., Path]
NL, EN = "Beste {{ first_name }}, meld het", "Dear {{ first_name }}, report it"
# What stands in the template `sorry` (a side effect) in place of its first words: fails, passes.
ROWS = [
    (NL, "Neem Ventora, meld het", "Meld het", "remove `Ventora`, a prescription-only product"),
    (EN, "Vantora it is, report it", "Report it", "remove `vantora`, a prescription-only product"),
    (NL, "Schrijf naar postbus  97, meld het", "Schrijf ons, meld het", "replace `Postbus 97`"),
    (EN, "Write to POSTBUS 97, report it", "Write to us, report it", "replace `Postbus 97`"),
    (NL, "Stop met de tabletten en meld het", "Stop nooit met de tabletten", "remove `Stop`, a desk gives"),
    (EN, "Stop the tablets and report it", "Never stop the tablets", "remove `Stop`, a desk gives"),
    (NL, "Dat is volkomen onschuldig, meld het", "Dat is vervelend", "remove `is volkomen onschuldig`"),
    (EN, "That is harmless, report it", "That is unpleasant", "remove `is harmless`, a desk gives"),
    (NL, "Bel www.lareb.nl, meld het", "Bel ons, meld het", "write {{ route }} in place of `www.lareb.nl`"),
    (EN, "Call 113 and report it", "Call us and report it", "write {{ line }} in place of `113`"),
    (NL, "Beste [naam], meld het", "Beste {{ first_name }}", "write `[naam]` as a named blank"),
    (EN, "Dear ____, report it", "Dear {{ first_name }}", "write `____` as a named blank"),
    (NL, "Beste {voornaam}, meld het", "Beste lezer", "write `{voornaam}` as a named blank"),
    (EN, "Dear {{ 1 }}, report it", "Dear reader", "write a blank as {{ first_name }}"),
    (NL, "Wij hebben uw bericht doorgegeven aan PV, meld het", "Dank je", "write {{ told }} here, the phrase is locked"),
    (EN, "We have passed your comments on to PV, report it", "Thank you", "write {{ told }} here, the phrase is locked"),
]  # fmt: skip
LOCKED = """\
  - id: told
    kind: locked
    text: {nl: We hebben je bericht doorgegeven aan PV, en: We have passed your comment on to PV}
    checked: 2026-01-05
"""


def said(root: Path) -> list[str]:
    """Return the problems of the pack with a locked phrase added."""
    file = root / "small" / "reference.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.rstrip("\n") + "\n" + LOCKED, encoding="utf-8")
    return [str(problem) for problem in load_pack(root, "small").problems]


@pytest.mark.parametrize("row", ROWS, ids=[f"{row[0][:2]}-{row[3][:40]}" for row in ROWS])
def test_what_a_reply_may_not_say_is_found_and_its_twin_is_not(
    spoil: Spoil, row: tuple[str, str, str, str]
) -> None:
    old, fails, passes, expected = row
    place = "text.nl" if old == NL else "text.en"
    found = said(spoil("templates.yaml", old, fails))
    assert [one for one in found if f"templates[0].{place}: {expected}" in one], found
    assert said(spoil("templates.yaml", old, passes)) == []


@pytest.mark.parametrize(
    ("old", "fails", "passes", "expected"),
    [
        ("bij {{ route }}", "bij ons", "bij {{ route }}", "text.nl: name a reporting contact"),
        ("to {{ route }}", "to us", "to {{ route }}", "text.en: name a reporting contact"),
        ("Bel {{ line }}", "Bel nu", "Bel {{ line }}", "text.nl: name a crisis contact"),
        ("Call {{ line }}", "Call now", "Call {{ line }}", "text.en: name a crisis contact"),
        (", namens {{ sponsor }}", "", ", namens Orvanta", "text.nl: say on whose behalf"),
        (", for Orvanta", "", ", for {{ sponsor }}", "text.en: say on whose behalf"),
        ("Bel {{ line }}.", "Kop op, bel {{ line }}.", "Bel nu {{ line }}.", "text.nl: remove `Kop op`"),
        ("Call {{ line }}.", "Cheer up. {{ line }}.", "Call now {{ line }}.", "text.en: remove `Cheer up`"),
    ],
)  # fmt: skip
def test_what_a_reply_must_say_is_missed_and_its_twin_is_not(
    spoil: Spoil, old: str, fails: str, passes: str, expected: str
) -> None:
    found = said(spoil("templates.yaml", old, fails))
    assert [one for one in found if expected in one], found
    assert said(spoil("templates.yaml", old, passes)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Verhoog de dosis een beetje."),
        ("nl", "Neem een paracetamol als je pijn hebt."),
        ("nl", "Je kunt gerust doorgaan."),
        ("nl", "Twee keer 500 mg helpt."),
        ("nl", "Vraag het niemand. Sla morgen de pen over."),
        ("en", "Just skip the next dose."),
        ("en", "Take two tablets tonight."),
        ("en", "You can safely go on."),
        ("en", "Nothing to worry about, dear."),
        ("en", "It is normal, 3 times a day will do."),
    ],
)
def test_advice_is_recognised(language: str, text: str) -> None:
    assert advice_in(text, language) is not None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Stop nooit met een behandeling zonder overleg met je arts."),
        ("nl", "Neem niets extra om het goed te maken."),
        ("nl", "Neem vandaag contact op met je arts."),
        ("nl", "Gebruik het middel niet en bewaar het met de verpakking, en ga naar je apotheker."),
        ("en", "Please do not take anything extra."),
        ("en", "Ask your doctor whether to stop the treatment."),
        ("en", "Take the box with you to the pharmacy."),
        ("en", "Please use our form for signing up."),
    ],
)
def test_sending_somebody_to_the_doctor_is_no_advice(language: str, text: str) -> None:
    assert advice_in(text, language) is None


def test_a_calm_reply_has_neither_cheer_nor_gaps() -> None:
    calm = "Beste Bo, bel 113 of 112. Je staat er niet alleen voor."
    assert (cheer_in(calm, "nl"), gap_in(calm)) == (None, None)
    assert cheer_in("Veel plezier morgen", "nl") == "Veel plezier"
    assert cheer_in("Take care 🙂", "en") == "🙂"


def test_no_shipped_reply_types_out_what_is_locked_and_every_safety_reply_has_a_phrase() -> None:
    protocol = load_pack(protocols_dir(), "varen").protocol
    assert protocol is not None
    locked = {
        name: dict(one.text) for name, one in protocol.references.items() if one.kind == "locked"
    }
    assert len(locked) == 5
    for template in protocol.templates.values():
        for language, text in template.texts:
            assert (
                resembled(text, {name: words[language] for name, words in locked.items()}) is None
            )
    sending = {
        name for rule in protocol.rules if rule.plan == "ae-to-pv" for name in rule.templates
    }
    in_danger = {
        name for rule in protocol.rules if rule.plan == "crisis" for name in rule.templates
    }
    for name in sending - in_danger:
        for _, text in protocol.templates[name].texts:
            assert set(BLANK.findall(text)) & set(locked), name


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_reply_that_changed_a_locked_phrase_is_seen(language: str) -> None:
    protocol = load_pack(protocols_dir(), "varen").protocol
    assert protocol is not None
    template = protocol.templates["ae-acknowledge"]
    reply = compose(protocol, template, language, {}, date(2026, 6, 1)).text
    phrase = dict(protocol.references["passed_on"].text)[language]
    assert lost(protocol, template, language, reply) == ()
    assert lost(protocol, template, language, re.sub(r"\s+", "\n", reply)) == ()
    assert lost(protocol, template, language, reply.replace(phrase, phrase[:-1])) == (phrase,)
    assert lost(protocol, protocol.templates["thanks-back"], language, "") == ()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_reply_that_says_what_was_not_done_is_seen(language: str) -> None:
    protocol = load_pack(protocols_dir(), "varen").protocol
    assert protocol is not None
    for name, claim in (
        ("ae-acknowledge", Claim.ESCALATED),
        ("quality-keep", Claim.TOLD_QUALITY),
        ("privacy-protect", Claim.HIDDEN),
    ):
        reply = compose(protocol, protocol.templates[name], language, {}, date(2026, 6, 1)).text
        assert len(unkept(protocol, set(Claim) - {claim}, reply.replace(" ", "\n"))) == 1
        assert unkept(protocol, {claim}, reply) == ()
