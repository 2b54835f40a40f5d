"""Of several drugs and reactions each value on the form says whose it is."""

from webcare_desk.domain.e2b import Section, section
from webcare_desk.pv.cioms_boxes import boxes


def drug(name: str, again: str, *more: Section, **told: str) -> Section:
    about = {code.replace("_", "."): value for code, value in told.items()}
    back = section("G.k.9.i", {"G.k.9.i.1": again, "G.k.9.i.4": "1"})
    return section(
        "G.k", {"G.k.1": "1", "G.k.2.2": name} | about, *more, *([back] if again else [])
    )


def reaction(ident: str, words: str, outcome: str, began: str = "") -> Section:
    values = {"E.i@id": ident, "E.i.1.1a": words, "E.i.7": outcome}
    return section("E.i", values | ({"E.i.4": began} if began else {}))


def shown(*parts: Section) -> dict[str, str]:
    made = section("N", {}, section("N.2.r", {}, *parts))
    return {number: box.text for number, box in boxes(made, "en").items()}


def test_each_value_of_several_drugs_and_reactions_names_whose_it_is() -> None:
    dose = section("G.k.4.r", {"G.k.4.r.4": "20260201", "G.k.4.r.8": "400 mg"})
    why = section("G.k.7.r", {"G.k.7.r.1": "migraine"})
    found = shown(
        reaction("a", "uitslag", "1"),
        reaction("b", "hoofdpijn", "3", "20260205"),
        drug("Ventora", "b", G_k_8="1"),
        drug("ibuprofen", "", dose, why, G_k_8="4"),
    )
    assert found["7+13"] == "R1: “uitslag”; R2: “hoofdpijn”"
    assert found["4-6"] == "R2: 2026-02-05"
    assert (found["15"], found["17"], found["18"]) == (
        *("2. 400 mg", "2. migraine"),
        "2. 2026-02-01 – ",
    )
    assert found["20"] == (
        "action taken: 1. withdrawn; 2. not changed; outcome: R1: recovered; R2: not recovered"
    )
    assert found["21"] == "1. R2: yes, recurred"


def test_what_is_the_same_of_all_is_said_once() -> None:
    found = shown(
        *(reaction(each, each, "0") for each in "ab"),
        *(drug(each, "", G_k_8="1") for each in ("Ventora", "ibuprofen")),
    )
    assert found["20"] == "action taken: withdrawn; outcome: unknown"
