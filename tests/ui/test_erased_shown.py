"""A comment that was erased says so, wherever its words would stand."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.support.passwords import CHEAP
from tests.ui.comment.test_pane import made, shown
from tests.ui.conftest import account
from tests.ui.inbox.test_narrow_rows import ROW
from tests.ui.scene import OWN
from webcare_desk import actions, erasing, people, signing_off
from webcare_desk.app import App
from webcare_desk.domain.approval import Wanted
from webcare_desk.domain.audit import Name
from webcare_desk.domain.erasure import Basis, Retention, erasure_of
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.moderator import Actor, Role
from webcare_desk.domain.reason import Reason
from webcare_desk.ui.comment.post import Post
from webcare_desk.ui.inbox.sentence import Names, sentence
from webcare_desk.ui.protocol.pane import ProtocolPane
from webcare_desk.ui.timeline.pane import TimelinePane
from webcare_desk.ui.workplace import Workplace
from webcare_desk.vault.secret import Secret

_GONE = 7  # a comment of the stock in which nothing was found


def signer(app: App, login: str, name: str, role: Role) -> Actor:
    actor = account(app, login, name, role)
    people.set_password(app.desk, actor.moderator, Secret(OWN), actor, CHEAP)
    return actor


def asked(app: App, wanted: Wanted, by: Actor) -> int:
    what = (wanted.record, wanted.document, wanted.asking)
    signed = signing_off.sign(app.desk, by, Secret(OWN), *what, login="dee")
    return app.desk.perform(actions.Ask(wanted, "", signed.id), by)


@pytest.fixture
def place(chief_place: Workplace) -> Workplace:
    """Erase a comment: Dee asks, Sam approves; a supervisor looks."""
    app, chief = chief_place.app, chief_place.actor
    app.desk.perform(actions.Close(_GONE, Reason.SPAM), chief)
    dee = signer(app, "dee", "Dee Data", Role.DATA_PROTECTION)
    sam = signer(app, "sam", "Sam Second", Role.SUPERVISOR)
    request = asked(app, erasure_of(Name(f"comment/{_GONE}"), [_GONE], Basis.OBJECTION), dee)
    signing_off.approve(app.desk, sam, Secret(OWN), request, login="sam")
    erasing.erase(app.desk, dee, request, app.folder, Retention())
    return chief_place


def test_in_place_of_the_words_stands_who_erased_them(place: Workplace, qtbot: QtBot) -> None:
    pane = made(place, qtbot)
    subject = shown(pane, qtbot, _GONE)
    words = subject.body.toPlainText()
    assert words.startswith("These words were erased on ")
    assert "(request 1: Dee Data asked, Sam Second approved); the log still holds." in words
    assert pane.header.author.text() == "Erased"
    assert "Dutch" not in pane.header.about.text(), "in which language it was, nobody can say"
    for each in (pane.header.category, pane.header.tier, pane.header.escalate, pane.header.claim):
        assert each.isHidden()
    assert "were erased" in pane.composer.reply.reason.text()
    shown(pane, qtbot, 8)
    assert not pane.header.category.isHidden()
    assert not pane.header.claim.isHidden()


def test_the_protocol_asks_for_nothing(place: Workplace, qtbot: QtBot) -> None:
    pane = ProtocolPane(place)
    qtbot.addWidget(pane)
    pane.show()
    pane.show_comment(_GONE)
    qtbot.waitUntil(lambda: pane.outline is not None)
    assert pane._headline.text() == "Erased"
    assert pane.clocks.isHidden()
    assert pane._why.count() == 1, "a heading alone"
    assert pane._templates.count() == 1
    pane.show_comment(1)
    qtbot.waitUntil(lambda: pane._headline.text() != "Erased")
    assert not pane.clocks.isHidden()
    assert pane._why.count() > 1


def test_the_timeline_tells_of_the_erasure(place: Workplace, qtbot: QtBot) -> None:
    pane = TimelinePane(place)
    qtbot.addWidget(pane)
    pane.show_comment(_GONE)
    qtbot.waitUntil(lambda: pane.list.count() > 0)
    lines = [pane.list.item(row).text() for row in range(pane.list.count())]
    assert lines[0].endswith("Dee Data erased personal data")
    pane.show_comment(1)
    qtbot.waitUntil(lambda: pane.list.count() != len(lines))
    assert not any("erased" in pane.list.item(row).text() for row in range(pane.list.count()))


def test_the_row_and_the_post_of_a_thread_say_it(place: Workplace, qtbot: QtBot) -> None:
    desk = place.app.desk
    rows = {row.comment: row for row in desk.read.page(Queue.DONE, None, 50, desk.clock())}
    assert sentence(rows[_GONE], desk.clock(), Names(desk.read)).endswith(": (erased)")
    assert not sentence(replace(ROW, preview=""), 0, Names(desk.read)).endswith("(erased)")
    gone, here = desk.read.comment(_GONE), desk.read.comment(1)
    assert gone is not None
    assert here is not None
    for comment, words in ((gone, "(erased)"), (here, here.text)):
        post = Post(comment, desk.clock(), lambda _: None)
        qtbot.addWidget(post)
        assert post.body.toPlainText() == words
