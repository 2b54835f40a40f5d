"""The sources in the window: an administrator adds one, tries it, changes it and takes it out."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.support.wordpress import PASSWORD as APPLICATION
from tests.support.wordpress import Site, wordpress
from tests.ui.conftest import account
from tests.ui.walk import guessing, nameless
from webcare_desk.app import App, make_desk, open_app
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.settings import FILE, SourceKind, SourceSettings
from webcare_desk.ui.language import translator
from webcare_desk.ui.sources.dialog import SourcesDialog
from webcare_desk.ui.sources.form import kind_word
from webcare_desk.ui.workplace import Workplace
from webcare_desk.vault.registered import own_name
from webcare_desk.vault.secret import MemorySecrets

MINE = "# of the team\n"


@pytest.fixture
def desk_app(tmp_path: Path) -> Iterator[App]:
    """Return a desk of somebody's own, which no demo is."""
    folder, secrets = tmp_path / "desk", MemorySecrets()
    make_desk(folder, secrets)
    (folder / FILE).write_text(MINE, encoding="utf-8")
    with contextlib.closing(open_app(folder, secrets)) as app:
        yield app


@pytest.fixture
def chief(desk_app: App) -> Actor:
    """Return the administrator."""
    return account(desk_app, "chief", "Ann Chief", Role.ADMINISTRATOR)


@pytest.fixture
def dialog(chief_place: Workplace, qtbot: QtBot) -> Iterator[SourcesDialog]:
    """Return the list of the sources, which is empty."""
    made = SourcesDialog(chief_place)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


@pytest.fixture
def site() -> Iterator[Site]:
    """Return a WordPress on loopback."""
    with wordpress() as site:
        yield site


def cells(dialog: SourcesDialog) -> list[list[str]]:
    """Return the words of the table."""
    rows, columns = range(dialog.table.rowCount()), range(dialog.table.columnCount())
    items = [[dialog.table.item(row, column) for column in columns] for row in rows]
    return [[item.text() for item in row if item is not None] for row in items]


def add(dialog: SourcesDialog, qtbot: QtBot, url: str, name: str = "blog") -> None:
    """Fill the form in and save."""
    form = dialog.add()
    form.name.setText(name)
    form.url.setText(url)
    form.user.setText("webcare")
    form.password.setText(APPLICATION)
    with qtbot.waitSignal(form.accepted):
        form.main.click()
    qtbot.waitUntil(lambda: name in [row[0] for row in cells(dialog)])


def test_a_source_is_added_tried_changed_and_taken_out(
    dialog: SourcesDialog, desk_app: App, site: Site, qtbot: QtBot
) -> None:
    own = own_name(desk_app.verifier, "source:blog")
    assert "add the first one" in dialog.note.text()
    assert not dialog.drop.isEnabled()
    add(dialog, qtbot, site.url)
    assert cells(dialog) == [["blog", "WordPress", site.url, "webcare", "not yet"]]
    assert APPLICATION not in (desk_app.folder / FILE).read_text(encoding="utf-8")

    dialog.trial.button.click()
    qtbot.waitUntil(lambda: "It works" in dialog.trial.said.text())
    assert "Thuis & Co" in dialog.trial.said.text()

    form = dialog.change()
    assert form is not None
    assert (form.password.text(), form.name.isEnabled()) == ("", False)
    form.url.setText(f"{site.url}/")
    with qtbot.waitSignal(form.accepted):
        form.main.click()
    qtbot.waitUntil(lambda: cells(dialog)[0][2] == f"{site.url}/")
    kept = desk_app.secrets.get(own)
    assert kept is not None
    assert kept.reveal() == APPLICATION

    box = dialog.remove()
    assert box is not None
    assert "Its comments stay on this desk." in box.informativeText()
    _press(box, "Remove")
    qtbot.waitUntil(lambda: not cells(dialog))
    assert desk_app.secrets.get(own) is None
    assert (desk_app.folder / FILE).read_text(encoding="utf-8").strip() == MINE.strip()
    recorded = [
        each
        for each in desk_app.desk.read.entries_after(-1, 99)
        if "source.blog.url" in each.detail
    ]
    assert [each.detail["source.blog.url"] for each in recorded] == ["added", "changed", "removed"]
    assert {each.role for each in recorded} == {Role.ADMINISTRATOR}


def _press(box: QMessageBox, text: str) -> None:
    next(each for each in box.findChildren(QPushButton) if each.text() == text).click()


def test_what_is_wrong_is_said_as_it_is_typed(
    dialog: SourcesDialog, site: Site, qtbot: QtBot
) -> None:
    add(dialog, qtbot, site.url)
    form = dialog.add()
    assert (form.error.isVisible(), form.main.isEnabled()) == (False, False)
    for name, sentence in (("A b", "must be a short name"), ("blog", "two sources are called")):
        form.name.setText(name)
        assert sentence in form.error.text()
        assert form.error.isVisible()
    form.name.setText("news")
    assert not form.error.isVisible()
    form.url.setText("http://news.example")
    assert "must begin with https://" in form.error.text()
    form.url.setText("https://news.example")
    assert (form.error.isVisible(), form.main.isEnabled()) == (False, False)
    form.password.setText("x")
    assert form.main.isEnabled()
    assert form.trial.button.isEnabled()
    form.reject()


