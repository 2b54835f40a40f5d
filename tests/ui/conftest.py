"""A small desk for the window's tests: hand-made comments, two accounts, a real store."""

import gc
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.passwords import CHEAP, WORDS
from tests.ui.patience import PatientBot
from tests.ui.showing import show
from tests.ui.walk import opened
from webcare_desk import actions, people
from webcare_desk.app import App, make_desk, open_app
from webcare_desk.domain.audit import Name
from webcare_desk.domain.comment import RemoteComment
from webcare_desk.domain.moderator import Actor, Role, system_actor
from webcare_desk.domain.triage import Arrival
from webcare_desk.ui.comment.pane import CommentPane
from webcare_desk.ui.composer.composer import Composer
from webcare_desk.ui.feed import Feed
from webcare_desk.ui.main_window import MainWindow
from webcare_desk.ui.tasks import Tasks
from webcare_desk.ui.workplace import Workplace
from webcare_desk.vault.secret import MemorySecrets, Secret

HOUR = 3_600_000_000
PASSWORD = WORDS

#: What the comments say, the first one is number 1; `>` answers the one before.
TEXTS = (
    ("Jan de V.", "Sinds ik Ventora slik heb ik elke dag hoofdpijn en ben ik misselijk."),
    (">Els B.", "Ik ook!"),
    ("Tom & Co", "Thank you for the lovely recipe, it made my week 😊"),
    ("Fatima", "Waar kan ik de folder over reuma downloaden?"),
    ("anoniem", "Ik wil niet meer leven."),
    ("Pieter", "De pen van Ventora is lek, hij was al kapot toen ik de doos opende."),
    ("Mia", "The sun was out all day in Utrecht, with my sister."),
    ("Kees", "Wanneer is de volgende bijeenkomst?"),
)


def remote(number: int, author: str, text: str, parent: str | None = None) -> RemoteComment:
    """Return a comment as the platform `community` would give it."""
    return RemoteComment(
        remote_id=f"c{number}",
        thread="t1",
        parent=parent,
        author_id=f"a-{author}",
        author_name=author,
        text=text,
        posted_at=1_700_000_000_000_000 + number * HOUR,
        link=f"https://community.example/c{number}",
        thread_title="Hoe gaat het met jullie?",
    )


def ingest(app: App, *comments: RemoteComment) -> tuple[int, ...]:
    """Bring comments onto the desk the way a poll does, and return their ids."""
    arrivals = tuple(Arrival(comment, app.triage(comment)) for comment in comments)
    return app.desk.perform(actions.Ingest(Name("community"), arrivals), system_actor()).added


def account(app: App, login: str, name: str, role: Role) -> Actor:
    """Make an account and return who acts in a session of it; the first one is free."""
    first = actions.AddFirstAdministrator(login, name, _record(), frozenset(Role) - {Role.SYSTEM})
    if not app.desk.read.moderators():
        app.desk.perform(first, system_actor())
    else:
        chief = people.log_in(app.desk, "chief", Secret(PASSWORD), Role.ADMINISTRATOR)
        people.add_moderator(
            app.desk, login, name, frozenset({role}), Secret(PASSWORD), chief, CHEAP
        )
    return people.log_in(app.desk, login, Secret(PASSWORD), role)


def _record() -> str:
    from webcare_desk.vault.passwords import hash_password  # loads Argon2

    return hash_password(Secret(PASSWORD), CHEAP)


@dataclass(frozen=True)
class Stock:
    """A desk with TEXTS on it that every test copies, and what takes a second to load."""

    folder: Path
    secrets: MemorySecrets
    loaded: Mapping[str, object]

    def copy(self, folder: Path) -> App:
        """Open a copy of the desk in `folder`."""
        shutil.copytree(self.folder, folder)
        own = MemorySecrets()  # a copy of a desk hands over to a key of its own
        own._kept.update(self.secrets._kept)
        app = open_app(folder, own)
        vars(app).update(self.loaded)  # what the cached properties would make
        return app


