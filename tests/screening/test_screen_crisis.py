"""Tables of examples: a crisis told in plain words, by and about anybody."""

import pytest

from webcare_desk.domain.finding import Category
from webcare_desk.screening import Screener

NL = """
    Vannacht hang ik mezelf op
    Haar broer heeft zichzelf opgehangen
    Mijn zus wil zichzelf van kant maken
    Hij zegt dat hij zich wil doodschieten
    Laat mij maar doodgaan
    Ze heeft een hele strip slaappillen geslikt
    Ik heb er veertig tabletten geslikt om te sterven
    Het leven heeft voor mij geen zin meer
    Zij maakt er vanavond een einde aan
    Ik heb weer in mijn armen gesneden
    Mijn stiefvader slaat mijn moeder
    Ze is vorige week verkracht
    Ik word thuis geslagen
    Ik ga hem neersteken
    Hij dreigt me te wurgen
    Ik ben bang voor mijn man"""
EN = """
    My nephew tried to kill himself
    They say she hanged herself
    I think they want to kill themselves
    He wants to blow his brains out
    Please just let me die
    She swallowed a whole bottle
    I took forty tablets tonight
    I wish I was never born
    My sister ended her own life, and I will end my life too
    I cut my arms again
    My stepdad beats my brother and hits me
    I was raped on Friday
    He threatens to kill us
    I am afraid of my husband
    I'm going to stab somebody
    She's scared he will kill me"""
DE = """
    Ich werde mich umbringen
    Er hat sich erhängt
    Sie hat die ganze Packung geschluckt
    Ich will nicht mehr leben
    Mein Mann schlägt mich
    Sie wurde vergewaltigt"""
CALM = """
    Ik heb de was opgehangen
    Een half doosje paracetamol lag nog in de la
    I could kill for a coffee
    The whole box arrived today
    Die ganze Packung ist leer"""


def sentences(table: str) -> list[str]:
    return [line.strip() for line in table.strip().splitlines()]


@pytest.mark.parametrize("text", sentences(NL) + sentences(EN) + sentences(DE))
def test_a_crisis_in_plain_words_is_found(screener: Screener, text: str) -> None:
    found = screener(text)
    assert any(one.category is Category.CRISIS for one in found.findings)


@pytest.mark.parametrize("text", sentences(CALM))
def test_the_same_words_about_something_else_are_none(screener: Screener, text: str) -> None:
    assert not any(one.category is Category.CRISIS for one in screener(text).findings)
