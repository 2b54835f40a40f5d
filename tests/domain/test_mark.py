"""A log continues from its mark, or it departs from it; there is nothing between."""

from hypothesis import given
from hypothesis import strategies as st

from tests.support.edges import edge_of
from webcare_desk.domain.audit import Edge
from webcare_desk.domain.epoch import Epoch
from webcare_desk.domain.mark import LogMark, departure

LEAVES = [str(number).encode() for number in range(80)]
SIZES = st.integers(0, 80)


@given(SIZES, SIZES)
def test_a_log_that_grew_continues_and_one_that_shrank_departs(one: int, two: int) -> None:
    mark, now = LogMark(edge_of(LEAVES[:one]), Epoch()), edge_of(LEAVES[:two])
    found = departure(mark, now, LEAVES[one:two])
    if two >= one:
        assert found is None
    else:
        assert f"its log has {two} entries, and the keyring remembers {one}" in (found or "")


@given(st.integers(1, 80), SIZES, st.data())
def test_a_log_that_was_rewritten_before_its_mark_departs(
    size: int, more: int, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, size - 1))
    after = [f"later {number}".encode() for number in range(more)]
    rewritten = [*LEAVES[:place], b"another", *LEAVES[place + 1 : size], *after]
    mark = LogMark(edge_of(LEAVES[:size]), Epoch())
    assert "was rewritten" in (departure(mark, edge_of(rewritten), after) or "")
    assert departure(mark, edge_of([*LEAVES[:size], *after]), after) is None


def test_the_twin_that_compares_sizes_alone_is_content_with_a_rewrite() -> None:
    mark, now = LogMark(edge_of(LEAVES[:9]), Epoch()), edge_of([b"x"] * 9)
    assert now.size >= mark.edge.size
    assert departure(mark, now, ()) is not None
    assert mark.root == edge_of(LEAVES[:9]).root().hex()
    assert departure(LogMark(Edge(), Epoch()), now, [b"x"] * 9) is None
