"""The next version of a case: nothing that is typed in its form is lost on the way to PV."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from tests.ui.caseroom import Desk, desk
from tests.ui.conftest import ingest, remote
from webcare_desk import casework
from webcare_desk.casebook.reading import batch_of
from webcare_desk.casebook.versions import News, follow_up
from webcare_desk.domain.case_parts import Added, Part, Removed
from webcare_desk.domain.case_version import VersionKind
from webcare_desk.domain.intake import Ask
from webcare_desk.pv.e2b.parts import listed
from webcare_desk.ui.plain import PlainLabel
from webcare_desk.ui.register.news import NewsDialog

__all__ = ["desk"]


def test_an_age_that_no_report_can_hold_is_asked_again(desk: Desk) -> None:
    case, read = desk.cases[0], desk.app.desk.read
    desk.leave(case)
    desk.choose(case)
    desk.window.model.renew(frozenset({_comment(desk, case)}))
    desk.qtbot.waitUntil(desk.window.bar.buttons["follow"].isEnabled)
    desk.key(Qt.Key.Key_F)
    news = desk.dialog(NewsDialog)
    assert isinstance(news, NewsDialog)
    news.words.setPlainText("Zij schreef weer.")
    news.elements[Ask.AGE].setText("begin dertig")
    news.main.click()
    assert "“begin dertig”" in news.error.text()
    assert news.isVisible()
    desk.qtbot.waitUntil(news.elements[Ask.AGE].hasFocus)
    news.elements[Ask.AGE].setText("31")
    news.main.click()
    desk.qtbot.waitUntil(lambda: len(read.case_versions(case)) == 2)
    assert "'31'" in repr(batch_of(read, case))


def test_a_part_goes_only_from_the_version_that_the_form_shows(desk: Desk) -> None:
    """Somebody adds and takes away parts while the form is open: it says so, and is read again."""
    case, app, work = desk.cases[0], desk.app, desk.window._work
    desk.leave(case)
    added = tuple(Added(Part.REACTION, words) for words in ("jeuk", "koorts"))
    follow_up(app.desk, case, work.actor, News("en jeuk", edits=added))
    desk.leave(case)
    news = NewsDialog(work, case, "NL-1", VersionKind.FOLLOW_UP, desk.window)
    news.show()
    desk.qtbot.waitUntil(lambda: len(news.parts.kept) > 1)
    words = [each.words for each in news.parts.kept if each.part is Part.REACTION]
    first = Removed(Part.REACTION, 1)
    follow_up(app.desk, case, work.actor, News("geen hoofdpijn", edits=(first,)))
    desk.leave(case)
    box_of(news, "jeuk").setChecked(False)
    news.words.setPlainText("Geen jeuk.")
    news.main.click()
    desk.qtbot.waitUntil(lambda: "Somebody has made another version" in news.error.text())
    desk.qtbot.waitUntil(lambda: words[0] not in [each.words for each in news.parts.kept])
    assert not box_of(news, "jeuk").isChecked()
    assert box_of(news, "koorts").isChecked()
    news.main.click()
    desk.qtbot.waitUntil(lambda: len(app.desk.read.case_versions(case)) == 4)
    parts = listed(batch_of(app.desk.read, case))
    left = [each.words for each in parts if each.part is Part.REACTION]
    assert left == [each for each in words[1:] if each != "jeuk"]


def box_of(news: NewsDialog, words: str) -> QCheckBox:
    """Return the tick of a part."""
    return next(box for part, box in news.parts.kept.items() if part.words == words)


def _comment(desk: Desk, case: int) -> int:
    found = desk.app.desk.read.case_standing(case)
    assert found is not None
    return found.comment


def test_new_words_of_the_author_are_said_and_came_when_they_were_first_read(desk: Desk) -> None:
    case, read = desk.cases[0], desk.app.desk.read
    desk.leave(case)
    ingest(desk.app, remote(70, "Noor", "Opgenomen met leverfalen, na Ventora"))
    work = desk.window._work
    casework.view(desk.app.desk, desk.app.protocol, _comment(desk, case), work.actor)
    looked = read.entries_after(read.log_size() - 2, 1)[0].at
    news = NewsDialog(work, case, "NL-1", VersionKind.FOLLOW_UP, desk.window)
    desk.qtbot.addWidget(news)
    desk.qtbot.waitUntil(
        lambda: any("reworded since" in each.text() for each in news.findChildren(PlainLabel))
    )
    assert news.received.dateTime().toSecsSinceEpoch() == looked // 1_000_000
    news.words.setPlainText("De reactie is gewijzigd.")
    news.submit()
    desk.qtbot.waitUntil(lambda: len(read.case_versions(case)) == 2)
    assert read.case_versions(case)[-1].received_at == looked
