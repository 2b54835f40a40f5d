"""The next version of a case: nothing that is typed in its form is lost on the way to PV."""

from PySide6.QtCore import Qt

from tests.ui.caseroom import Desk, desk
from webcare_desk.casebook.reading import batch_of
from webcare_desk.domain.intake import Ask
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


def _comment(desk: Desk, case: int) -> int:
    found = desk.app.desk.read.case_standing(case)
    assert found is not None
    return found.comment
