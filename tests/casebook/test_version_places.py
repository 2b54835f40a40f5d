"""What a version changes by its place is what whoever made it has looked at."""

import pytest

from tests.support.safety import Safety
from webcare_desk.casebook.reading import batch_of
from webcare_desk.casebook.versions import News, amend, correct, follow_up
from webcare_desk.domain.case_parts import Added, Part, Removed
from webcare_desk.errors import StaleError
from webcare_desk.pv.e2b.parts import listed


def reactions(safety: Safety) -> list[str]:
    """Return the reactions of the latest version."""
    parts = listed(batch_of(safety.bench.desk.read, 1))
    return [each.words for each in parts if each.part is Part.REACTION]


def test_a_place_is_of_the_version_that_was_looked_at(safety: Safety) -> None:
    """Somebody else's version moves the parts up: the second one is not the one that was meant."""
    safety.leave()
    safety.later()
    desk, who = safety.bench.desk, safety.sanne.actor
    added = tuple(Added(Part.REACTION, words) for words in ("jeuk", "koorts"))
    follow_up(desk, 1, who, News("en jeuk", edits=added, base=1))
    safety.leave()
    safety.later()
    before = reactions(safety)
    amend(desk, 1, who, News("geen hoofdpijn", edits=(Removed(Part.REACTION, 1),), base=2))
    safety.leave()
    safety.later()
    stale = News("geen jeuk", edits=(Removed(Part.REACTION, 2),), base=2)
    for make in (follow_up, amend, correct):
        with pytest.raises(StaleError):
            make(desk, 1, who, stale)
    assert reactions(safety) == before[1:]
