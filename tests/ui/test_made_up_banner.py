"""A banner says in which made-up names a desk of real work speaks and files."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from webcare_desk.app import App
from webcare_desk.settings import SafetySettings
from webcare_desk.ui.banners import Banners
from webcare_desk.ui.plain import PlainLabel


def test_made_up_names_are_said_as_long_as_they_go_out(
    desk_app: App, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    banners = Banners()
    qtbot.addWidget(banners)

    def said() -> list[str]:
        labels = banners.findChildren(PlainLabel)
        return [each.text() for each in labels if each.text().startswith("Made-up names")]

    banners.attend(desk_app, "en")
    assert said() == []  # the demo is made up, and says so
    monkeypatch.setattr(App, "is_demo", property(lambda _: False))
    banners.attend(desk_app, "en")
    assert "Orvanta, Ventora, Calmira, WEBCARE, PV, Webcare Desk" in said()[0]
    banners.attend(replace(desk_app, read_only="It is a copy."), "en")
    qtbot.waitUntil(lambda: said() == [])  # nothing goes out from there
    banners.attend(desk_app, "en")
    own = SafetySettings(sender="ACME", receiver="ACMEPV", organisation="Acme B.V.")
    app = replace(desk_app, settings=replace(desk_app.settings, safety=own))
    protocol = replace(desk_app.in_force.protocol, sponsor=(("nl", "Acme"),), products=())
    vars(app)["in_force"] = replace(desk_app.in_force, protocol=protocol)
    banners.attend(app, "en")
    qtbot.waitUntil(lambda: said() == [])
