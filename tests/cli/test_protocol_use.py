"""`protocol use`: packs with what only a screening tells are neither asked for nor taken over."""

import json
import shutil
from pathlib import Path

from tests.cli.conftest import OWN, PASSWORD, Console
from webcare_desk.protocol.versions import VERSIONS
from webcare_desk.rulebook import KEPT

TWICE = f"{PASSWORD}\n{PASSWORD}\n"


def spoil(packs: Path, concept: str = "thanks") -> None:
    """Let a crisis rule ask for another concept; nothing but running its examples tells."""
    file = packs / "base" / "rules.yaml"
    text = file.read_text(encoding="utf-8")
    assert "concept: [violence]" in text
    file.write_text(
        text.replace("concept: [violence]", f"concept: [{concept}]", 1), encoding="utf-8"
    )


def test_failing_examples_are_not_asked_for(console: Console, packs: Path) -> None:
    in_force = console.good("protocol", "status")
    spoil(packs)
    said = console.refused("protocol", "use", "--ask", "yearly", user="ada", stdin=TWICE)
    assert "A version with problems does not come into force" in said
    assert "base/rules.yaml:" in said
    assert "does not match on" in said
    assert in_force.splitlines()[0] in console.good("protocol", "status")
    assert console.good("approval", "list", user="ada").count("\n") == 1


def test_a_concept_that_nobody_knows_is_found_though_the_examples_still_match(
    console: Console, packs: Path
) -> None:
    spoil(packs, "violence, violense")
    expected = "there is no `violense`, the likest is `violence`"
    assert expected in console.refused(
        "protocol", "use", "--ask", "yearly", user="ada", stdin=TWICE
    )
    checked = console.run("protocol", "check", "varen", "--root", str(packs))
    assert (checked.code, checked.out.count("\n")) == (1, 1)
    assert expected in checked.out


def test_a_pack_that_cannot_be_read_is_said_to_have_problems(console: Console, packs: Path) -> None:
    (packs / "base" / "rules.yaml").write_text("rules: none\n", encoding="utf-8")
    said = console.refused("protocol", "use", user="ada")
    assert "base/plans.yaml:3: plans[0].id: use `ae-to-pv` in a rule" in said


def test_while_another_pack_waits_the_desk_works_by_the_one_in_force(
    console: Console, packs: Path
) -> None:
    settings = f'[desk]\nprotocols = "{packs}"\npack = "nl"\n'
    (console.folder / "desk.toml").write_text(settings, encoding="utf-8")
    console.good("comment", "escalate", "1", user="sanne")
    waits = console.good("protocol", "status")
    assert "In force: varen" in waits
    assert "Waiting for a second person: nl@" in waits
    console.good("protocol", "use", "--ask", "our market", user="ada", stdin=TWICE)
    console.good("approval", "approve", "1", user="noor", stdin=f"{OWN}\n{OWN}\n")
    assert "In force: nl" in console.good("protocol", "use", user="ada")


def test_without_a_copy_of_the_one_in_force_the_packs_that_are_set_can_be_approved(
    console: Console, packs: Path
) -> None:
    in_force = json.loads(console.good("protocol", "status", "--json"))["in_force"]["digest"]
    for name in (KEPT, VERSIONS):
        shutil.rmtree(console.folder / name)
    file = packs / "varen" / "pack.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("version:", "version: 7 #", 1), encoding="utf-8")
    said = console.good("protocol", "status")
    assert f"In force: {in_force}, of which no copy is kept." in said
    assert "Waiting for a second person: varen@7" in said
    shown = json.loads(console.good("protocol", "status", "--json"))
    assert shown["in_force"] == {"id": None, "digest": in_force}
    assert "`protocol use --ask WORDS`" in console.refused("protocol", "use", user="ada")
    assert "`protocol use --ask WORDS`" in console.refused("protocol", "rules")
    console.good("protocol", "use", "--ask", "the disk", user="ada", stdin=TWICE)
    waits = "Request 1 waits for a second person: `approval approve 1`."
    assert waits in console.good("protocol", "status")
    assert waits in console.refused("protocol", "use", user="ada")
    (asked,) = json.loads(console.good("protocol", "status", "--json"))["asked"]
    assert (asked["request"]["id"], asked["effective_at"], asked["obstacle"]) == (1, None, None)
    assert "the disk (No copy of the one in force is kept" in console.good(
        "approval", "list", user="ada"
    )
    said = console.good("approval", "approve", "1", user="noor", stdin=f"{OWN}\n{OWN}\n")
    assert "What it changes cannot be said" in said
    assert "In force: varen 7" in console.good("protocol", "use", user="ada")
