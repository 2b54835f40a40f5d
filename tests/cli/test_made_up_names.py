"""A desk of real work does not speak or file in the names of the demo without saying so."""

import json
import shutil

from tests.cli.conftest import PASSWORD, Console
from webcare_desk.paths import protocols_dir

NAMED = 'sender = "ACME"\nreceiver = "ACMEPV"\norganisation = "Acme B.V."\n'
SAID = "Made-up names go out from this desk: Orvanta, Ventora, Calmira, WEBCARE, PV, Webcare Desk."


def names_lack(console: Console) -> str:
    """Return what `doctor` says of the names, or nothing where they are fine."""
    found = json.loads(console.run("doctor", "--json").out)
    (each,) = (each for each in found if each["name"] == "names")
    return "" if each["is_fine"] else str(each["said"])


def test_doctor_says_in_whose_names_a_desk_works_and_where_to_put_others(
    console: Console, nowhere: Console, live: Console
) -> None:
    lack, file = names_lack(console), console.folder / "desk.toml"
    assert "The pack varen speaks of Orvanta, Ventora, Calmira, which are made up" in lack
    assert "carry WEBCARE, PV, Webcare Desk: set `sender`, `receiver`, `organisation` of" in lack
    assert f"of [safety] in {file}." in lack
    file.write_text('[safety]\nsender = "ACME"\nreceiver = "PV"\n', encoding="utf-8")
    assert "Reports to PV carry Webcare Desk: set `organisation` of" in names_lack(console)
    file.write_text(f"[safety]\n{NAMED}", encoding="utf-8")
    assert "Reports to PV" not in names_lack(console)
    assert names_lack(nowhere) == names_lack(live) == ""


def test_init_says_what_is_made_up_and_nothing_where_nothing_is(nowhere: Console) -> None:
    words = ("init", "--login", "ada", "--name", "Ada Smit")
    packs = shutil.copytree(protocols_dir(), nowhere.folder.parent / "packs")
    head, products = packs / "varen/pack.yaml", packs / "varen/products.yaml"
    own = head.read_text(encoding="utf-8").replace("Orvanta", "Acme")
    head.write_text(own, encoding="utf-8")
    own = products.read_text(encoding="utf-8")
    own = own.replace("brand: Ventora", "brand: Vim").replace("brand: Calmira", "brand: Calm")
    products.write_text(own.replace("[ventora", "[vim, ventora"), encoding="utf-8")
    nowhere.folder.mkdir()
    file = nowhere.folder / "desk.toml"
    file.write_text(f'[desk]\nprotocols = "{packs}"\n[safety]\n{NAMED}', encoding="utf-8")
    assert "ade-up" not in nowhere.good(*words, stdin=f"{PASSWORD}\n")
    assert names_lack(nowhere) == ""
    shutil.rmtree(nowhere.folder)
    assert SAID in nowhere.good(*words, stdin=f"{PASSWORD}\n")


def test_who_sends_in_made_up_names_is_told(console: Console) -> None:
    assert SAID in console.good("comment", "escalate", "1", user="sanne")
    reply = ("comment", "reply", "4", "--text", "De routes staan bovenaan de pagina.")
    assert SAID in console.run(*reply, user="sanne").out
    told = f'[pv]\nkind = "folder"\nfolder = "packets"\n[safety]\n{NAMED}'
    (console.folder / "desk.toml").write_text(told, encoding="utf-8")
    sent = console.run("outbox", "send", user="sanne")
    assert SAID.replace(", WEBCARE, PV, Webcare Desk", "") in sent.out
    assert SAID not in console.run("outbox", "send", user="sanne").out
