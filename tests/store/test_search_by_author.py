"""The search by who wrote: names and handles, alone and with words, page by page."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.desks import Bench, arrival, take_in
from webcare_desk.desk import Desk
from webcare_desk.domain.sought import by
from webcare_desk.domain.triage import Arrival
from webcare_desk.store.sqlite import authors

NAMES = (
    "Jan", "jan de Vries", "JANNEKE", "René", "rene", "Straße", "Özge", "özgür", "O'Neill",
    "Yİldiz", "Ελένη", "ΕΛΕΝΗ K.", 'de "kapitein"', "",
)  # fmt: skip


def by_whom(n: int, name: str, text: str = "Ik heb hoofdpijn", handle: str = "") -> Arrival:
    """Return a comment by somebody of this name."""
    came = arrival(n, text)
    handle = handle or f"u{n}"
    return replace(came, comment=replace(came.comment, author_name=name, author_id=handle))


def names(desk: Desk, typed: str, limit: int = 99) -> list[str]:
    """Return whose comments a search finds, page by page."""
    found: list[str] = []
    last = None
    while page := desk.read.search(typed, last, limit, 0):
        found += [row.author_name for row in page]
        last = page[-1].comment
    return found


@pytest.fixture(params=[authors._FEW, 0], ids=["few", "many"])
def crowd(desk: Desk, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return a desk on which each name has written once; read in either of two ways."""
    monkeypatch.setattr(authors, "_FEW", request.param)
    take_in(desk, *(by_whom(n, name) for n, name in enumerate(NAMES)))
    return desk


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("from:jan", ["JANNEKE", "jan de Vries", "Jan"]),
        ("van:JAN", ["JANNEKE", "jan de Vries", "Jan"]),
        ('from:"JAN D"', ["jan de Vries"]),
        ("from:ren\u00e9", ["René"]),
        ("from:rene", ["rene"]),
        ("from:strasse", ["Straße"]),
        ("from:STRASS", ["Straße"]),
        ("from:stra\u00df", ["Straße"]),
        ("from:Ö", ["özgür", "Özge"]),
        ("from:özge", ["Özge"]),
        ("from:yİL", ["Yİldiz"]),
        ("from:ελένη", ["Ελένη"]),
        ("from:ελ", ["ΕΛΕΝΗ K.", "Ελένη"]),
        (by('de "kapitein"'), ['de "kapitein"']),
        ("from:u13", [""]),
        ("from:U0", ["Jan"]),
        ("from:jan van:u2", ["JANNEKE"]),
        ("from:jan from:rene", []),
        ("from:", []),
        ("from: hoofdpijn", []),
        ("from:niemand", []),
        ("from:jan hoofdpijn", ["JANNEKE", "jan de Vries", "Jan"]),
        ("hoofd from:jan", ["JANNEKE", "jan de Vries", "Jan"]),
        ("from:jan koorts", []),
    ],
)
def test_a_name_finds_what_somebody_wrote(crowd: Desk, typed: str, wanted: list[str]) -> None:
    assert names(crowd, typed) == wanted
    assert names(crowd, typed, limit=1) == wanted


def test_pages_with_words_lose_nothing_when_an_old_comment_was_reworded(crowd: Desk) -> None:
    take_in(crowd, by_whom(0, "Jan", "nog meer hoofdpijn"))
    assert names(crowd, "from:jan hoofdpijn", limit=1) == ["Jan", "JANNEKE", "jan de Vries"]
    assert names(crowd, "from:jan ik", limit=1) == ["JANNEKE", "jan de Vries"]


def test_many_comments_of_few_authors_are_found_with_their_words(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(authors, "_FEW", 2)
    take_in(desk, *(by_whom(n, "Jan", f"pijn {n}", handle="one") for n in range(5)))
    assert names(desk, "from:jan pijn", limit=2) == ["Jan"] * 5


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=9), st.text(max_size=9))
def test_no_name_at_all_makes_a_search_fail(crowd: Desk, name: str, words: str) -> None:
    for typed in (f"from:{name} {words}", by(name)):
        assert len(crowd.read.search(typed, None, 9, 0)) <= 9
    assert crowd.read.search(f"from:\ud83d{name}", None, 9, 0) is not None


def test_a_name_is_sought_in_an_index(bench: Bench) -> None:
    with bench.shell() as shell:
        for query in (authors._BY_NAME, authors._BY_HANDLE):
            [*_, plan] = shell.execute(f"EXPLAIN QUERY PLAN {query}", ("a", "b")).fetchone()
            assert plan.startswith("SEARCH author USING INDEX author_")
