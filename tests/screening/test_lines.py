"""Comments as JSON Lines, and the measures of those whose truth is known."""

import json
from dataclasses import replace

import pytest

from webcare_desk.domain.finding import Tier
from webcare_desk.paths import resources_dir
from webcare_desk.screening.lines import (
    Line,
    labelled,
    names_of,
    read_lines,
    texts_of_parents,
    told,
)
from webcare_desk.screening.measure import (
    Labelled,
    Share,
    area,
    burden_curve,
    category_curves,
    shares,
)
from webcare_desk.screening.reader import Reader, load_reader

BAD = (
    "no json", "[]", '{"text": "x"}', '{"id": true, "text": "x"}', '{"id": 1}', '{"id": 1, "text": 2}',
    "[" * 100_000,
)  # fmt: skip


@pytest.mark.parametrize("bad", BAD)
def test_a_bad_line_is_told_by_its_number_and_ends_nothing(bad: str) -> None:
    said: list[str] = []
    lines = ['{"id": 1, "text": "a"}', "", bad, '{"id": 2, "text": "b"}']
    assert [line.id for line in read_lines(lines, said.append)] == [1, 2]
    assert len(said) == 1
    assert said[0].startswith("line 3: ")


def test_a_parent_is_a_text_or_the_id_of_a_line_further_up() -> None:
    comments = [{"id": 7, "text": "above"}, {"id": 8, "text": "x", "parent": 7}]
    comments += [{"id": 9, "text": "x", "parent": "other words"}]
    found = list(read_lines(map(json.dumps, comments), pytest.fail))
    assert [line.parent for line in found] == [None, "above", "other words"]


@pytest.mark.parametrize(
    "extra",
    [{"lang": 3}, {"page_product": ["Ventora"]}, {"parent": 12}, {"parent": {"by": "x"}}],
)
def test_what_may_be_left_out_costs_no_comment_where_it_is_wrong(extra: dict[str, object]) -> None:
    said: list[str] = []
    [line] = read_lines([json.dumps({"id": "a", "text": "x", **extra})], said.append)
    assert (line.text, line.language, line.product, line.parent) == ("x", None, None, None)
    assert len(said) == 1
    assert said[0].startswith(f"line 1: its {next(iter(extra))} is ")


def test_a_parent_may_be_the_comment_itself() -> None:
    comments = [{"id": "a", "text": "above"}, {"id": "b", "text": "x", "parent": {"id": "a"}}]
    comments += [{"id": "c", "text": "x", "parent": {"id": "q", "text": "its words"}}]
    found = list(read_lines(map(json.dumps, comments), pytest.fail))
    assert [line.parent for line in found] == [None, "above", "its words"]


def test_a_parent_that_stands_below_is_found_where_the_lines_can_be_read_twice() -> None:
    comments: list[dict[str, object]] = [
        {"id": "c", "text": "x", "parent": 7},
        {"id": "b", "text": "y", "parent": {"id": "a"}},
        {"id": 7, "text": "seven"},
        {"id": "a", "text": "eight"},
        {"id": "nobody", "text": "nine"},
    ]
    lines = [*map(json.dumps, comments)]
    below = texts_of_parents(lambda: [*lines, "no json", "[]", '{"id": "a"}'])
    assert below == {"7": ("seven", None), "a": ("eight", None)}
    found = list(read_lines(lines, pytest.fail, below))
    assert [line.parent for line in found[:2]] == ["seven", "eight"]


TEXTS = ("Ik kreeg zoveel hoofdpijn van de pillen", "Ik ook!", "Ik ook!", "Ik ook!")


def thread() -> list[str]:
    """Return a report and three who agree, each with the one before."""
    rows = enumerate(TEXTS)
    return [json.dumps({"id": n, "text": text, "parent": n - 1 if n else None}) for n, text in rows]


@pytest.mark.parametrize("way", [1, -1])
def test_who_agrees_with_who_agrees_reports_too(reader: Reader, way: int) -> None:
    lines = thread()[::way]
    found = list(read_lines(lines, pytest.fail, texts_of_parents(lambda: lines)))
    assert [line.above for line in found][::way] == [(), (), TEXTS[:1], TEXTS[1::-1]]
    assert all(reader(line).tier for line in found)
    alone = [replace(line, above=()) for line in found]
    assert [bool(reader(line).tier) for line in alone][::way] == [True, True, False, False]


