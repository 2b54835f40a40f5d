"""What is attached to PV's answer is kept byte for byte, and comes back so."""

import hashlib
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Console
from tests.cli.test_case_commands import OWN, signs, told
from webcare_desk.cli.case import evidence

__all__ = ["signs", "told"]


@pytest.mark.requirement("P21")
def test_what_is_attached_is_kept_whole_or_refused(
    signs: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan, out = tmp_path / "brief.pdf", tmp_path / "again.pdf"
    scan.write_bytes(b"%PDF-\x00\xff\xfe" * 9)
    words = ("--decision", "accepted", "--reference", "PV-1", "--way", "mail")
    given = ("case", "answer", "1", *words, "--evidence")
    for place, said in ((tmp_path / "none.pdf", "cannot be read"), (scan, "larger than")):
        with monkeypatch.context() as patch:
            patch.setattr(evidence, "LARGEST", 8)
            found = signs.run(*given, str(place), user="noor", stdin=f"{OWN}\n{OWN}\n")
        assert said in found.err
    bare = signs.run(*given[:-1], user="noor", stdin=f"{OWN}\n{OWN}\n")
    assert "Attach the mail" in bare.err
    signs.good(*given, str(scan), user="noor", stdin=f"{OWN}\n{OWN}\n")
    signs.good("case", "evidence", "1", "--out", str(out), user="noor", stdin=f"{OWN}\n")
    assert out.read_bytes() == scan.read_bytes()
    shown = signs.good("case", "show", "1", user="noor", stdin=f"{OWN}\n")
    assert shown.count("signed: Noor") == 1, "what is refused was not signed"
    listed = json.loads(signs.good("case", "show", "1", "--json", user="noor", stdin=f"{OWN}\n"))
    (answer,) = listed["answers"]
    assert (answer["id"], answer["meaning"], answer["pv_reference"]) == (1, "accepted", "PV-1")
    assert answer["signed"][0].startswith("Noor")
    assert answer["digest"] == hashlib.sha256(scan.read_bytes()).hexdigest()
    assert [(each["number"], each["kind"]) for each in listed["versions"]] == [(1, "initial")]
    assert (listed["case"]["comment"], listed["quality"]) == (1, [])
    assert listed["narrative"] in shown
    assert listed["parts"][0]["words"] in shown
    assert 0 < listed["clocks"]["vendor_hours"] < listed["clocks"]["serious"]
