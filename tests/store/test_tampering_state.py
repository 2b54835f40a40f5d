"""What is changed without an entry is found: by the rules' own text, or by the replay."""

import pytest

from tests.support.desks import Bench
from tests.support.forgery import put, size_of
from tests.support.rewriting import Fields, rewritten
from webcare_desk.errors import CorruptFileError
from webcare_desk.store.sqlite import replay as replaying
from webcare_desk.store.sqlite.verify import Compared, verify

#: For each attack on the rules of the database, what `verify` says.
ON_THE_RULES = {
    "DROP TRIGGER work_update_needs_entry": "trigger work_update_needs_entry was dropped",
    "DROP TRIGGER entry_delete_refused": "trigger entry_delete_refused was dropped",
    "CREATE TRIGGER spy AFTER INSERT ON entry BEGIN SELECT 1; END": "trigger spy was added",
    "CREATE VIEW shadow AS SELECT * FROM work": "view shadow was added",
    "CREATE TABLE extra(a)": "table extra was added",
    "DROP INDEX work_queue": "index work_queue was dropped",
    "ALTER TABLE draft ADD COLUMN extra TEXT": "table draft was changed",
}


@pytest.mark.requirement("A4", "A7")
@pytest.mark.parametrize("attack", ON_THE_RULES)
def test_an_attack_on_the_rules_of_the_database_is_found(victim: Bench, attack: str) -> None:
    with victim.shell() as shell:
        shell.execute(attack)
    assert ON_THE_RULES[attack] in (victim.verify().flaw or "")
    assert victim.verify(thorough=False).holds


#: For each attack on the state, what `replay` says of it; the log itself is untouched.
ON_THE_STATE = {
    "UPDATE work SET tier = 0, queue = 'done' WHERE comment = 1": "work 1: queue, tier",
    "UPDATE work SET aware_at = 1 WHERE comment = 2": "work 2: aware_at",
    "UPDATE escalation SET due_at = due_at + 1": "escalation 1: due_at",
    "UPDATE escalation SET pv_reference = 'PV-9'": "escalation 1: digest",
    "UPDATE delivery SET state = 'held'": "delivery 1: state",
    "UPDATE delivery SET receipt = 'x' WHERE id = 1": "delivery 1: digest",
    "UPDATE moderator SET roles = 'administrator'": "moderator 1: roles",
    "UPDATE moderator SET password = 'x'": "moderator 1: digest",
    "UPDATE fact SET value = 'x' WHERE name = 'verifier'": "fact 2: digest",
    "UPDATE coverage SET state = 'complete'": "coverage 1: state",
    "UPDATE document SET body = 'x' WHERE id = 1": "document 1: digest",
    "UPDATE note SET author = 'x'": "note 1: author",
    "UPDATE text SET body = 'x' WHERE id = (SELECT body FROM note)": "digest changed",
    "UPDATE session SET ended_at = 1": "session 1: ended_at",
    "DELETE FROM note": "note 1: the log has it, the desk does not",
    "DELETE FROM session WHERE id = 1": "session 1: the log has it, the desk does not",
    "INSERT INTO session SELECT 99, 'x', moderator, role, 0, NULL, NULL, NULL FROM session LIMIT 1": (
        "session 99: no entry tells of it"
    ),
    "UPDATE queue_count SET count = count + 1": "queue_count: the counts are not those",
    "DELETE FROM entry_found WHERE name = 'escalate'": "entry_found: filters would pass over",
}


@pytest.mark.requirement("A1", "A2")
@pytest.mark.parametrize("attack", ON_THE_STATE)
def test_a_change_without_an_entry_is_found_by_verify_and_replay(
    victim: Bench, attack: str
) -> None:
    with victim.unguarded() as shell:
        assert shell.execute(attack).rowcount > 0
    assert victim.verify(log_only=True).holds, "the log alone does not show it"
    verdict, found = victim.verify(), victim.replay()
    assert (verdict.holds, verdict.log_holds, found.is_equal) == (False, True, False)
    assert verdict.texts is not None
    assert verdict.state is not None
    told = (*verdict.texts.differences, *verdict.state.differences)
    assert sorted(told) == sorted(found.differences)
    assert verdict.flaw in told
    assert any(ON_THE_STATE[attack] in difference for difference in told)


#: Attacks on what came in by the batch.
ON_A_BATCH = {
    "a comment's text": "UPDATE text SET body = 'Alles goed!' WHERE id = 1",
    "a salt": "UPDATE text SET salt = zeroblob(16) WHERE id = 1",
    "an author's name": "UPDATE author SET name = 'X' WHERE id = 1",
    "a thread's title": "UPDATE thread SET title = 'X' WHERE id = 1",
    "a time": "UPDATE comment SET posted_at = 1 WHERE id = 1",
    "a finding": "UPDATE revision SET findings = '[]' WHERE id = 1",
    "a tier": "UPDATE revision SET tier = 0 WHERE id = 1",
    "a row that is gone": "DELETE FROM revision WHERE id = 1",
}