@pytest.fixture
def qtbot(request: pytest.FixtureRequest) -> QtBot:
    """Return a hand that has patience with a slow machine; `_style` makes the application."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def _nothing_stays_open(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a window open: it would stand in the way of the tests after it."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    for widget in left:
        widget.hide()
    assert not left, [widget.windowTitle() for widget in left]


@pytest.fixture(autouse=True, scope="session")
def _style(qapp: QApplication) -> None:
    """Draw as the program does; once, for Qt dresses every widget anew each time."""
    qapp.setStyle("Fusion")


@pytest.fixture(autouse=True)
def _windows_outlive_their_paint() -> Iterator[None]:
    """Collect garbage between tests alone.

    A test's window may hang on a cycle only, and a collection that begins
    within its `paintEvent` would free what Qt is painting on.
    """
    gc.disable()
    yield
    gc.enable()
    gc.collect(1)  # what the test made is all young: nothing was collected since


@pytest.fixture(scope="session")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Stock:
    """Return the desk that the tests copy."""
    secrets, folder = MemorySecrets(), tmp_path_factory.mktemp("stock") / "desk"
    make_desk(folder, secrets, is_demo=True)
    app = open_app(folder, secrets)
    batch = []
    for number, (author, text) in enumerate(TEXTS, start=1):
        parent = f"c{number - 1}" if author.startswith(">") else None
        batch.append(remote(number, author.removeprefix(">"), text, parent))
    app.put_protocol_in_force()  # as `init` does; a window would, beside what a test does
    ingest(app, *batch)
    loaded = {"in_force": app.in_force, "triage": app.triage}
    app.close()
    return Stock(folder, secrets, loaded)


@pytest.fixture
def desk_app(tmp_path: Path, stock: Stock) -> Iterator[App]:
    """Return a desk with TEXTS on it."""
    app = stock.copy(tmp_path / "desk")
    yield app
    app.close()


@pytest.fixture
def chief(desk_app: App) -> Actor:
    """Return the first account, in the role of a supervisor; it has every role."""
    return account(desk_app, "chief", "Ann Chief", Role.SUPERVISOR)


@pytest.fixture
def moderator(desk_app: App, chief: Actor) -> Actor:
    """Return a plain moderator."""
    del chief
    return account(desk_app, "mo", "Mo Derator", Role.MODERATOR)


@dataclass(frozen=True)
class Places:
    """Makes workplaces and closes them."""

    app: App
    opened: list[Workplace]

    def __call__(self, actor: Actor, language: str = "en") -> Workplace:
        """Return a workplace of `actor`."""
        tasks = Tasks(self.app.desk, actor)
        place = Workplace(self.app, actor, tasks, Feed(self.app.desk, tasks), language)
        self.opened.append(place)
        return place


@pytest.fixture
def workplace_of(desk_app: App, qtbot: QtBot) -> Iterator[Callable[..., Workplace]]:
    """Return a function from an actor (and a language) to a workplace."""
    del qtbot
    places = Places(desk_app, [])
    yield places
    for place in places.opened:
        place.feed.stop()
        place.tasks.close()


@pytest.fixture
def workplace(workplace_of: Callable[..., Workplace], moderator: Actor) -> Workplace:
    """Return a moderator's workplace in English."""
    return workplace_of(moderator)


@pytest.fixture
def chief_place(workplace_of: Callable[..., Workplace], chief: Actor) -> Workplace:
    """Return a supervisor's workplace in English."""
    return workplace_of(chief)


@pytest.fixture
def pane(chief_place: Workplace, qtbot: QtBot) -> CommentPane:
    """Return a supervisor's pane on comment 1."""
    pane = CommentPane(chief_place)
    qtbot.addWidget(pane)
    pane.resize(620, 820)
    pane.show()
    show(pane, qtbot, 1)
    return pane


@pytest.fixture
def composer(pane: CommentPane) -> Composer:
    """Return the composer of the pane."""
    return pane.composer


@pytest.fixture
def window(chief_place: Workplace, qtbot: QtBot) -> Iterator[MainWindow]:
    """Return a supervisor's window on the queue Safety."""
    with opened(chief_place, qtbot) as made:
        yield made
