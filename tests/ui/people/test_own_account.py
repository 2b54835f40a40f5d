"""One's own account in the window: another password, codes, and the picture of a key."""

import base64

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import PASSWORD
from tests.ui.walk import guessing, nameless
from webcare_desk import people
from webcare_desk.errors import UsageError
from webcare_desk.ui.people.own import CodeDialog, DropCodeDialog, OwnPasswordDialog, OwnTab
from webcare_desk.ui.people.qr import modules
from webcare_desk.ui.workplace import Workplace
from webcare_desk.vault import totp
from webcare_desk.vault.secret import Secret


def failed(form: OwnPasswordDialog | CodeDialog | DropCodeDialog, qtbot: QtBot) -> str:
    """Press the main button and return what is wrong."""
    form.error.hide()
    form.main.click()
    qtbot.waitUntil(lambda: not form.error.isHidden())
    return form.error.text()


def test_one_sets_ones_own_password_with_the_present_one(
    workplace: Workplace, qtbot: QtBot
) -> None:
    tab = OwnTab(workplace)
    qtbot.addWidget(tab)
    tab.show()
    form = tab.renew()
    assert guessing(form) == nameless(form) == []
    form.password.setText("another sentence altogether")
    assert "not the same" in failed(form, qtbot)
    form.again.setText("another sentence altogether")
    form.present.setText("wrong wrong wrong")
    assert "wrong" in failed(form, qtbot)
    form.present.setText(PASSWORD)
    with qtbot.waitSignal(form.accepted):
        form.main.click()
    new = Secret("another sentence altogether")
    assert people.log_in(workplace.app.desk, "mo", new).moderator == workplace.actor.moderator


def test_codes_are_enrolled_with_the_first_one_and_dropped_again(
    workplace: Workplace, qtbot: QtBot
) -> None:
    tab = OwnTab(workplace)
    qtbot.addWidget(tab)
    tab.show()
    assert guessing(tab) == nameless(tab) == []
    form = tab.enrol()
    assert guessing(form) == nameless(form) == []
    assert not form.grab().isNull()
    form.present.setText(PASSWORD)
    form.code.setText("000")
    assert "code is wrong" in failed(form, qtbot)
    now = totp.step_at(workplace.app.desk.clock())
    form.code.setText(totp.code(base64.b32decode(form.key.reveal()), now))
    with qtbot.waitSignal(form.accepted):
        form.main.click()
    qtbot.waitUntil(tab.drop.isVisible)
    assert "six digits" in tab.state.text()
    key = base64.b32decode(form.key.reveal())
    tab.drop.click()
    (asked,) = tab.findChildren(DropCodeDialog)
    assert guessing(asked) == nameless(asked) == []
    asked.code.setText(totp.code(key, now + 1))
    asked.present.setText("wrong wrong wrong")
    assert "wrong" in failed(asked, qtbot)
    asked.present.setText(PASSWORD)
    asked.code.setText(totp.code(key, now))
    assert "code" in failed(asked, qtbot), "the one that enrolled it"
    assert not tab.code.isVisible()
    asked.code.setText(totp.code(key, now + 1))
    with qtbot.waitSignal(asked.accepted):
        asked.main.click()
    qtbot.waitUntil(tab.code.isVisible)
    assert tab.outcome.text() == "Saved."


def test_nobody_at_an_open_window_binds_the_account_to_a_telephone(
    workplace: Workplace, qtbot: QtBot
) -> None:
    tab = OwnTab(workplace)
    qtbot.addWidget(tab)
    form = tab.enrol()
    step = totp.step_at(workplace.app.desk.clock())
    form.code.setText(totp.code(base64.b32decode(form.key.reveal()), step))
    for typed in ("", "wrong wrong wrong"):
        form.present.setText(typed)
        assert "password is wrong" in failed(form, qtbot)
    account = workplace.app.desk.read.account("mo")
    assert account is not None
    assert (account.failures, account.code_step) == (2, None)


#: What a reader looks for in three corners of a code.
FINDER = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"]


@pytest.mark.parametrize(("length", "side"), [(17, 21), (60, 33), (111, 41), (150, 45), (230, 53)])
def test_a_code_is_as_large_as_its_text_needs_and_has_what_readers_look_for(
    length: int, side: int
) -> None:
    rows = ["".join(".#"[cell] for cell in row) for row in modules(("abcdefghij" * 30)[:length])]
    assert {len(row) for row in rows} == {len(rows)} == {side}
    assert [row[:7] for row in rows[:7]] == [row[-7:] for row in rows[:7]] == FINDER
    assert [row[:7] for row in rows[-7:]] == FINDER
    assert rows[6][7:-7] == "." + "#." * ((side - 15) // 2)


def test_another_text_is_another_code() -> None:
    assert modules("otpauth://one") != modules("otpauth://two")


def test_a_text_that_is_too_long_for_a_code_is_refused() -> None:
    with pytest.raises(UsageError, match="too long"):
        modules("x" * 231)