def test_a_password_goes_to_its_own_address_alone_and_the_name_is_told(
    dialog: SourcesDialog, site: Site, qtbot: QtBot
) -> None:
    add(dialog, qtbot, site.url)
    form = dialog.change()
    assert form is not None
    assert form.main.isEnabled()
    form.url.setText("https://else.example")
    assert not form.main.isEnabled()
    assert not form.trial.button.isEnabled()
    assert "Type the password" in form.warning.text()
    qtbot.waitUntil(lambda: f"was read at {site.url}" in form.warning.text())
    assert "needs another name" in form.warning.text()
    form.password.setText("another")
    assert form.main.isEnabled()
    form.url.setText(site.url)
    qtbot.waitUntil(lambda: not form.warning.isVisible())
    form.reject()


def test_a_trial_says_what_does_not_work_and_saves_nothing(
    dialog: SourcesDialog, desk_app: App, site: Site, qtbot: QtBot
) -> None:
    form = dialog.add()
    for line, text in ((form.name, "blog"), (form.url, site.url), (form.user, "webcare")):
        line.setText(text)
    site.is_editor = False
    form.password.setText(APPLICATION)
    form.trial.button.click()
    qtbot.waitUntil(lambda: "may not moderate" in form.trial.said.text())
    form.password.setText("wrong")
    assert form.trial.said.text() == ""
    form.trial.button.click()
    qtbot.waitUntil(lambda: "refused the login" in form.trial.said.text())
    form.reject()
    assert (desk_app.folder / FILE).read_text(encoding="utf-8") == MINE
    assert desk_app.secrets.get(own_name(desk_app.verifier, "source:blog")) is None


def test_a_trial_is_stopped_and_ends_by_itself(dialog: SourcesDialog, qtbot: QtBot) -> None:
    with wordpress(is_open=False) as slow:
        add(dialog, qtbot, slow.url)
        dialog.trial.button.click()
        assert (dialog.trial.is_running, dialog.trial.button.text()) == (True, "Stop")
        qtbot.waitUntil(lambda: bool(slow.asked))
        dialog.trial.button.click()
        assert dialog.trial.said.text() == "The test was stopped."
        dialog.trial._late.setInterval(1)
        dialog.trial.button.click()
        qtbot.waitUntil(lambda: "no answer within" in dialog.trial.said.text())
        assert dialog.trial.button.text() == "Test"


def test_somebody_elses_change_of_the_file_is_not_written_over(
    dialog: SourcesDialog, desk_app: App, site: Site, qtbot: QtBot
) -> None:
    add(dialog, qtbot, site.url)
    path = desk_app.folder / FILE
    theirs = path.read_text(encoding="utf-8").replace("webcare", "theirs")
    path.write_text(theirs, encoding="utf-8")
    form = dialog.change()
    assert form is not None
    form.password.setText("another")
    form.main.click()
    qtbot.waitUntil(lambda: "something else of “blog”" in form.error.text())
    form.reject()
    assert path.read_text(encoding="utf-8") == theirs
    dialog.refresh()
    assert cells(dialog)[0][3:] == ["theirs", "within a minute"]
    path.write_text("[desk", encoding="utf-8")
    dialog.refresh()
    assert (cells(dialog), "desk.toml" in dialog.error.text()) == ([], True)


def test_the_list_and_the_form_are_plain_and_have_names(
    dialog: SourcesDialog, site: Site, qtbot: QtBot
) -> None:
    add(dialog, qtbot, site.url)
    form = dialog.add()
    for each in (dialog, form):
        assert (guessing(each), nameless(each)) == ([], [])
    form.reject()


def test_every_kind_of_source_has_a_word() -> None:
    assert len({kind_word(kind) for kind in SourceKind}) == len(SourceKind)


def test_who_may_not_configure_changes_nothing(
    workplace_of: Callable[..., Workplace], desk_app: App, moderator: Actor, qtbot: QtBot
) -> None:
    source = SourceSettings("blog", SourceKind.WORDPRESS, "https://blog.example")
    text = '[[source]]\nname = "blog"\nkind = "wordpress"\nurl = "https://blog.example"\n'
    (desk_app.folder / FILE).write_text(text, encoding="utf-8")
    made = SourcesDialog(workplace_of(moderator))
    qtbot.addWidget(made)
    assert made.chosen == source
    assert not any(button.isEnabled() for button in (made.more, made.other, made.drop))
    assert made.change() is None


def test_what_the_settings_refuse_is_said_in_dutch(dialog: SourcesDialog) -> None:
    dutch = translator("nl")
    QCoreApplication.installTranslator(dutch)
    try:
        form = dialog.add()
        form.name.setText("Blog")
        form.url.setText("http://news.example")
        form.main.click()
        assert form.error.text().endswith("een korte naam in kleine letters, zoals blog.")
        form.name.setText("blog")
        form.main.click()
        assert form.error.text().startswith("Het adres van news.example moet met https://")
    finally:
        QCoreApplication.removeTranslator(dutch)
