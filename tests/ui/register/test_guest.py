"""What a sponsor's auditor sees in the register is an entry before it stands there."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QDialog, QPlainTextEdit

from tests.support.passwords import CHEAP
from tests.ui.caseroom import Desk, desk
from tests.ui.conftest import PASSWORD
from tests.ui.reads import no_entries, read_by
from tests.ui.scene import OWN
from webcare_desk import people
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.register import Shown
from webcare_desk.ui.register.loose import LooseAnswers
from webcare_desk.ui.register.window import RegisterWindow
from webcare_desk.ui.workplace import Workplace
from webcare_desk.vault.secret import Secret

__all__ = ["desk"]

Register = tuple[Desk, Actor]


@pytest.fixture
def register(desk: Desk, workplace_of: Callable[..., Workplace]) -> Iterator[Register]:
    """Return an auditor's register over two cases, and who looks."""
    chief = people.log_in(desk.app.desk, "chief", Secret(OWN), Role.ADMINISTRATOR)
    roles, first = frozenset({Role.AUDITOR}), Secret(PASSWORD)
    people.add_moderator(desk.app.desk, "vera", "Vera Audit", roles, first, chief, CHEAP)
    vera = people.log_in(desk.app.desk, "vera", first, Role.AUDITOR)
    window = RegisterWindow(workplace_of(vera))
    desk.qtbot.addWidget(window)
    window.show()
    desk.qtbot.waitUntil(lambda: window.model.rowCount() == 2)
    yield Desk(window, desk.app, desk.qtbot, desk.cases), vera
    window.close()


def comment_of(desk: Desk, case: int) -> int:
    """Return the comment of a case."""
    found = desk.app.desk.read.escalation(case)
    assert found is not None
    return found.comment


@pytest.mark.requirement("C1")
def test_each_case_that_is_chosen_and_each_packet_is_an_entry_about_its_comment(
    register: Register,
) -> None:
    desk, vera = register
    newest, oldest = comment_of(desk, desk.cases[1]), comment_of(desk, desk.cases[0])
    desk.choose(desk.cases[1])
    assert read_by(desk.app, vera) == [("case", newest)]
    desk.window.bar.press("packet")
    dialog = desk.dialog(QDialog)
    assert "hoofdpijn" in dialog.findChildren(QPlainTextEdit)[0].toPlainText()
    assert read_by(desk.app, vera)[1:] == [("packet", newest)]
    dialog.reject()
    desk.window.detail.show_texts(())
    desk.choose(desk.cases[0])
    assert read_by(desk.app, vera)[2:] == [("case", oldest)]
    desk.window.detail.show_texts(())
    desk.choose(desk.cases[1])
    assert read_by(desk.app, vera)[3:] == [("case", newest)]


def test_a_case_that_is_told_anew_because_it_changed_is_no_second_entry(
    register: Register,
) -> None:
    desk, vera = register
    desk.choose(desk.cases[1])
    desk.leave(desk.cases[1])
    desk.qtbot.waitUntil(lambda: "sent" in desk.window.detail.texts[0].toPlainText())
    assert len(read_by(desk.app, vera)) == 1


def test_another_filter_a_search_and_the_lists_are_entries(register: Register) -> None:
    desk, vera = register
    window, waits = desk.window, desk.qtbot.waitUntil
    desk.choose(desk.cases[1])
    window.shown.setCurrentIndex(window.shown.findData(Shown.ALL))
    waits(lambda: ("register", None) in read_by(desk.app, vera))
    window.words.setText("Noor")
    waits(lambda: window.model.rowCount() == 1)
    assert [what for what, _ in read_by(desk.app, vera)].count("register") == 2
    window.reconcile()
    waits(lambda: window.lists is not None and window.lists.isVisible())
    assert ("supervision-reconciliation", None) in read_by(desk.app, vera)
    loose = window.findChildren(LooseAnswers)[0]
    loose.click()
    waits(lambda: ("answers", None) in read_by(desk.app, vera))
    waits(lambda: any(each.isVisible() for each in window.findChildren(QDialog)))
    next(each for each in window.findChildren(QDialog) if each.isVisible()).close()


def test_what_cannot_be_recorded_is_not_shown(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, vera = register
    window = desk.window
    desk.choose(desk.cases[1])
    with monkeypatch.context() as patch:
        patch.setattr(*no_entries())
        place = window.model.place_of(desk.cases[0])
        assert place is not None
        window.table.selectRow(place)
        desk.qtbot.waitUntil(window.outcome.isVisible)
        assert not any(each.toPlainText() for each in window.detail.texts)
        window.outcome.hide()
        window.bar.press("packet")
        desk.qtbot.waitUntil(window.outcome.isVisible)
        assert window.dialog is None
    desk.choose(desk.cases[1])
    assert [what for what, _ in read_by(desk.app, vera)] == ["case", "case"]


def test_a_colleague_who_reads_here_makes_no_entry(desk: Desk, chief: Actor) -> None:
    desk.choose(desk.cases[1])
    desk.window.bar.press("packet")
    desk.dialog(QDialog).reject()
    assert read_by(desk.app, chief) == []
