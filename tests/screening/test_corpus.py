"""The texts that the model is trained and measured on are well formed, and kept apart."""

import re
from pathlib import Path

import pytest

from tools.screening.texts import CODES, Comment, kind_of, read_file

ROOT = Path(__file__).resolve().parents[2]
TRAINING = sorted((ROOT / "tools" / "corpus").iterdir())
TEST = sorted((ROOT / "tests" / "corpus").iterdir())


def comments(path: Path) -> list[Comment]:
    return list(read_file(path))


@pytest.mark.parametrize("path", [*TRAINING, *TEST], ids=lambda path: path.name)
def test_every_line_is_well_formed(path: Path) -> None:
    for one in comments(path):
        assert one["text"].strip(), one["id"]
        assert one["lang"] in {"nl", "en", "de"}, one["id"]
        assert set(one["categories"]) <= set(CODES.values()), one["id"]
        assert isinstance(one["crisis"], bool), one["id"]
        assert one["tier"] in {"none", "check", "strong"}, one["id"]
        reportable = bool(one["categories"]) or one["crisis"]
        assert (one["tier"] != "none") == reportable, one["id"]
        assert (kind_of(one) == "reportable") == reportable, one["id"]


def test_ids_are_unique() -> None:
    ids = [one["id"] for path in (*TRAINING, *TEST) for one in comments(path)]
    assert len(ids) == len(set(ids)) > 5000


def test_no_text_of_the_test_part_is_trained_on() -> None:
    trained = {_bare(one["text"]) for path in TRAINING for one in comments(path)}
    long = {_bare(one["text"]) for path in TEST for one in comments(path) if len(one["text"]) > 40}
    assert trained & long == set()


def test_a_plain_line_is_read_with_its_codes(tmp_path: Path) -> None:
    path = tmp_path / "nl-x.txt"
    path.write_text(
        "# writer: pensioner, Zwolle | product: Oncalira\n"
        "ae.e+int? | ik ook! ^ kotsmisselijk van de tweede\n"
        "\n"
        "# writer: nurse | product: -\n"
        "no.negated | nergens last van\n"
        "cr | het hoeft niet meer\n"
        "no.chat | hoi\n",
        encoding="utf-8",
    )
    first, second, third, last = read_file(path)
    assert (first["id"], first["lang"], first["page_product"]) == ("nl-x-0001", "nl", "Oncalira")
    assert first["categories"] == ["adverse_event", "interaction"]
    assert (first["tier"], first["told"]) == ("check", "explicit")
    assert (first["text"], first["parent"]) == ("ik ook!", "kotsmisselijk van de tweede")
    assert (second["trap"], second["page_product"], kind_of(second)) == ("negated", None, "trap")
    assert (third["crisis"], third["tier"]) == (True, "strong")
    assert kind_of(last) == "chatter"


@pytest.mark.parametrize("line", ["ae.e", "xx | a", "ae.e | ", "# nobody"])
def test_a_line_that_is_no_comment_is_told(tmp_path: Path, line: str) -> None:
    path = tmp_path / "nl-x.txt"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no "):
        list(read_file(path))


def _bare(text: str) -> str:
    return re.sub(r"\W+", " ", text).casefold().strip()
