"""Whatever is read or run for one version of the protocol is never shown as another's."""

from collections.abc import Iterator
from threading import Event

import pytest

from tests.ui.rulebook.room import Desk, at
from webcare_desk.backtest import Progress, backtest
from webcare_desk.protocol.versions import drafts, save_text, text_of
from webcare_desk.ui.rulebook import testing
from webcare_desk.ui.rulebook.page import rule_anchor
from webcare_desk.ui.rulebook.window import COMPARE, EDIT, READ, TEST
from webcare_desk.ui.supervision.listing import Listing

__all__ = ["at"]

_OTHER = ("category: thanks\n    queue: other", "category: thanks\n    queue: question")
_SAID = ("queue: question", "queue: other")


@pytest.fixture
def go(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Let each backtest wait before its last page until this is set."""
    event = Event()

    def slow(*args: object, **options: object) -> Iterator[Progress]:
        for step in backtest(*args, **options):  # type: ignore[arg-type]  # as it is called
            yield step
            event.wait(15)

    monkeypatch.setattr(testing, "backtest", slow)
    yield event
    event.set()


def changed(at: Desk) -> None:
    """Choose a draft that means something else than the version in force."""
    at.draft()
    draft = drafts(at.app.folder)[0]
    for file in ("base/rules.yaml", "varen/rules.yaml"):
        save_text(draft, file, text_of(draft.root, file).replace(*_SAID).replace(*_OTHER))


def test_a_backtest_of_another_version_is_not_heard_any_more(at: Desk, go: Event) -> None:
    changed(at)
    tester = at.window.tester
    at.window.tabs.setCurrentIndex(TEST)
    tester.begin.click()
    at.until(lambda: "recipe" in told(tester.listing))
    at.window.version.setCurrentIndex(0)
    assert tester.said.text().startswith("Replays every comment")
    assert tester.begin.isEnabled(), "another run need not wait for it"
    go.set()
    tester.begin.click()
    at.until(lambda: not tester.is_running)
    assert tester.said.text().startswith("8 comments read")
    assert "recipe" not in told(tester.listing), "that differs in the draft alone"


def told(listing: Listing) -> str:
    return "\n".join(row.cells[-1].text for row in listing.rows.rows)


def test_nothing_on_the_desk_lets_a_draft_with_problems_be_put_in_force(at: Desk) -> None:
    at.draft()
    window = at.window
    at.edit("queue: ", "queeu: ")
    at.until(lambda: "cannot come into force" in window.editor.state.text())
    assert not window.put.isEnabled()
    window.refresh()  # as a new comment makes it
    at.until(lambda: not window._choosing.is_waiting)
    assert not window.put.isEnabled()
    at.edit("queeu: ", "queue: ")
    at.until(window.put.isEnabled)


def test_the_change_that_is_read_stays_chosen(at: Desk) -> None:
    changed(at)
    window, listing = at.window, at.window.comparer.listing
    window.tabs.setCurrentIndex(COMPARE)
    at.until(lambda: len(listing.rows.rows) > 1)
    listing.selectRow(1)
    rows = []
    listing.rows.modelReset.connect(lambda: rows.append(listing.rows.rowCount()))
    window.refresh()  # as a new comment makes it
    at.until(lambda: rows)
    assert min(rows) > 1
    assert listing.currentIndex().row() == 1
    window.version.setCurrentIndex(0)
    assert not listing.rows.rows, "another version begins with nothing"


def test_a_place_asked_for_beside_a_draft_is_shown_in_the_version_in_force(at: Desk) -> None:
    changed(at)
    window, reader = at.window, at.window.reader
    window.tabs.setCurrentIndex(READ)
    at.until(lambda: not window._paging.is_waiting)
    window.tabs.setCurrentIndex(EDIT)
    with at.qtbot.waitSignal(reader.text.document().contentsChanged):
        window.show_place(rule_anchor("information"))
    at.until(lambda: not window._paging.is_waiting)
    assert window.choice == window.choices[0]
    assert reader.text.textCursor().block().text() == "Request for information"
    place = reader.text.textCursor().position()
    window.show_place("top")
    at.until(lambda: reader.text.textCursor().position() < place)
