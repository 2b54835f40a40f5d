"""What a request changes, in words that a second person can judge."""

from collections.abc import Iterable

import pytest

from tests.support.desks import Bench, arrival, take_in
from tests.support.erasable import CALM, approved, bring, erasure
from tests.support.signing import Signer
from webcare_desk.actions import Erase, RestoreBackup, SetRoles
from webcare_desk.actions.restored import restore_wanted
from webcare_desk.desk import Desk
from webcare_desk.domain.approval import (
    RequestKind,
    Wanted,
    code_drop,
    new_account,
    protocol_change,
    role_grant,
    wanted,
)
from webcare_desk.domain.audit import Name, digest
from webcare_desk.domain.erasure import Basis, Retention, erasure_of
from webcare_desk.domain.moderator import Moderator, Role
from webcare_desk.reports.asked import about, changes

BOTH = frozenset({Role.SENIOR, Role.SUPERVISOR})


def told(desk: Desk, what: Wanted, *, stands: bool = True, may_read: bool = True) -> list[str]:
    """Return the lines of a request."""
    return list(map(str, changes(desk.read, what, stands=stands, may_read=may_read)))


def person(desk: Desk, signer: Signer) -> Moderator:
    found = desk.read.moderator(signer.uid)
    assert found is not None
    return found


def test_of_each_role_it_says_whether_it_is_new(desk: Desk, crew: dict[str, Signer]) -> None:
    noor = person(desk, crew["noor"])
    grant = role_grant(noor, BOTH, active=True)
    begin = [f"Account: {noor.name} (noor)"]
    assert told(desk, grant) == [*begin, "+ senior (new)", "= supervisor (has it already)"]
    assert told(desk, grant, stands=False) == [*begin, "Role: senior", "Role: supervisor"]
    assert about(desk.read, grant, may_read=False) == noor.name
    other = role_grant(noor, frozenset({Role.AUDITOR}), active=False)
    assert told(desk, other)[1:] == [
        "+ auditor (new)",
        "− supervisor (taken away)",
        "The account is closed: its owner may not log in.",
    ]
    desk.perform(SetRoles(noor.id, noor.roles, active=False), crew["ada"].actor)
    opened = told(desk, role_grant(noor, noor.roles, active=True))
    assert opened[-1] == "+ The account is opened again: its owner may log in."


def test_a_new_account_and_a_lost_telephone_have_a_name(
    desk: Desk, crew: dict[str, Signer]
) -> None:
    kim = new_account("kim", "Kim Vos", frozenset({Role.MODERATOR}))
    assert told(desk, kim) == ["A new account: Kim Vos (kim)", "+ moderator (new)"]
    assert about(desk.read, kim, may_read=False) == "Kim Vos"
    noor = person(desk, crew["noor"])
    lost = "From then on the password alone logs in, without a code."
    assert told(desk, code_drop(noor)) == [f"Account: {noor.name} (noor)", lost]
    strange = wanted(RequestKind.CODE_DROP, Name("nobody"), {"codes": False})
    assert told(desk, strange) == [lost]
    assert about(desk.read, strange, may_read=False) == "nobody"


def test_an_erasure_says_whose_words_go_and_why(bench: Bench, crew: dict[str, Signer]) -> None:
    desk, comment = bench.desk, bring(bench.desk, crew["noor"])
    shown = desk.read.comment(comment)
    assert shown is not None
    why, count, quote = told(desk, erasure(comment))
    assert "Art. 17" in why
    assert count == "Comments that go for good: 1"
    for words in (f"Comment {comment} by {shown.author_name}", shown.text[:40]):
        assert words in quote
    assert about(desk.read, erasure(comment), may_read=True) == f"{shown.author_name} (comments: 1)"
    assert told(desk, erasure(comment), may_read=False) == [why, count]
    assert about(desk.read, erasure(comment), may_read=False) == "comments: 1"
    approved(desk, crew, erasure(comment))
    desk.perform(Erase(erasure(comment), Retention()), crew["dee"].actor)
    assert told(desk, erasure(comment))[2] == f"Comment {comment}: erased already"


def test_of_many_the_first_are_quoted(desk: Desk) -> None:
    every = take_in(desk, *(arrival(n, f"n{n} " * 40, said=CALM) for n in range(1, 24)))
    many = many_of(every)
    lines = told(desk, many)
    assert len(lines) == 2 + 20 + 1
    assert lines[2].endswith("…")
    assert lines[-1] == "… and 3 more"
    assert about(desk.read, many, may_read=True).endswith(" and others (comments: 23)")


def many_of(comments: Iterable[int]) -> Wanted:
    return erasure_of(Name("due/2026-03-03"), tuple(comments), Basis.RETENTION_OVER)


def test_a_protocol_says_which_rules_send_nothing_any_more(desk: Desk) -> None:
    at = 1_700_000_000_000_000
    change = protocol_change(Name("nl@2"), digest(b""), digest(b"1"), ["r-death"], at)
    protocol, rule, time = told(desk, change, stands=False)
    assert about(desk.read, change, may_read=False) == "nl@2 (e3b0c44298fc)"
    assert (protocol, rule) == (
        "Protocol: nl@2 (e3b0c44298fc)",
        "− Rule r-death: it sends nothing to PV any more",
    )
    assert "2023-11-14" in time
    fork = wanted(RequestKind.FORK, Name("log"), {"size": 7})
    assert told(desk, fork) == []


@pytest.mark.parametrize(
    ("lost", "said"),
    [(3, "− Later entries that are put aside: 3"), (None, "could not be read")],
)
def test_a_restore_says_from_when_the_desk_is_and_what_is_put_aside(
    desk: Desk, crew: dict[str, Signer], lost: int | None, said: str
) -> None:
    at = 1_700_000_000_000_000
    desk.perform(RestoreBackup(at, 12, digest(b""), lost, lost), crew["ada"].actor)
    what = restore_wanted(desk.read)
    goes_on, entries, aside, doubted, *blind = told(desk, what)
    assert "2023-11-14" in goes_on
    assert entries == "Entries of the log in the backup: 12"
    assert said in aside
    assert doubted.endswith(": 0")
    assert [each.endswith("as it was in the backup") for each in blind] == [True] * (lost is None)
    assert "2023-11-14" in about(desk.read, what, may_read=False)
