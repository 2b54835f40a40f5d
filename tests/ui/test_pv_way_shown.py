"""Whoever escalates reads to whom, and everybody that the way to PV was changed."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.test_conduct import banners
from webcare_desk import actions
from webcare_desk.actions.pv_way import new_way
from webcare_desk.app import App
from webcare_desk.casework import Decision
from webcare_desk.domain.audit import digest
from webcare_desk.domain.moderator import system_actor
from webcare_desk.rulebook import Change
from webcare_desk.settings import CourierKind, CourierSettings
from webcare_desk.ui.banners import Banners
from webcare_desk.ui.composer.deliveries import DeliveriesList
from webcare_desk.ui.elided import ElidedLabel
from webcare_desk.ui.escalation.dialog import EscalationDialog
from webcare_desk.ui.escalation.prefill import send
from webcare_desk.ui.main_window import MainWindow
from webcare_desk.ui.plain import PlainLabel
from webcare_desk.ui.workplace import Workplace

MAIL = "drugsafety@orvanta.example"


def send_to(app: App, address: str) -> None:
    """Let the settings name this address of PV."""
    courier = CourierSettings(CourierKind.SMTP, recipient=address)
    vars(app)["settings"] = replace(app.settings, courier=courier)


def set_way(app: App, *addresses: str) -> None:
    """Let the log know one way to PV after the other."""
    for address in addresses:
        keys = (("pv.kind", digest(b'"smtp"')), ("pv.recipient", digest(address.encode())))
        app.desk.perform(actions.RecordSettings(keys), system_actor())


@pytest.mark.requirement("E2")
def test_the_form_says_to_whom_it_goes(chief_place: Workplace, desk_app: App, qtbot: QtBot) -> None:
    for address, said in (("", "no way to PV is set up"), (MAIL, MAIL)):
        if address:
            send_to(desk_app, address)
        form = EscalationDialog(chief_place, 1)
        qtbot.addWidget(form)
        qtbot.waitUntil(form.send.isEnabled)
        assert form.receiver.text().endswith(f": {said}")
        assert form.receiver.text().startswith("PV of Orvanta")
        assert form.windowTitle() == "Orvanta · varen — Escalate to PV"


def test_the_row_of_a_packet_says_where_it_went_whatever_is_set_since(
    chief_place: Workplace, desk_app: App, qtbot: QtBot
) -> None:
    send(desk_app, 1, chief_place.actor, Decision())
    shown = DeliveriesList(chief_place)
    qtbot.addWidget(shown)
    (packet,) = desk_app.desk.read.deliveries_of(1)
    send_to(desk_app, MAIL)
    for delivery, said in ((packet, MAIL), (replace(packet, receipt="/pv/a"), "/pv/a")):
        shown.show_deliveries((delivery,), ())
        assert shown.findChildren(ElidedLabel)[-1].text() == said


@pytest.mark.requirement("E2")
def test_another_way_stands_at_the_top_until_a_supervisor_has_looked(
    window: MainWindow, desk_app: App, qtbot: QtBot
) -> None:
    set_way(desk_app, "pv@a.example", MAIL)
    send_to(desk_app, MAIL)

    def said() -> list[str]:
        return [each for each in banners(window) if "The way to PV was changed" in each]

    qtbot.waitUntil(lambda: any(MAIL in each for each in said()))
    seen = window.banners._named["way"].findChild(QPushButton)
    assert seen is not None
    seen.click()
    qtbot.waitUntil(lambda: not said())
    assert new_way(desk_app.desk.read) is None


def test_who_may_not_answer_for_pv_reads_it_and_has_no_button(desk_app: App, qtbot: QtBot) -> None:
    shown = Banners()
    qtbot.addWidget(shown)
    shown.say_new_way(None, is_new=True)
    shown.attend(desk_app, "en")
    assert shown._named["way"].findChild(QPushButton) is None


def test_another_pack_is_named_with_where_packets_go_by_the_same_file(
    desk_app: App, qtbot: QtBot
) -> None:
    shown = Banners()
    qtbot.addWidget(shown)
    send_to(desk_app, MAIL)
    other = Change(replace(desk_app.protocol, id="zb", version="1.0"))
    vars(desk_app)["in_force"] = replace(desk_app.in_force, waiting=other)
    shown.attend(desk_app, "en")
    (text,) = [
        each.text() for each in shown._named["waiting"].findChildren(PlainLabel) if each.text()
    ]
    assert "another pack, zb@1.0; varen stays in force" in text
    assert text.endswith(f"say already: {MAIL}.")
