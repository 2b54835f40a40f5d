"""What the program writes may hold patients' words: it is for this account alone."""

import os

import pytest

from tests.cli.conftest import PASSWORD, Console

INIT = ("init", "--login", "ada", "--name", "Ada Smit")


@pytest.mark.skipif(os.name == "nt", reason="there the folder says who reads it")
def test_other_accounts_read_nothing_and_an_open_folder_is_named(nowhere: Console) -> None:
    nowhere.folder.mkdir()
    nowhere.folder.chmod(0o755)
    log = nowhere.folder / "log.csv"
    before = os.umask(0o022)
    try:
        said = nowhere.good(*INIT, stdin=f"{PASSWORD}\n")
        export = ("audit", "export", "--format", "csv", "--out", str(log))
        nowhere.good(*export, user="ada")
    finally:
        os.umask(before)
    assert f"Other accounts of this machine can read {nowhere.folder}." in said
    assert f"`chmod 700 {nowhere.folder}`" in said
    files = [each for each in nowhere.folder.rglob("*") if each.is_file()]
    assert {"desk.db", "log.csv", "desk.toml"} <= {file.name for file in files}
    assert [file for file in files if file.stat().st_mode & 0o077] == []


def test_of_a_folder_that_init_makes_nothing_is_said(nowhere: Console) -> None:
    assert "Other accounts" not in nowhere.good(*INIT, stdin=f"{PASSWORD}\n")
