"""The packs for the Netherlands and Belgium, each laid over the brand pack."""

from dataclasses import replace
from datetime import date

import pytest

from webcare_desk.casebook.filing import filing_of
from webcare_desk.domain.finding import Category
from webcare_desk.paths import protocols_dir, resources_dir
from webcare_desk.protocol.evaluate import evaluate
from webcare_desk.protocol.layers import read_stack
from webcare_desk.protocol.library import load_pack
from webcare_desk.protocol.model import Protocol, words_in
from webcare_desk.protocol.template import compose
from webcare_desk.screening import Screener, load_lexicon
from webcare_desk.settings import Settings
from webcare_desk.triage import screener_of

TODAY = date(2026, 6, 1)

MARKETS = ("nl", "be")
BLANKS = {"first_name": "Bo", "moderator_name": "Kim"}


def pack(name: str) -> Protocol:
    found = load_pack(protocols_dir(), name).protocol
    assert found is not None
    return found


def screener(protocol: Protocol) -> Screener:
    return screener_of(protocol, load_lexicon(resources_dir() / "lexicons"))


def replies(protocol: Protocol, language: str) -> str:
    """Return every reply of the protocol, filled, one after the other."""
    every = protocol.templates.values()
    return "\n".join(compose(protocol, each, language, BLANKS, TODAY).text for each in every)


@pytest.mark.parametrize("name", MARKETS)
def test_a_market_lies_on_the_brand_and_the_brand_on_the_base(name: str) -> None:
    stack = read_stack(protocols_dir(), name)
    assert [head.item.id for head in stack.heads] == ["base", "varen", name]
    market, brand = pack(name), pack("varen")
    assert market.products == brand.products
    assert [rule.id for rule in market.rules] == [rule.id for rule in brand.rules]
    assert (market.country, market.digest != brand.digest) == (name.upper(), True)


@pytest.mark.parametrize("name", MARKETS)
def test_every_contact_of_a_market_was_looked_at_and_holds_until_a_day(name: str) -> None:
    protocol = pack(name)
    own = {ref.item.id for ref in read_stack(protocols_dir(), name).references.items.values()}
    own -= {"emergency_number"}  # 112 in the whole Union, from the base
    own = {key for key in own if protocol.references[key].kind != "locked"}
    for key in sorted(own):
        reference = protocol.references[key]
        assert reference.valid_until is not None, key
        assert reference.checked < protocol.ends <= reference.valid_until


@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_country_has_its_own_contacts_and_not_those_of_the_other(language: str) -> None:
    dutch, belgian = replies(pack("nl"), language), replies(pack("be"), language)
    assert all(part in dutch for part in ("www.lareb.nl", "113", "IGJ", "0800-2000"))
    own = ("www.eenbijwerkingmelden.be", "adr@fagg-afmps.be", "1813", "1712", "070 245 245")
    assert all(part in belgian for part in own)
    assert not [part for part in ("lareb", "0800-0113", "igj.nl") if part in belgian.casefold()]
    assert not [part for part in ("fagg", "famhp", "1813") if part in dutch.casefold()]
    for text in (dutch, belgian):
        assert "Postbus 97" not in text


def test_the_belgian_regulator_has_the_address_that_holds_since_the_post_box_does_not() -> None:
    regulator = pack("be").references["regulator"]
    assert "Galileelaan 5/03, 1210 Brussel" in words_in(regulator.text, "nl")
    assert regulator.checked > date(2024, 3, 15)


def test_the_national_days_are_closed_where_they_are_national() -> None:
    king, armistice = date(2026, 4, 27), date(2026, 11, 11)
    closed = {name: pack(name).timetable.hours.holidays for name in MARKETS}
    assert king in closed["nl"]
    assert king not in closed["be"]
    assert armistice in closed["be"]
    assert armistice not in closed["nl"]
    assert pack("be").openings.zone == "Europe/Brussels"
    assert filing_of(Settings(), pack("be")).parties.zone == "Europe/Brussels"
    assert len(pack("be").openings.week[5]) == 0


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Sinds dat spuitje ben ik zo mottig", Category.ADVERSE_EVENT),
        ("Met die pen ben ik geen pijp tabak waard", Category.ADVERSE_EVENT),
        ("Wordt het terugbetaald door de mutualiteit?", Category.INFORMATION),
    ],
)
def test_belgium_knows_the_words_of_flanders(text: str, category: Category) -> None:
    belgian = pack("be")
    assert evaluate(belgian, screener(belgian)(text), is_reply=False).category is category
    without = replace(belgian, terms=())
    assert evaluate(without, screener(without)(text), is_reply=False).category is Category.NONE
