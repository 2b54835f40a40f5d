"""What a person is refused is said in Dutch in a Dutch window, each part of it as well."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import PASSWORD
from webcare_desk.actions import RecordFailedLogin
from webcare_desk.app import App
from webcare_desk.casebook.pv_list import ListColumns, _require
from webcare_desk.domain.alert import TRIES
from webcare_desk.domain.moderator import Actor, system_actor
from webcare_desk.domain.reason import Reason
from webcare_desk.errors import UsageError
from webcare_desk.said import Said
from webcare_desk.ui.language import speaking
from webcare_desk.ui.login import LoginDialog
from webcare_desk.ui.said import error_words, said_words
from webcare_desk.ui.tasks import Tasks


@pytest.fixture(autouse=True)
def dutch(qapp: QCoreApplication) -> Iterator[None]:
    """Speak Dutch."""
    with speaking(qapp, "nl"):
        yield


@pytest.fixture
def form(desk_app: App, moderator: Actor, qtbot: QtBot) -> Iterator[LoginDialog]:
    """Return the window in which a moderator enters."""
    del moderator
    tasks = Tasks(desk_app.desk, system_actor())
    made = LoginDialog(desk_app, tasks)
    qtbot.addWidget(made)
    made.show()
    yield made
    tasks.close()


def refused(form: LoginDialog, qtbot: QtBot, password: str) -> str:
    """Try to enter, and return what the window says of it."""
    form.login.setText("mo")
    form.password.setText(password)
    form.main.click()
    qtbot.waitUntil(lambda: not form.error.isHidden())
    return form.error.text()


def test_a_wrong_password_is_said_in_dutch(form: LoginDialog, qtbot: QtBot) -> None:
    said = refused(form, qtbot, "wrong wrong wrong")
    assert said == "De inlognaam of het wachtwoord klopt niet."


def test_how_long_an_account_waits_is_said_in_dutch(
    form: LoginDialog, desk_app: App, qtbot: QtBot
) -> None:
    for _ in range(TRIES):
        desk_app.desk.perform(RecordFailedLogin("mo"), system_actor())
    said = refused(form, qtbot, PASSWORD)
    assert said.startswith("Te veel foute pogingen: probeer het opnieuw over ")
    assert said.endswith(" seconden.")


def test_each_of_several_reasons_is_said_in_the_words_of_the_window() -> None:
    said = Said.each(", ", [Reason.SPAM, Reason.NO_PRODUCT, "x" * 500])
    assert said == f"spam, no-product, {'x' * 500}"
    first, second, last = said_words(said).split(", ")
    assert (first, second) == ("Spam", "Geen product van ons")
    assert len(last) < len("x" * 500)


def test_a_column_that_is_not_there_is_named_by_what_it_was_to_be() -> None:
    with pytest.raises(UsageError, match="There is not one column 'Nr' to be the number") as found:
        _require(ListColumns(number="Nr"), ["Number"])
    said = error_words(found.value)
    assert said == "Er is niet precies één kolom ‘Nr’ voor het nummer van PV."