def test_a_thread_that_bites_its_tail_ends() -> None:
    rows = [("a", "c"), ("b", "a"), ("c", "b"), ("d", "c")]
    lines = [json.dumps({"id": name, "text": name, "parent": up}) for name, up in rows]
    found = list(read_lines(lines, pytest.fail, texts_of_parents(lambda: lines)))
    assert [(line.parent, line.above) for line in found] == [
        ("c", ("b",)),
        ("a", ("c",)),
        ("b", ("a",)),
        ("c", ("b", "a")),
    ]


def test_a_parent_that_is_told_whole_tells_its_own() -> None:
    up = {"text": "two", "parent": {"id": 9, "text": "three", "parent": "the first of all"}}
    [line] = read_lines([json.dumps({"id": 1, "text": "one", "parent": up})], pytest.fail)
    assert (line.parent, line.above) == ("two", ("three", "the first of all"))
    deep = [json.dumps({"id": n, "text": f"{n}", "parent": n - 1}) for n in range(1, 30)]
    assert len(list(read_lines([json.dumps({"id": 0, "text": "0"}), *deep], print))[-1].above) == 8


def test_a_byte_that_is_no_text_is_told() -> None:
    said: list[str] = []
    line = json.dumps({"id": 1, "text": "übel"}, ensure_ascii=False).encode("latin-1")
    [found] = read_lines([line.decode("utf-8", "surrogateescape")], said.append)
    assert found.text == "\udcfcbel"
    assert said == ["line 1: has bytes that are no UTF-8; it is screened with what can be read"]


def test_a_measure_counts_one_language_by_one_name(reader: Reader) -> None:
    labels: dict[str, object] = {"id": 1, "text": "x", "categories": []}
    rows = [json.dumps({**labels, "lang": each}) for each in ("nl", "NL", "nl-BE", "nl_NL")]
    lines = read_lines(rows, pytest.fail)
    assert {labelled(line, reader(line)).language for line in lines} == {"nl"}


def test_no_comment_answers_itself() -> None:
    lines = ['{"id": 7, "text": "seven", "parent": "7"}']
    [line] = read_lines(lines, pytest.fail, texts_of_parents(lambda: lines))
    assert line.parent is None


def test_a_parent_that_looks_like_an_id_and_is_none_is_told() -> None:
    said: list[str] = []
    comments = [{"id": "a", "text": "x", "parent": "p-1"}, {"id": "p-1", "text": "y"}]
    found = list(read_lines(map(json.dumps, comments), said.append))
    assert [line.parent for line in found] == ["p-1", None]
    assert said == ["line 1: its parent is the id of no line that was read, and taken for a text"]


def test_only_the_oldest_texts_of_parents_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webcare_desk.screening.lines._REMEMBERED", 2)
    comments = [{"id": "a", "text": "x"}, {"id": "b", "text": "y"}, {"id": "c", "text": "z"}]
    comments += [{"id": "d", "text": "1", "parent": "c"}, {"id": "e", "text": "2", "parent": "a"}]
    said: list[str] = []
    found = list(read_lines(map(json.dumps, comments), said.append))
    assert [line.parent for line in found[3:]] == ["z", "a"]
    assert [each[:7] for each in said] == ["line 5:"]


def test_no_common_word_counts_as_a_product() -> None:
    common = {"van", "het", "middel", "onze"}
    names = ("Van Gogh", "Het Middel", "Onze Ventora", "Calmira 20", "Q")
    assert names_of(names, common) == ("gogh", "ventora", "calmira")


def test_a_name_that_begins_with_a_common_word_swallows_no_sentence(reader: Reader) -> None:
    [line] = read_lines(
        ['{"id": 1, "text": "Ik ben gestopt want ik werd er doodziek van."}'], pytest.fail
    )
    named = load_reader(resources_dir(), ["Van Gogh"])
    assert named(line).tier is reader(line).tier is not Tier.NONE


def test_a_line_says_what_the_contract_promises(reader: Reader) -> None:
    text = json.dumps({"id": "a", "text": "Sinds 😀 Ventora kotsmisselijk", "lang": "nl"})
    [line] = read_lines([text], pytest.fail)
    said = told(line, reader(line))
    assert list(said) == ["id", "lang", "tier", "score", "categories", "crisis", "spans"]
    assert (said["id"], said["lang"]) == ("a", "nl")
    assert said["tier"] != "none"
    plain = json.loads(json.dumps(said))
    assert set(plain["spans"][0]) == {"start", "end", "kind", "reason"}
    assert "Ventora" in {line.text[one["start"] : one["end"]] for one in plain["spans"]}


@pytest.mark.parametrize(
    ("written", "language"),
    [("EN", "en"), ("en-GB", "en"), ("en_us", "en"), ("nl-BE", "nl"), ("DE-at", "de")],
)
def test_a_language_is_known_by_its_first_part(reader: Reader, written: str, language: str) -> None:
    found, plain = (
        reader(Line("1", "12 of 13", None, name, None, {})) for name in (written, language)
    )
    assert found.language == plain.language == language


