"""What a reply says was done, in the approved words or nearly in them, must be done."""

import pytest

from webcare_desk.domain.claim import Claim
from webcare_desk.paths import protocols_dir
from webcare_desk.protocol.library import load_pack
from webcare_desk.protocol.locked import unkept
from webcare_desk.protocol.model import Protocol


@pytest.fixture(scope="module")
def varen() -> Protocol:
    protocol = load_pack(protocols_dir(), "varen").protocol
    assert protocol is not None
    return protocol


@pytest.mark.parametrize(
    "reply",
    [
        "Dank je wel, we hebben je bericht doorgegeven aan onze afdeling geneesmiddelenveiligheid.",
        "Wij hebben uw bericht doorgegeven aan onze afdeling geneesmiddelenveiligheid!",
        "Ik heb je bericht doorgegeven aan onze afdeling geneesmiddelenveiligheid",
        "Je bericht hebben we al doorgegeven aan onze afdeling geneesmiddelenveilgheid",
        "Thanks Bo, we have passed your comment on to our drug safety department.",
        "We've passed on your comment to our drug safety department",
        "Your comment has been passed on to our drug safety department today",
        "Thanks, we have passed your message on to our drug safety department",
    ],
)
def test_nearly_the_same_words_say_it_as_well(varen: Protocol, reply: str) -> None:
    [phrase] = unkept(varen, set(Claim) - {Claim.ESCALATED}, reply)
    assert "geneesmiddelenveiligheid" in phrase or "drug safety" in phrase
    assert unkept(varen, set(Claim), reply) == ()


@pytest.mark.parametrize(
    "reply",
    [
        "We geven je bericht door aan onze afdeling geneesmiddelenveiligheid.",
        "Mogen we je bericht doorgeven aan onze afdeling geneesmiddelenveiligheid?",
        "We hebben je bericht doorgegeven aan onze afdeling communicatie.",
        "We hebben je bericht gelezen. De afdeling geneesmiddelenveiligheid is doordeweeks open.",
        "We will pass your comment on to our drug safety department.",
        "We have passed your comment on to our sales department.",
        "We have passed your comment on to the organisers of the walking week.",
        "…",
    ],
)
def test_what_says_something_else_waits_for_nothing(varen: Protocol, reply: str) -> None:
    assert unkept(varen, (), reply) == ()


@pytest.mark.parametrize(
    ("quality", "safety"),
    [
        (
            "we hebben je bericht doorgegeven aan onze afdeling kwaliteit",
            "wij hebben je bericht doorgegeven aan onze afdeling geneesmiddelenveiligheid",
        ),
        (
            "we have passed your comment on to our quality department",
            "we've passed your comment on to our drug safety department",
        ),
    ],
)
def test_two_phrases_that_resemble_each_other_are_kept_apart(
    varen: Protocol, quality: str, safety: str
) -> None:
    assert unkept(varen, {Claim.ESCALATED}, f"Dank je. {safety}, dank je.") == ()
    assert unkept(varen, {Claim.TOLD_QUALITY}, f"Dank je. {quality}, dank je.") == ()
    for both in (f"{safety}. En {quality}.", f"{safety}, en {quality}."):
        assert len(unkept(varen, {Claim.ESCALATED}, both)) >= 1
        assert len(unkept(varen, {Claim.TOLD_QUALITY}, both)) >= 1
        assert unkept(varen, {Claim.ESCALATED, Claim.TOLD_QUALITY}, both) == ()


def test_no_reply_that_ships_says_what_its_blanks_do_not(varen: Protocol) -> None:
    for template in varen.templates.values():
        for _, text in template.texts:
            assert unkept(varen, (), text) == (), template.id
