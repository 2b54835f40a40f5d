"""What sends for the desk, or takes PV's answers in, is started only by who works with them."""

import pytest

from tests.cli.conftest import PASSWORD, Console
from tests.support.passwords import CHEAP
from webcare_desk import people
from webcare_desk.domain.moderator import Right, Role, rights_of
from webcare_desk.vault.secret import Secret

_COMMANDS: dict[tuple[str, ...], Right] = {
    ("outbox", "send"): Right.ESCALATE,
    ("pv", "fetch"): Right.ACKNOWLEDGE,
    ("source", "poll"): Right.CLASSIFY,
}
_GUESTS = (Role.ADMINISTRATOR, Role.AUDITOR, Role.DATA_PROTECTION)


@pytest.mark.parametrize("role", _GUESTS)
@pytest.mark.parametrize("words", _COMMANDS)
def test_who_does_not_work_with_them_is_refused_in_a_sentence(
    console: Console, role: Role, words: tuple[str, ...]
) -> None:
    with console.opened() as app:
        ada = people.log_in(app.desk, "ada", Secret(PASSWORD), Role.ADMINISTRATOR)
        login, password = "guest", Secret(PASSWORD)
        people.add_moderator(app.desk, login, "A guest", frozenset({role}), password, ada, CHEAP)
        people.log_out(app.desk, ada)
    console.good("comment", "escalate", "1", user="sanne")
    (console.folder / "desk.toml").write_text('[pv]\nkind = "folder"\n', encoding="utf-8")
    said = console.refused(*words, user="guest")
    assert f"The role {role.value} may not do this: it lacks the right “" in said
    assert _COMMANDS[words].value in said
    assert not (console.folder / "packets").exists()


def test_a_moderator_takes_no_answer_of_pv_in(console: Console) -> None:
    said = console.refused("pv", "fetch", user="sanne")
    assert "The role moderator may not do this: it lacks the right “acknowledge”." in said
    assert said.strip().endswith("These roles have it: pv-officer, supervisor.")


def test_whoever_works_on_comments_lets_them_leave() -> None:
    workers = {role for role in Role if Right.ESCALATE in rights_of(role)}
    assert workers == {Role.MODERATOR, Role.SENIOR, Role.PV_OFFICER, Role.SUPERVISOR}
    assert {role for role in Role if Right.CLASSIFY in rights_of(role)} == workers
    assert workers.isdisjoint(_GUESTS)