@pytest.mark.requirement("C3")
@pytest.mark.parametrize("name", ON_A_BATCH)
def test_a_changed_row_of_a_batch_is_found_by_verify_and_replay(victim: Bench, name: str) -> None:
    with victim.unguarded() as shell:
        shell.execute(ON_A_BATCH[name])
    verdict = victim.verify()
    assert (verdict.log_holds, verdict.state) == (True, None)
    assert verdict.texts is not None
    assert "not those that came in" in " ".join(verdict.texts.differences)
    with pytest.raises(CorruptFileError, match="not those that came in"):
        victim.replay()


def test_a_desk_that_holds_says_how_many_rows_were_held_against_the_log(victim: Bench) -> None:
    verdict, found = victim.verify(), victim.replay()
    assert verdict.texts == Compared(found.texts)
    assert verdict.state == Compared(found.rows)
    assert 0 < found.texts < found.rows
    alone = victim.verify(log_only=True)
    assert (alone.holds, alone.texts, alone.state) == (True, None, None)


def test_words_and_state_that_differ_are_told_apart(victim: Bench) -> None:
    with victim.unguarded() as shell:
        shell.execute("UPDATE document SET body = 'x' WHERE id = 1")
        shell.execute("UPDATE work SET tier = 0 WHERE comment = 1")
    verdict = victim.verify()
    assert verdict.texts is not None
    assert verdict.state is not None
    assert verdict.texts.differences == ("document 1: digest changed without an entry",)
    assert verdict.state.differences == ("work 1: tier changed without an entry",)


#: Changes of so many rows that not all of them are told; each with one change of the other kind.
FLOODS = {
    "state": ("UPDATE session SET ended_at = 1", "UPDATE moderator SET name = 'x' WHERE id = 1"),
    "words": ("UPDATE moderator SET name = 'x'", "UPDATE work SET tier = 0 WHERE comment = 1"),
}


@pytest.mark.requirement("A2")
@pytest.mark.parametrize("flooded", FLOODS)
def test_many_changes_of_one_kind_hide_none_of_the_other(
    victim: Bench, flooded: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replaying, "MOST_DIFFERENCES", 1)
    with victim.unguarded() as shell:
        count, _ = (shell.execute(each).rowcount for each in FLOODS[flooded])
    assert count > 1
    verdict, found = victim.verify(), victim.replay()
    assert verdict.texts is not None
    assert verdict.state is not None
    words, state = verdict.texts.differences, verdict.state.differences
    many, few = (words, state) if flooded == "words" else (state, words)
    kind = "words" if flooded == "words" else "the state"
    assert many[1:] == (f"and {count - 1} more rows of {kind}",)
    assert len(few) == 1
    assert (found.differences, found.wrong) == ((*words, *state), count + 1)


def test_an_entry_that_says_what_cannot_be_is_a_flaw_of_the_state(victim: Bench) -> None:
    def change(entries: list[Fields]) -> list[Fields]:
        entries[-1]["changes"] = [["work", 1, {"tier": [77, 0]}]]
        return entries

    with victim.unguarded() as shell:
        rewritten(shell, victim.signer, change)
    verdict = victim.verify()
    assert (verdict.log_holds, verdict.texts) == (True, None)
    assert "does not follow from the entries before it" in (verdict.flaw or "")


def test_a_check_that_is_stopped_while_rows_are_compared_proves_nothing(victim: Bench) -> None:
    heard: list[int] = []

    def watch(count: int) -> bool:
        heard.append(count)
        return len(heard) < 2

    verdict = verify(victim.database, victim.open_note, watch=watch)
    assert (verdict.was_stopped, verdict.log_holds, heard) == (True, False, [0, verdict.size])


def test_an_entry_that_contradicts_the_ones_before_is_not_replayed(victim: Bench) -> None:
    with victim.unguarded() as shell:
        leaf = b'{"detail":{},"changes":[["work",1,{"tier":[77,0]}]]}'
        put(shell, size_of(shell) - 1, leaf)
    with pytest.raises(CorruptFileError, match="does not follow from the entries before it"):
        victim.replay()


@pytest.mark.parametrize(
    "leaf", [b"", b"[]", b"{}", b'{"detail":{},"changes":[["nix",1,{}]]}', b"[" * 100_000]
)
def test_bytes_that_are_no_entry_are_a_sentence_not_a_crash(victim: Bench, leaf: bytes) -> None:
    with victim.unguarded() as shell:
        put(shell, size_of(shell) - 1, leaf)
    assert not victim.verify().holds
    with pytest.raises(CorruptFileError, match="not written as the desk writes"):
        victim.replay()
