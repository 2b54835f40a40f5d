"""Which names that go out are those of the demo's brand, or of the program itself."""

from dataclasses import replace

import pytest

from webcare_desk.casebook.made_up import made_up, made_up_in_pack, made_up_in_reports
from webcare_desk.paths import protocols_dir
from webcare_desk.protocol.library import load_pack
from webcare_desk.settings import SafetySettings

OWN = SafetySettings(sender="ACME.PV", receiver="ACMESAFETY", organisation="Acme B.V.")


@pytest.mark.parametrize("pack", ["varen", "nl", "be"])
def test_each_pack_that_ships_speaks_of_a_made_up_brand(pack: str) -> None:
    protocol = load_pack(protocols_dir(), pack).protocol
    assert protocol is not None
    assert made_up_in_pack(protocol) == ("Orvanta", "Ventora", "Calmira")
    own = replace(protocol, sponsor=(("nl", "Acme"), ("en", "Acme")), products=())
    assert made_up_in_pack(own) == ()
    assert made_up(own, OWN) == ()


def test_who_does_not_name_himself_files_in_the_names_of_the_program() -> None:
    usual = SafetySettings()
    assert made_up_in_reports(usual) == ("WEBCARE", "PV", "Webcare Desk")
    assert made_up_in_reports(replace(OWN, organisation=usual.organisation)) == ("Webcare Desk",)
    assert made_up_in_reports(OWN) == ()
