"""Which packs the commands of `protocol` mean, and that all of them judge a pack alike."""

import json
import re
import shutil
from pathlib import Path

from tests.cli.conftest import OWN, PASSWORD, Console
from webcare_desk import new_version
from webcare_desk.paths import protocols_dir

TWICE = f"{PASSWORD}\n{PASSWORD}\n"
NAMES_A_PRODUCT = """\
terms:
  - id: our-inhaler
    mark: event
    category: adverse-event
    phrases:
      nl: [ventora]
      en: [ventora]
"""


def test_check_window_and_proposal_find_the_same_problems(console: Console, packs: Path) -> None:
    (packs / "varen" / "lexicon.yaml").write_text(NAMES_A_PRODUCT, encoding="utf-8")
    checked = console.run("protocol", "check", "varen")
    assert checked.code == 1
    assert "they match `Ventora`, a product's name" in checked.out
    with console.opened() as app:
        shown = new_version.problems_of(app, packs)
    assert [str(each) for each in shown] == checked.out.splitlines()
    asked = ("protocol", "propose", str(packs / "varen"), "--ask", "our words")
    assert f"it has {len(shown)}." in console.refused(*asked, user="ada", stdin=TWICE)


def test_the_packs_of_the_desk_are_checked_and_shown_when_no_folder_is_named(
    console: Console, packs: Path
) -> None:
    own = packs / "varen"
    head = own / "pack.yaml"
    head.write_text(
        head.read_text(encoding="utf-8").replace("id: varen", "id: migra"), encoding="utf-8"
    )
    own.rename(packs / "migra")
    assert console.good("protocol", "check", "migra") == "No problems in migra.\n"
    settings = f'[desk]\nprotocols = "{packs}"\npack = "migra"\n'
    (console.folder / "desk.toml").write_text(settings, encoding="utf-8")
    assert "migra/templates.yaml" in console.good("protocol", "show", "thanks-back")
    (packs / "migra" / "products.yaml").write_text("products: none\n", encoding="utf-8")
    assert "migra/products.yaml:1" in console.run("protocol", "check").out


def test_a_desk_that_has_no_version_in_force_still_says_what_is_wrong(
    console: Console, packs: Path
) -> None:
    (packs / "varen" / "products.yaml").write_text("products: none\n", encoding="utf-8")
    for kept in ("protocol-in-force", "protocol-versions"):
        shutil.rmtree(console.folder / kept)
    assert "no earlier one is kept" in console.refused("protocol", "status")
    assert "varen/products.yaml:1" in console.run("protocol", "check").out


def test_another_pack_than_the_desks_own_is_not_proposed(console: Console) -> None:
    for pack in ("nl", str(protocols_dir() / "nl")):
        asked = ("protocol", "propose", pack, "--ask", "Dutch rules")
        said = console.refused(*asked, user="ada", stdin=TWICE)
        assert "name the pack varen, and this is nl" in said
        assert 'set `pack = "nl"`' in said


def test_the_folder_of_the_settings_is_named_once_it_no_longer_counts(
    console: Console, packs: Path
) -> None:
    own, head = packs / "varen", packs / "varen" / "pack.yaml"
    text = head.read_text(encoding="utf-8")

    def edit(version: str) -> None:
        head.write_text(re.sub(r"version: .*", f'version: "{version}"', text), encoding="utf-8")

    assert f"Its packs: {packs}." in console.good("protocol", "status")
    edit("8.8")
    asked = ("protocol", "propose", str(own), "--ask", "yearly")
    said = console.good(*asked, user="ada", stdin=TWICE)
    assert "Then give `protocol use` from that time on" in said
    twice = f"{OWN}\n" * 2
    console.good("approval", "approve", "1", user="noor", stdin=twice)
    assert "does not count" not in console.good("protocol", "use", user="ada")
    edit("9.9")
    left = f"The pack in {own} says something else and does not count"
    way = f"`protocol propose {own} --ask WORDS`"
    for said in (console.good("protocol", "status"), console.good("protocol", "use", user="ada")):
        assert left in said
        assert way in said
    ask = ("protocol", "use", "--ask", "9.9 please")
    assert f"Nothing was asked for. {left}" in console.refused(*ask, user="ada", stdin=TWICE)
    told = json.loads(console.good("protocol", "status", "--json"))
    assert told["passed_over"] == str(own)
    assert told["packs"].startswith(str(console.folder))