@pytest.mark.parametrize(
    ("labels", "sentence"),
    [
        ({}, "its categories are missing"),
        ({"categories": "misuse"}, "its categories are missing"),
        (
            {"categories": ["misuse", "adverse-event"]},
            r'"adverse-event" is none of adverse_event, ',
        ),
        ({"categories": [None]}, "null is none of"),
        ({"categories": [["misuse"]]}, r'\["misuse"\] is none of'),
        ({"categories": [], "crisis": "true"}, "its crisis is neither true nor false"),
        ({"categories": [], "told": "plainly"}, "its told is none of explicit, implicit, none"),
    ],
)
def test_a_label_that_is_missing_or_misspelt_is_a_sentence(
    reader: Reader, labels: dict[str, object], sentence: str
) -> None:
    [line] = read_lines(["", json.dumps({"id": "a", "text": "x", **labels})], pytest.fail)
    with pytest.raises(ValueError, match=f"^line 2: {sentence}"):
        labelled(line, reader(line))


def one(score: float, *, yes: bool, trap: str = "") -> Labelled:
    tier = Tier.STRONG if score > 0.5 else Tier.NONE
    truth, nothing = frozenset({"misuse"} if yes else ()), frozenset[str]()
    return Labelled("nl", truth, False, "", trap, tier, score, nothing, False)  # noqa: FBT003 - a row


def test_recall_is_counted_at_each_burden_and_equal_scores_count_against_us() -> None:
    comments = [one(0.9, yes=True), *(one(0.1, yes=False) for _ in range(18)), one(0.1, yes=True)]
    found = {share.name: (share.found, share.of) for share in burden_curve(comments)}
    assert found["recall at 5%"] == (1, 2)
    assert found["recall at 30%"] == (1, 2)
    assert area(comments) == pytest.approx(0.75)
    assert area(comments[:1]) is None
    assert area([*comments, one(0.9, yes=False)]) == pytest.approx((18.5 + 9) / 38)


def test_recall_is_counted_for_a_crisis_and_each_category_among_all_comments() -> None:
    comments = [one(0.9, yes=True), *(one(0.1, yes=False) for _ in range(18)), one(0.1, yes=True)]
    comments[1] = replace(comments[1], score=0.8, crisis=True)
    found = {name: [share.found for share in curve] for name, curve in category_curves(comments)}
    assert found == {"crisis": [0, 1, 1, 1, 1], "misuse": [1, 1, 1, 1, 1]}
    _, (first, *_rest) = list(category_curves(comments))[1]
    assert (first.name, first.of) == ("misuse, recall at 5%", 2)
    assert first.limits == pytest.approx((0.0126, 0.9874), abs=1e-4)
    assert not list(category_curves([one(0.1, yes=False)]))


def test_shares_come_with_their_interval() -> None:
    comments = [one(0.9, yes=True), one(0.9, yes=False, trap="sport"), one(0.1, yes=False)]
    told_of = {share.name: share for share in shares(comments)}
    assert str(told_of["strong, sport"]).startswith("1.00 (0.0")
    assert str(told_of["flagged, of none"]).endswith("1 of 2")
    cried = replace(comments[0], crisis=True, found_crisis=True)
    told_of = {share.name: share for share in shares([cried, comments[2]])}
    assert (told_of["crisis, named so"].found, told_of["crisis, named so"].of) == (1, 1)
    assert str(Share("none", 0, 0)) == "–"


def test_a_mark_of_the_encoding_costs_no_comment() -> None:
    complaints: list[str] = []
    lines = ['\ufeff{"id": 1, "text": "koorts"}\r\n', '\ufeff{"id": 2, "text": "ook"}\r\n']
    assert [line.id for line in read_lines(lines, complaints.append)] == [1]
    assert [told.startswith("line 2:") for told in complaints] == [True]


def test_what_was_answered_is_read_anew_where_there_is_no_room_to_keep_it(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    parents = ("Ik kreeg er uitslag van.", "Wat een mooie dag.", "Ik kreeg er uitslag van.")
    lines = [Line(0, "Ik ook!", parent, None, None, {}) for parent in parents]
    roomy = [reader(line) for line in lines]
    cramped = load_reader(resources_dir(), ["Ventora"])
    monkeypatch.setattr("webcare_desk.screening.reader._ANSWERED", 1)
    assert [cramped(line) for line in lines] == roomy
    assert len(cramped.answered) == 1
