"""`protocol manual` from the terminal."""

from pathlib import Path

import pytest

from tests.cli.conftest import Console
from webcare_desk.paths import protocols_dir


@pytest.mark.parametrize(("form", "begins"), [("pdf", b"%PDF-"), ("html", b"<!doctype html>")])
def test_a_pack_becomes_a_document(
    console: Console, tmp_path: Path, form: str, begins: bytes
) -> None:
    out = tmp_path / f"manual.{form}"
    words = ("protocol", "manual", "be", "--language", "nl", "--format", form, "--out", str(out))
    assert f"{out}: be 1.0, " in console.good(*words)
    assert out.read_bytes().startswith(begins)
    first = out.read_bytes()
    assert "is there already" in console.refused(*words)
    out.unlink()
    console.good(*words)
    assert out.read_bytes() == first


def test_without_a_pack_it_is_the_protocol_in_force(console: Console, tmp_path: Path) -> None:
    out = tmp_path / "manual.html"
    shown = console.good("protocol", "manual", "--format", "html", "--out", str(out))
    assert "varen 1.0" in shown
    assert "Ventora" in out.read_text(encoding="utf-8")


def test_a_pack_with_problems_or_a_file_that_cannot_be_is_refused(
    console: Console, tmp_path: Path
) -> None:
    broken = tmp_path / "base"
    broken.mkdir()
    text = (protocols_dir() / "base" / "pack.yaml").read_text(encoding="utf-8")
    (broken / "pack.yaml").write_text(text, encoding="utf-8")
    out = str(tmp_path / "x.pdf")
    assert "has problems" in console.refused("protocol", "manual", str(broken), "--out", out)
    nowhere = str(tmp_path / "no" / "x.html")
    refused = console.refused("protocol", "manual", "be", "--format", "html", "--out", nowhere)
    assert "cannot be written" in refused
