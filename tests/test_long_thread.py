"""Of a thread that is longer than what is sent the case says how long it was."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.support.passwords import CHEAP, WORDS
from webcare_desk import people
from webcare_desk.actions import Ingest
from webcare_desk.app import App, make_desk, open_app
from webcare_desk.domain.audit import Name
from webcare_desk.domain.comment import RemoteComment
from webcare_desk.domain.moderator import system_actor
from webcare_desk.domain.triage import Arrival
from webcare_desk.ui.escalation.original import Original
from webcare_desk.ui.escalation.prefill import Prefill, read_prefill
from webcare_desk.vault.secret import MemorySecrets, Secret

PASSWORD = Secret(WORDS)
TEXT = "Sinds ik Ventora gebruik ben ik misselijk"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    """Open a desk on which one thread has 202 posts and another one has one."""
    secrets = MemorySecrets()
    make_desk(tmp_path, secrets)
    with contextlib.closing(open_app(tmp_path, secrets)) as app:
        remotes = [
            RemoteComment(f"c{n}", f"t{n // 202}", None, f"a{n}", f"Anne {n}", TEXT, n * 1_000_000)
            for n in range(203)
        ]
        arrivals = tuple(Arrival(remote, app.triage(remotes[0])) for remote in remotes)
        app.desk.perform(Ingest(Name("village"), arrivals), system_actor())
        people.add_first_administrator(app.desk, "ada", "Ada Smit", PASSWORD, CHEAP)
        yield app


def said(prefill: Prefill, qtbot: QtBot) -> str:
    shown = Original(prefill, lambda _: None)
    qtbot.addWidget(shown)
    return "\n".join(label.text() for label in shown.findChildren(QLabel))


def test_the_case_and_the_form_say_that_a_thread_is_cut(app: App, qtbot: QtBot) -> None:
    ada = people.log_in(app.desk, "ada", PASSWORD)
    cut, whole = read_prefill(app, 150, ada), read_prefill(app, 203, ada)
    assert cut.case.snapshot.cut_at == (200, 202)
    assert whole.case.snapshot.cut_at is None
    assert "PV receives 200 of its 202 posts." in said(cut, qtbot)
    assert "PV receives" not in said(whole, qtbot)
