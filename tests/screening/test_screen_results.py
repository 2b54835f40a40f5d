"""An effect told by its result, an amount above every label, a drug for something else."""

import pytest

from webcare_desk.domain.finding import Category
from webcare_desk.screening import Screener

TABLE = """
adverse-event: Mijn nachtrust kan ik wel vergeten op die puffers
adverse-event: Ge wordt er zo plat van dat ge uw eigen naam niet meer weet
adverse-event: De letters dansen voor me sinds die pillen
adverse-event: Mijn lijf wou er niks van weten, de pennen liggen in de bak
adverse-event: Het water bleef niet binnen na die prik
adverse-event: Ik heb alles eruit gegooid
adverse-event: Het vel komt er in lappen af door die zalf
adverse-event: Heb mijn spaarrekening vergokt sinds die pillen
adverse-event: Stilzitten lukt niet meer op die medicatie
adverse-event: Ik krijg mijn ring niet meer af door de pillen
adverse-event: It knocks you out so bad you forget your own name
adverse-event: You can kiss a good night's rest goodbye on those inhalers
adverse-event: The letters swim on those tablets
adverse-event: Binned the pens, my body was having none of it
adverse-event: Water won't stay down on this
adverse-event: That cream took my skin off in sheets
adverse-event: I gambled away my savings on those tablets
adverse-event: Since these tablets I can't get my rings off
adverse-event: I'm just not me on this stuff
adverse-event: Felt like I'd been rolling in nettles after that ointment
adverse-event: Nothing happens in the bedroom since those pills
overdose: I always take 8 of the 1g paracetamols a day
overdose: He took ten tablets at once
overdose: Tien paracetamol per dag vanwege mijn heup
overdose: Vijftien pillen tegelijk
off-label: My psychiatrist prescribes quetiapine for sleep
off-label: She is on it although I've never had psychosis
off-label: Ik krijg dat terwijl ik geen epilepsie heb"""
NONE = """
overdose: Four tablets a day, as the label says
overdose: Vier pufjes per dag, zoals het hoort
off-label: My doctor prescribed sertraline for depression"""


def _cases(table: str) -> list[tuple[Category, str]]:
    parted = (line.split(": ", 1) for line in table.strip().splitlines())
    return [(Category(category), text) for category, text in parted]


@pytest.mark.parametrize(("category", "text"), _cases(TABLE))
def test_what_is_told_by_its_result_is_found(
    screener: Screener, category: Category, text: str
) -> None:
    assert category in {one.category for one in screener(text).findings}


@pytest.mark.parametrize(("category", "text"), _cases(NONE))
def test_what_is_as_it_should_be_is_none(screener: Screener, category: Category, text: str) -> None:
    assert category not in {one.category for one in screener(text).findings}
