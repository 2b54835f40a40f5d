"""What stands around the findings of a text, with findings and drugs as signs."""

from webcare_desk.screening import Screener
from webcare_desk.screening.order import around, ends, order_of


def order(screener: Screener, text: str) -> list[str]:
    look = screener.look(text)
    return order_of(look, look.tokens.words)


def test_a_finding_of_more_words_is_one_sign(screener: Screener) -> None:
    told = order(screener, "al weken pijn in mijn buik door die pillen, zegt mijn man")
    assert told.count("§adverse-event") >= 1
    assert "§" in told
    assert "§relative" in told
    assert "weken" in told


def test_another_complaint_leaves_the_same_order(screener: Screener) -> None:
    first = order(screener, "de hoofdpijn is weg sinds die pillen")
    assert first == order(screener, "de misselijkheid is weg sinds die pillen")


def test_a_text_without_findings_keeps_its_words(screener: Screener) -> None:
    assert order(screener, "taart op tafel") == ["taart", "op", "tafel"]
    assert list(around(["taart", "op", "tafel"])) == []


def test_what_stands_around_a_sign_is_told_once_for_each_distance() -> None:
    told = list(around(["een", "twee", "§", "drie", "vier"]))
    assert told == [
        "atwee §", "a§ drie", "aeen twee §", "a§ drie vier", "atwee § drie",
        "d§<<", "d§<een", "d§<twee", "d§>drie", "d§>vier", "d§>>",
    ]  # fmt: skip


def test_a_sign_alone_has_the_edges_beside_it() -> None:
    assert list(around(["§"])) == ["a< §", "a§ >", "a< § >", "d§<<", "d§>>"]


def test_the_ends_are_three_words_and_a_pair() -> None:
    assert ends([]) == []
    assert ends(["een"]) == ["eeen", "zeen", "eeen", "zeen"]
    assert ends(list("abcd")) == ["ea", "eb", "ec", "zb", "zc", "zd", "ea b", "zc d"]
