"""OQ: every function passes as it is, and each check fails once what it looks at is broken."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from tests import traceability
from webcare_desk import desk as desks
from webcare_desk import erasing, people, signing_off, tries
from webcare_desk.actions import entering
from webcare_desk.demo import journey as journeys
from webcare_desk.demo.stage import Stage
from webcare_desk.domain.inbox import Queue
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.triage import Triage
from webcare_desk.errors import StoreError
from webcare_desk.inspection import verify_copy
from webcare_desk.qualification import operation, proof, returning, work
from webcare_desk.qualification.check import Asked, Check, tried
from webcare_desk.qualification.ground import Given, Ground, bring, packet
from webcare_desk.store.sqlite.replay import Replayed
from webcare_desk.store.sqlite.verify import Verdict

T = TypeVar("T")
Break = Callable[[Ground, pytest.MonkeyPatch], None]
_NOTHING: dict[str, str] = {}
_CASE = re.compile(rb'<id [^>]*root="2\.16\.840\.1\.113883\.3\.989\.2\.1\.3\.1"[^>]*/>')


def always(value: T) -> Callable[..., T]:
    """Return what gives the same, whatever it is asked."""
    return lambda *_words, **_named: value


def probe_of(name: str) -> Asked[Ground]:
    return next(each for each in operation._FUNCTIONS if each.probe.__name__ == name)


@pytest.mark.requirement("E1")
def test_every_function_passes_with_what_was_expected_and_found(checks: dict[str, Check]) -> None:
    assert [f"{each.id}: {each.found}" for each in checks.values() if not each.passed] == []
    assert list(checks) == [f"OQ-{number:02}" for number in range(1, 27)]
    assert all(each.expected and each.found and each.what for each in checks.values())


def test_every_requirement_of_a_check_is_a_row_of_the_table(checks: dict[str, Check]) -> None:
    named = {name for each in checks.values() for name in each.requirements}
    assert named <= set(traceability.rows()[0])
    assert {"A7", "A9", "B1", "B2", "C1", "D2", "P11", "P18"} <= named


def triage_blind(ground: Ground, patch: pytest.MonkeyPatch) -> None:
    blind(ground, patch, lambda said: replace(said, queue=Queue.OTHER))


def spans_gone(ground: Ground, patch: pytest.MonkeyPatch) -> None:
    blind(ground, patch, lambda said: replace(said, screening=replace(said.screening, findings=())))


def all_are_crises(ground: Ground, patch: pytest.MonkeyPatch) -> None:
    blind(ground, patch, lambda said: replace(said, queue=Queue.CRISIS))


def blind(ground: Ground, patch: pytest.MonkeyPatch, change: Callable[[Triage], Triage]) -> None:
    """Let the triage of the stage say something else."""
    real = ground.stage.app.triage
    patch.setitem(vars(ground.stage.app), "triage", lambda comment: change(real(comment)))


def report_without_its_number(ground: Ground, patch: pytest.MonkeyPatch) -> None:
    files = packet(ground.stage)
    cut = _CASE.sub(b"", files["e2b-r3.xml"])
    assert cut != files["e2b-r3.xml"]
    patch.setattr(work, "packet", always({**files, "e2b-r3.xml": cut}))


def report_with_more(ground: Ground, patch: pytest.MonkeyPatch) -> None:
    files = packet(ground.stage)
    more = files["e2b-r3.xml"].replace(b"</investigationEvent>", b"<x/></investigationEvent>", 1)
    patch.setattr(work, "packet", always({**files, "e2b-r3.xml": more}))


def no_packet(ground: Ground, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(type(ground.stage.mailbox), "mails", always(()))


def original_changed(ground: Ground, patch: pytest.MonkeyPatch) -> None:
    files = packet(ground.stage)
    changed = files["original.json"].replace(b"a", b"b", 1)
    patch.setattr(work, "packet", always({**files, "original.json": changed}))


def every_right(_: Ground, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(desks, "rights_of", always(frozenset(Right)))


def nobody_waits(_: Ground, patch: pytest.MonkeyPatch) -> None:
    for place in (tries, entering):
        patch.setattr(place, "refuse_locked", always(None))


def any_password(ground: Ground, patch: pytest.MonkeyPatch) -> None:
    nobody_waits(ground, patch)
    patch.setattr(people, "verify_password", always(value=True))


def every_signature_holds(_: Ground, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(signing_off, "verify_signature", always(None))


def no_signature_holds(_: Ground, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(signing_off, "verify_signature", always("it was changed"))


def without_guards(ground: Ground, patch: pytest.MonkeyPatch) -> None:
    bare = ground.stage.app.folder / "bare.db"
    with closing(sqlite3.connect(bare)) as db:
        db.execute("CREATE TABLE entry(at)")
    patch.setattr(proof, "_DATABASE", bare.name)


def whatever_is_copied_holds(_: Ground, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(proof, "verify_copy", always(Verdict(1, "")))


def the_entry_is_not_named(ground: Ground, patch: pytest.MonkeyPatch) -> None:
    real = verify_copy

    def vague(copy: Path, key: str) -> Verdict:
        return replace(real(copy, key), at_entry=None)

    assert ground
    patch.setattr(proof, "verify_copy", vague)


def verifier_says_yes(_: Ground, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(proof, "_judged", always((0, "IT HOLDS")))


def nothing_is_erased(_: Ground, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(erasing, "erase", always(erasing.Erased(0, (), erasing.Backups(0, ()))))


def nothing_is_put_back(_: Ground, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(returning, "restore", always(None))


def nothing_is_held(_: Ground, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(returning, "is_held", always(value=False))


def the_backup_is_damaged(_: Ground, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(returning, "flaw_of", always("page 3 is torn"))


def the_log_is_broken(_: Ground, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(proof, "verify_log", always(Verdict(1, "", "entry 1 was changed")))


def the_replay_differs(_: Ground, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(proof, "replay_log", always(Replayed(1, 1, ("comment 1 differs",))))


TWINS: tuple[tuple[str, Break, str], ...] = (
    ("flags_reports", triage_blind, "went to the queue other"),
    ("flags_reports", spans_gone, "is not underlined"),
    ("flags_crises", triage_blind, "a crisis went to other"),
    ("flags_crises", all_are_crises, "a walk is called a crisis"),
    ("packet_is_valid", report_without_its_number, "is missing"),
    ("packet_is_valid", report_with_more, "not of the model"),
    ("packet_is_valid", no_packet, "No packet came to PV"),
    ("packet_has_original", original_changed, "and the packet names"),
    ("denies", every_right, "an administrator wrote a note"),
    ("delays", nobody_waits, "nobody has to wait"),
    ("delays", any_password, "a wrong password let somebody in"),
    ("signs", every_signature_holds, "holds under another record"),
    ("signs", no_signature_holds, "the signature does not hold"),
    ("refuses_sql", without_guards, "the database let this pass: UPDATE entry"),
    ("finds_a_changed_byte", whatever_is_copied_holds, "the log is said to hold"),
    ("finds_a_changed_byte", the_entry_is_not_named, "no entry is named"),
    ("package_proves_itself", verifier_says_yes, "and the verifier says it holds"),
    ("erases", nothing_is_erased, "the words still stand in desk.db"),
    ("comes_back", nothing_is_put_back, "the desk was not put back"),
    ("comes_back", nothing_is_held, "before anybody confirmed it"),
    ("comes_back", the_backup_is_damaged, "page 3 is torn"),
    ("log_holds", the_log_is_broken, "entry 1 was changed"),
    ("replay_is_equal", the_replay_differs, "comment 1 differs"),
)


@pytest.mark.requirement("E1")
@pytest.mark.parametrize(("probe", "broken", "said"), TWINS)
def test_a_check_fails_once_what_it_looks_at_is_broken(  # noqa: PLR0913, PLR0917 - the fixtures and the case
    ground: Ground,
    checks: dict[str, Check],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    probe: str,
    broken: Break,
    said: str,
) -> None:
    asked = probe_of(probe)
    assert checks[asked.id].passed
    broken(ground, monkeypatch)
    found = tried(asked, replace(ground, place=tmp_path))
    assert not found.passed
    assert said in found.found


def test_a_protocol_with_problems_and_a_message_that_the_schemas_refuse_fail(
    ground: Ground, checks: dict[str, Check], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert checks
    given = Given(lambda: ("varen 2.0", ("rules.yaml:3: no such queue",)), schemas=tmp_path)
    other = replace(ground, given=given)
    assert tried(probe_of("protocol_holds"), other).found.endswith("no such queue")
    assert "There is no usable schema" in tried(probe_of("packet_is_valid"), other).found
    monkeypatch.setattr(work, "schema_problems", always(("7: not valid",)))
    assert tried(probe_of("packet_is_valid"), other).found == "7: not valid"
    monkeypatch.setattr(work, "schema_problems", always(()))
    assert tried(probe_of("packet_is_valid"), other).passed


def test_every_check_can_fail_here() -> None:
    broken = {probe for probe, _, _ in TWINS} | {"protocol_holds"}
    assert broken == {each.probe.__name__ for each in operation._FUNCTIONS}


@pytest.mark.requirement("E1")
def test_a_step_that_fails_is_told_and_none_after_it_is_called_passed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(journeys, "verify_log", always(Verdict(1, "", "entry 1 was changed")))
    with Stage(undo_seconds=0) as stage:
        *well, verified, replayed = operation.walk(stage)
    assert all(each.passed for each in well)
    assert (verified.passed, replayed.passed) == (False, False)
    assert "entry 1 was changed" in verified.found
    assert replayed.found == "Not reached: an earlier step failed."


def test_without_a_desk_for_it_every_check_fails_and_says_why(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def no_room(*_: object) -> None:
        msg = "There is no room."
        raise StoreError(msg)

    monkeypatch.setattr(Stage, "__enter__", no_room)
    found = operation.check_operation(Given(lambda: ("", ())))
    assert len(found) == 26
    assert {(each.passed, each.found) for each in found} == {
        (False, "The desk for the checks cannot be made: There is no room.")
    }


def test_what_a_bug_raises_is_a_finding_and_names_its_kind(ground: Ground) -> None:
    asked: Asked[Ground] = Asked("X", "", "", (), lambda _: _NOTHING["no key"])
    assert tried(asked, ground).found == "KeyError: 'no key'"


def test_a_comment_that_does_not_come_is_told(
    ground: Ground, checks: dict[str, Check], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert checks
    store = type(ground.stage.app.desk.store)
    monkeypatch.setattr(store, "comment_named", always(None))
    asked: Asked[Ground] = Asked("X", "", "", (), lambda here: str(bring(here.stage, "Dag")))
    assert "is not on the desk" in tried(asked, ground).found
