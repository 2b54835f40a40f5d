"""What a row of the list says, to the eye and to a screen reader."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.inbox.test_narrow_rows import HOUR, ROW
from webcare_desk.app import App
from webcare_desk.domain.finding import Category, Tier
from webcare_desk.domain.inbox import Handover, InboxRow, Queue, Status
from webcare_desk.ui import theme
from webcare_desk.ui.inbox.delegate import InboxDelegate
from webcare_desk.ui.inbox.sentence import Names, sentence

CRISIS = replace(
    ROW, queue=Queue.CRISIS, category=Category.CRISIS, reply_due=HOUR, aware_due=23 * HOUR
)


def said(app: App, row: InboxRow, now: int) -> str:
    return sentence(row, now, Names(app.desk.read))


def test_a_late_reply_stays_late_in_words_once_the_clock_of_pv_runs(desk_app: App) -> None:
    words = said(desk_app, CRISIS, 2 * HOUR)
    late, report = words.index("reply due: 1 h 0 min late"), words.index("safety report due: 21 h")
    assert late < report, "the nearest is said first"
    assert "safety report" in said(desk_app, replace(CRISIS, reply_due=None), 0)
    other = said(desk_app, replace(CRISIS, aware_due=HOUR, reply_due=23 * HOUR), 0)
    assert other.index("safety report") < other.index("reply due")


def test_once_the_report_has_left_the_clock_is_called_that_of_the_answer(
    desk_app: App, qtbot: QtBot
) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    sent = replace(CRISIS, status=Status.ESCALATED, handover=Handover.DONE, awaits_answer=True)
    assert "PV's answer due: 23 h 0 min" in said(desk_app, sent, 0)
    assert "safety report" not in said(desk_app, sent, 0)
    chip = InboxDelegate(lambda: 0, lambda _: "JV", view)._chips_of(sent, theme.LIGHT)[0]
    assert chip.text == "PV answers · 23 h"


def test_the_strength_of_the_signal_is_said_where_it_is_shown(desk_app: App) -> None:
    assert "Strong signal" in said(desk_app, CRISIS, 0)
    assert "signal" not in said(desk_app, replace(CRISIS, tier=Tier.NONE), 0)


def test_what_is_closed_has_no_clock(desk_app: App) -> None:
    closed = replace(CRISIS, queue=Queue.DONE, status=Status.CLOSED)
    assert "due" not in said(desk_app, closed, 0)
    escalated = replace(closed, queue=Queue.WAITING, status=Status.ESCALATED)
    assert "reply due" in said(desk_app, escalated, 0)


def test_an_escalated_comment_shows_before_all_else_that_it_is_at_pv(qtbot: QtBot) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    delegate = InboxDelegate(lambda: 0, lambda _: "JV", view)
    chips = delegate._chips_of(replace(CRISIS, status=Status.ESCALATED), theme.LIGHT)
    assert [chip.text for chip in chips] == ["At PV · 23 h", "↩ 1 h 0 min"]
    alone = delegate._chips_of(CRISIS, theme.LIGHT)
    assert [chip.text for chip in alone] == ["PV · 23 h", "↩ 1 h 0 min"]
    assert [chip.is_solid for chip in alone] == [True, False]


@pytest.mark.parametrize(
    ("handover", "words", "colour"),
    [
        (Handover.ON_ITS_WAY, "On its way to PV", theme.LIGHT.accent),
        (Handover.FAILING, "Not at PV yet", theme.LIGHT.warning),
        (Handover.DONE, "At PV", theme.LIGHT.accent),
        (Handover.REFUSED, "PV refused it · mend", theme.LIGHT.danger),
    ],
)
def test_a_row_says_at_pv_only_of_what_has_left(
    handover: Handover, words: str, colour: str, desk_app: App, qtbot: QtBot
) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    delegate = InboxDelegate(lambda: 0, lambda _: "JV", view)
    row = replace(CRISIS, status=Status.ESCALATED, handover=handover)
    chip = delegate._chips_of(row, theme.LIGHT)[0]
    assert (chip.text, chip.colour) == (f"{words} · 23 h", colour)
    assert f"Escalated, {words}:" in said(desk_app, row, 0)


def test_a_later_version_of_what_pv_answered_has_its_place_and_clock(
    desk_app: App, qtbot: QtBot
) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    delegate = InboxDelegate(lambda: 0, lambda _: "JV", view)
    done = replace(CRISIS, queue=Queue.DONE, status=Status.ANSWERED, aware_due=None)
    late = replace(done, handover=Handover.FAILING, pv_due=23 * HOUR)
    chip = delegate._chips_of(late, theme.LIGHT)[0]
    assert (chip.text, chip.colour) == ("Not at PV yet · 23 h", theme.LIGHT.warning)
    assert "safety report due: 23 h" in said(desk_app, late, 0)
    assert "Not at PV yet" in said(desk_app, late, 0)
    assert "reply due" not in said(desk_app, late, 0)
    there = replace(done, handover=Handover.DONE)
    assert delegate._chips_of(there, theme.LIGHT)[0].text == "At PV"
    assert "PV" not in delegate._chips_of(done, theme.LIGHT)[0].text
