"""Which names that go out are those of the demo's brand, or of the program itself."""

from dataclasses import replace
from pathlib import Path

import pytest

from webcare_desk.casebook.made_up import made_up, made_up_in_pack, made_up_in_reports
from webcare_desk.paths import protocols_dir
from webcare_desk.protocol.library import load_pack
from webcare_desk.settings import SafetySettings, Settings, read_settings

OWN = Settings(
    safety=SafetySettings(sender="ACME.PV", receiver="ACMESAFETY", organisation="Acme B.V.")
)


@pytest.mark.parametrize("pack", ["varen", "nl", "be"])
def test_each_pack_that_ships_speaks_of_a_made_up_brand(pack: str) -> None:
    protocol = load_pack(protocols_dir(), pack).protocol
    assert protocol is not None
    assert made_up_in_pack(protocol) == ("Orvanta", "Ventora", "Calmira")
    own = replace(protocol, sponsor=(("nl", "Acme"), ("en", "Acme")), products=())
    assert made_up_in_pack(own) == ()
    assert made_up(own, OWN) == ()


def test_a_real_brand_of_that_name_is_not_made_up() -> None:
    protocol = load_pack(protocols_dir(), "varen").protocol
    assert protocol is not None
    real, left = protocol.products
    own = replace(protocol, sponsor=(), products=(replace(real, substance="insulin"), left))
    assert made_up_in_pack(own) == ("Calmira",)


def test_who_does_not_name_himself_files_in_the_names_of_the_program(tmp_path: Path) -> None:
    shipped = {"sender": "WEBCARE", "receiver": "PV", "organisation": "Webcare Desk"}
    assert made_up_in_reports(Settings()) == shipped
    assert made_up_in_reports(OWN) == {}
    (tmp_path / "desk.toml").write_text('[safety]\nsender = "ACME"\nreceiver = "PV"\n')
    assert made_up_in_reports(read_settings(tmp_path)) == {"organisation": "Webcare Desk"}
