"""A certificate that runs out in a shift is told before anything is refused."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import HOUR
from tests.ui.test_conduct import banners
from tests.ui.walk import opened
from webcare_desk.actions import Certify, SetTrainingRules
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.training import COURSE
from webcare_desk.ui.clock import moment
from webcare_desk.ui.workplace import Workplace


def test_a_certificate_that_runs_out_in_a_shift_shuts_the_gate_with_nothing_in_the_log(
    workplace_of: Callable[..., Workplace], chief: Actor, moderator: Actor, qtbot: QtBot
) -> None:
    place, ahead = workplace_of(moderator), [0]
    clock = place.app.desk.clock
    desk = replace(place.app.desk, clock=lambda: clock() + ahead[0])
    until = clock() + HOUR
    desk.perform(SetTrainingRules(True, 80, 6, 100), chief)  # noqa: FBT003 - the gate
    desk.perform(Certify(moderator.moderator, COURSE, until), chief)
    with opened(replace(place, app=replace(place.app, desk=desk)), qtbot) as window:
        window.acts.open_comment(4)
        qtbot.waitUntil(lambda: window.comment.sheet is not None)
        reply = window.comment.composer.reply
        reply.edit.setPlainText("Dag Fatima, de folder over reuma staat op onze site.")
        qtbot.waitUntil(lambda: any(f"ends on {moment(until)}" in each for each in banners(window)))
        qtbot.waitUntil(reply.send.isEnabled)
        with pytest.MonkeyPatch.context() as deaf:  # nothing that the log brings is looked at
            deaf.setattr(window.conduct, "look", lambda: None)
            is_quiet: list[None] = []
            place.tasks.run(lambda: None, is_quiet.append)
            qtbot.waitUntil(lambda: is_quiet != [])
            ahead[0] = 2 * HOUR
            expired = f"expired on {moment(until)}"
            qtbot.waitUntil(lambda: any(expired in each for each in banners(window)))
            assert not any("ends on" in each for each in banners(window))
            assert not reply.send.isEnabled()
            assert expired in reply.reason.text()
        desk.perform(Certify(moderator.moderator, COURSE, until + 9000 * HOUR), chief)
        qtbot.waitUntil(reply.send.isEnabled)
        assert not any("certificate" in each for each in banners(window))
