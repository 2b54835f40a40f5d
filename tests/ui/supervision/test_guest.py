"""Which screens of supervision an auditor saw stands in the log, and what it takes along."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.ui.reads import no_entries, read_by
from tests.ui.scene import Scene, scene
from webcare_desk.errors import StoreError
from webcare_desk.ui.audit.window import AuditWindow
from webcare_desk.ui.supervision.areas import Area
from webcare_desk.ui.supervision.periodic import write_periodic
from webcare_desk.ui.supervision.window import SupervisionWindow
from webcare_desk.ui.workplace import Workplace

__all__ = ["scene"]


@pytest.fixture
def guest(scene: Scene, workplace_of: Callable[..., Workplace]) -> Iterator[SupervisionWindow]:
    """Return the window of an auditor."""
    window = SupervisionWindow(workplace_of(scene.staff["audrey"]))
    scene.qtbot.addWidget(window)
    window.show()
    yield window
    window.close()


@pytest.mark.requirement("C1")
def test_each_screen_is_an_entry_before_it_is_seen(scene: Scene, guest: SupervisionWindow) -> None:
    audrey = scene.staff["audrey"]
    assert not guest.stack.isVisible()
    scene.waits(guest.stack.isVisible)
    for area in (Area.DEVIATIONS, Area.PEOPLE):
        guest.choose(area)
        assert not guest.stack.isVisible()
        scene.waits(guest.stack.isVisible)
    guest.close()
    guest.show()
    scene.waits(guest.stack.isVisible)
    names = ["audit", "deviations", "people", "people"]
    assert read_by(scene.app, audrey) == [(f"supervision-{name}", None) for name in names]
    scene.window.choose(Area.PEOPLE)
    assert scene.window.stack.isVisible()
    assert read_by(scene.app, scene.chief) == []


def test_a_search_of_the_log_is_an_entry_before_anything_is_found(
    scene: Scene, guest: SupervisionWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    audrey, audit = scene.staff["audrey"], guest.made[Area.AUDIT]
    assert isinstance(audit, AuditWindow)
    scene.waits(lambda: audit.model.rowCount() > 1)
    audit.filters.words.setText("hoofdpijn")
    scene.waits(lambda: len(read_by(scene.app, audrey)) == 2)
    scene.waits(lambda: {each.subject for each in audit.model.rows} == {1})
    monkeypatch.setattr(*no_entries())
    audit.filters.words.clear()
    scene.waits(audit.outcome.isVisible)
    assert {each.subject for each in audit.model.rows} == {1}


def test_a_screen_that_cannot_be_recorded_stays_hidden(
    scene: Scene, guest: SupervisionWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene.waits(guest.stack.isVisible)
    with monkeypatch.context() as patch:
        patch.setattr(*no_entries())
        guest.choose(Area.COVERAGE)
        scene.waits(guest.outcome.isVisible)
        assert "Nothing can be kept." in guest.outcome.text()
        assert not guest.stack.isVisible()
    guest.choose(Area.REVIEW)
    scene.waits(guest.stack.isVisible)


def test_a_periodic_review_leaves_with_its_entry_or_not_at_all(
    scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = scene.window._work
    write_periodic(work, 0, 2**52, str(tmp_path / "page.html"))
    assert read_by(scene.app, scene.chief) == [("review-periodic", None)]
    monkeypatch.setattr(*no_entries())
    with pytest.raises(StoreError, match="Nothing can be kept"):
        write_periodic(work, 0, 2**52, str(tmp_path / "other.html"))
    assert [each.name for each in tmp_path.glob("*.html")] == ["page.html"]
