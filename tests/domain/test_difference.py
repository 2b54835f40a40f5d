"""What an edit changed is told in pieces that hold both wordings whole."""

from hypothesis import given
from hypothesis import strategies as st

from webcare_desk.domain.difference import Change, Piece, pieces, words_in


@given(st.text(), st.text())
def test_the_pieces_hold_both_wordings_whole(before: str, after: str) -> None:
    found = list(pieces(words_in(before), words_in(after)))
    told = {
        left: "".join(each.text for each in found if each.change is not left)
        for left in (Change.ADDED, Change.REMOVED)
    }
    assert told == {Change.ADDED: before, Change.REMOVED: after}


def test_a_word_is_never_cut_in_two() -> None:
    found = list(pieces(words_in("hoofdpijn, erg"), words_in("hoofd, erg")))
    assert found == [
        Piece(Change.REMOVED, "hoofdpijn"),
        Piece(Change.ADDED, "hoofd"),
        Piece(Change.KEPT, ", erg"),
    ]
