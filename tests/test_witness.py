"""A witness cosigns what grew from what he saw, and nothing else."""

import json
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webcare_desk.domain.audit import leaf_hash
from webcare_desk.domain.merkle import root_of
from webcare_desk.errors import BrokenSealError, ReadOnlyError, UsageError
from webcare_desk.vault.signing import Signer
from webcare_desk.witness import Seen, read_seen, require_growth, write_seen

VERIFIER = Signer.generate("o").verifier
LEAVES = [leaf_hash(str(number).encode()) for number in range(60)]


def seen(size: int, leaves: list[bytes] = LEAVES) -> Seen:
    """Return what was seen of a log at some size."""
    return Seen(VERIFIER, size, root_of(leaves[:size]).hex())


@given(st.integers(0, 60), st.integers(0, 60))
def test_a_log_that_grew_is_cosigned_and_one_that_shrank_is_not(before: int, now: int) -> None:
    root = root_of(LEAVES[:now])
    if now >= before:
        require_growth(seen(before), now, root, LEAVES)
        assert root_of(LEAVES[:before]).hex() == seen(before).root
    else:
        with pytest.raises(BrokenSealError, match=f"has {now} entries, and {before} were seen"):
            require_growth(seen(before), now, root, LEAVES[:now])


@given(st.integers(1, 60), st.data())
def test_another_log_of_any_size_is_a_fork(before: int, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, before - 1))
    other = [*LEAVES[:place], leaf_hash(b"x"), *LEAVES[place + 1 :]]
    with pytest.raises(BrokenSealError, match="this is a fork"):
        require_growth(seen(before), 60, root_of(other), other)


def test_entries_that_are_not_those_of_the_head_are_not_cosigned() -> None:
    for leaves in (LEAVES[:5], LEAVES[1:]):
        with pytest.raises(BrokenSealError, match="not those of its signed head"):
            require_growth(None, 9, root_of(LEAVES[:9]), leaves)
    require_growth(None, 9, root_of(LEAVES[:9]), LEAVES)


def test_the_state_is_a_small_file_of_his_own(tmp_path: Path) -> None:
    path = tmp_path / "seen.json"
    assert read_seen(path) is None
    for size in (3, 5):
        write_seen(path, seen(size))
        assert read_seen(path) == seen(size)
    assert [each.name for each in tmp_path.iterdir()] == ["seen.json"]
    sound = {"verifier": VERIFIER, "size": 3, "root": "0" * 64}
    write_seen(path, Seen(**sound))  # type: ignore[arg-type] # a field of each kind
    assert read_seen(path) == Seen(VERIFIER, 3, "0" * 64)
    wrong = ({"root": "zz"}, {"root": 5}, {"size": -9}, {"size": math.inf}, {"verifier": "x+y"})
    damaged = (json.dumps(sound | each) for each in wrong)
    for content in ("", "[]", "{}", '{"size":"x"}', "[" * 100_000, *damaged):
        path.write_text(content, encoding="ascii")
        with pytest.raises(UsageError, match="not what a witness keeps"):
            read_seen(path)
        assert path.read_text(encoding="ascii") == content
    path.write_text(
        " " * 64 * 1024 + json.dumps(sound), encoding="ascii"
    )  # it is not read that far
    with pytest.raises(UsageError, match="not what a witness keeps"):
        read_seen(path)
    with pytest.raises(ReadOnlyError, match="cannot be written"):
        write_seen(tmp_path / "none" / "seen.json", seen(3))
