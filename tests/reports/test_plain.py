"""Text from outside on a page: every character visible, none of it markup."""

from hypothesis import given
from hypothesis import strategies as st

from webcare_desk.reports.plain import escaped, marked, visible


@given(st.text())
def test_nothing_of_a_text_is_markup(text: str) -> None:
    assert not set('<>"') & set(escaped(text))


def test_what_nobody_sees_and_what_turns_the_direction_is_spelled_out() -> None:
    shown = visible("a\u202eb\u200bc\x07d\ufeff\u2028")
    assert shown == "a[U+202E]b[U+200B]c[U+0007]d[U+FEFF][U+2028]"


def test_a_sign_made_of_several_stays_one() -> None:
    family = "👨\u200d👩\u200d👧 ❤\ufe0f"
    assert visible(family) == family


def test_a_new_wording_marks_what_went_and_what_came() -> None:
    assert marked("Ik heb hoofdpijn", "Ik heb zware hoofdpijn") == (
        "Ik heb <ins>zware </ins>hoofdpijn"
    )
    assert marked("gisteren", "<b>nu</b>") == (
        "<del>gisteren</del><ins>&lt;b&gt;nu&lt;/b&gt;</ins>"
    )


@given(st.text(max_size=80), st.text(max_size=80))
def test_both_wordings_can_be_read_from_the_marks(old: str, new: str) -> None:
    whole = marked(old, new)
    assert whole.replace("<ins>", "").replace("</ins>", "").count("<") == 2 * whole.count("<del>")


def test_very_long_wordings_are_shown_whole_and_at_once() -> None:
    old, new = "a b " * 1000, "b a " * 1000
    assert marked(old, new) == f"<del>{old}</del> <ins>{new}</ins>"
