"""A number of PV's is put right in the terminal, and nothing else."""

from tests.cli.conftest import Console
from tests.cli.test_case_commands import OWN, signs, told

__all__ = ["signs", "told"]

SAID = ("case", "answer", "1", "--decision", "accepted", "--way", "phone", "--words", "gebeld")


def test_only_the_number_is_put_right(signs: Console) -> None:
    def tell(*more: str) -> str:
        return signs.good(*SAID, *more, user="noor", stdin=f"{OWN}\n{OWN}\n")

    early = signs.run(*SAID, "--reference", "PV-8", "--only-number", user="noor", stdin=f"{OWN}\n")
    assert "Only a number is put right where PV has decided" in early.err
    tell("--reference", "PV-7")
    tell("--reference", "PV-8", "--only-number")
    with signs.opened() as app:
        standing = app.desk.read.case_standing(1)
        (_, right) = app.desk.read.case_answers(1)
    assert standing is not None
    assert (standing.pv_reference, right.pv_reference) == ("PV-8", "PV-8")
