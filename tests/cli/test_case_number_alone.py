"""A number of PV's is put right in the terminal, and nothing else."""

from tests.cli.conftest import HOUR, Console
from tests.cli.test_case_commands import OWN, signs, told
from webcare_desk.actions import ClaimDelivery, RecordDelivery
from webcare_desk.domain.case_version import AnswerMeaning
from webcare_desk.domain.moderator import system_actor

__all__ = ["signs", "told"]

SAID = ("case", "answer", "1", "--decision", "accepted", "--way", "phone", "--words", "gebeld")


def test_of_which_version_pv_speaks_is_asked_for_as_soon_as_two_have_left(signs: Console) -> None:
    for words in ("zij is opgenomen", None):
        with signs.opened() as app:
            case = app.desk.read.case_versions(1)[-1]
            found = app.desk.read.delivery(case.delivery or 0)
            assert found is not None
            app.desk.perform(ClaimDelivery(found.id, found.version, HOUR, "mail"), system_actor())
            app.desk.perform(RecordDelivery(found.id, "250 OK", found.version + 1), system_actor())
        if words is not None:
            signs.good("case", "follow-up", "1", "--words", words, user="sanne")
    told = ("--reference", "PV-7")
    unsaid = signs.run(*SAID, *told, user="noor", stdin=f"{OWN}\n{OWN}\n")
    assert "Say of which version of case 1 PV speaks: 1, 2." in unsaid.err
    signs.good(*SAID, *told, "--version", "1", user="noor", stdin=f"{OWN}\n{OWN}\n")
    with signs.opened() as app:
        answers = [each.answer for each in app.desk.read.case_versions(1)]
    assert answers == [AnswerMeaning.ACCEPTED, None]


def test_another_reason_without_words_is_refused_before_it_is_signed(signs: Console) -> None:
    words = ("--decision", "not-a-case", "--way", "phone", "--words", "Noor belde")
    other = ("--reason", "other")
    typed = f"{OWN}\n{OWN}\n"
    told = signs.refused("case", "answer", "1", *words, *other, user="noor", stdin=typed)
    assert "Say in words" in told
    with signs.opened() as app:
        assert app.desk.read.signatures() == []


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
