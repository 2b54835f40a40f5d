"""The log's bytes: one encoding, RFC 6962 hashes, and types that keep personal text out."""

import hashlib
import json
import os
import string
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.edges import edge_of
from webcare_desk.domain.audit import (
    Digest,
    Edge,
    Name,
    canonical,
    commit,
    digest,
    leaf_hash,
    node_hash,
)

ROOT = Path(__file__).resolve().parents[2]

TREES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(TREES)
def test_an_entry_has_one_encoding_and_reads_back_the_same(tree: object) -> None:
    encoded = canonical(tree)
    assert json.loads(encoded) == tree
    assert canonical(json.loads(encoded)) == encoded
    assert encoded.isascii()


@given(st.dictionaries(st.text(), st.integers(0, 9), min_size=2))
def test_the_order_of_the_fields_does_not_matter(fields: dict[str, int]) -> None:
    assert canonical(fields) == canonical(dict(reversed(fields.items())))


@pytest.mark.parametrize(
    "value",
    [0.5, float("nan"), 2**53, -(2**53), {"deep": [1, (2, {"er": 1e9})]}, [2**60]],
)
def test_what_has_no_exact_encoding_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="no exact encoding"):
        canonical(value)


def merkle(leaves: list[bytes]) -> bytes:
    """Return the tree head as RFC 6962 §2.1 writes it down: recursive, from the top."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\x00" + leaves[0]).digest()
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    return hashlib.sha256(b"\x01" + merkle(leaves[:half]) + merkle(leaves[half:])).digest()


@given(st.lists(st.binary(max_size=8), max_size=40))
def test_the_edge_grown_leaf_by_leaf_has_the_root_of_the_whole_tree(leaves: list[bytes]) -> None:
    edge = edge_of(leaves)
    assert edge.root() == merkle(leaves)
    assert edge.size == len(leaves)
    assert len(edge.peaks) == edge.size.bit_count()


def test_a_leaf_and_a_node_never_hash_alike() -> None:
    left, right = leaf_hash(b"a"), leaf_hash(b"b")
    assert node_hash(left, right) != leaf_hash(left + right)
    assert edge_of([b"a", b"b"]).root() == node_hash(left, right)
    assert Edge().root() == hashlib.sha256(b"").digest()


@given(st.binary(max_size=16), st.lists(st.none() | st.text(max_size=4), max_size=3), st.text())
def test_a_commitment_changes_with_every_text_and_with_the_salt(
    salt: bytes, values: list[str | None], text: str
) -> None:
    promised = commit(salt, values)
    assert promised == commit(salt, list(values))
    assert promised != commit(salt + b"!", values)
    assert promised != commit(salt, [*values, text])
    assert promised != commit(salt, [*values, None])


def test_texts_that_join_alike_are_told_apart() -> None:
    assert commit(b"", ["ab", "c"]) != commit(b"", ["a", "bc"])
    assert commit(b"", [None]) != commit(b"", ["null"])


@given(st.text(max_size=40))
def test_a_name_holds_nothing_that_a_person_typed(text: str) -> None:
    allowed = set(string.ascii_lowercase + string.digits + "._:/@+-")
    fits = 0 < len(text) <= 96 and set(text) <= allowed and text[0].isalnum()
    if fits:
        assert Name(text) == text
    else:
        with pytest.raises(ValueError, match="not a name"):
            Name(text)


@pytest.mark.parametrize("text", ["Anna", "ik heb pijn", "a" * 97, "", "-a", "é", "a\n"])
def test_a_sentence_or_a_person_is_no_name(text: str) -> None:
    with pytest.raises(ValueError, match="not a name"):
        Name(text)


def test_a_digest_is_64_hexadecimal_digits() -> None:
    assert Digest(digest(b"")) == hashlib.sha256(b"").hexdigest()
    for text in ("", "A" * 64, "0" * 63, "0" * 64 + "\n"):
        with pytest.raises(ValueError, match="not a SHA-256 digest"):
            Digest(text)


SNIPPET = """
from webcare_desk.domain.audit import Detail, Name
from webcare_desk.domain.moderator import Role
fine: dict[str, Detail] = {"role": Role.SYSTEM, "count": 1, "name": Name("a")}
typed = input()
leak: dict[str, Detail] = {"text": typed}
"""


def test_the_type_checker_refuses_text_in_a_detail(tmp_path: Path) -> None:
    snippet = tmp_path / "leak.py"
    snippet.write_text(SNIPPET, encoding="utf-8")
    options = ("--strict", "--config-file", os.devnull, "--cache-dir", str(tmp_path))
    command = [sys.executable, "-m", "mypy", *options, str(snippet)]
    checked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own interpreter
    errors = [line for line in checked.stdout.splitlines() if ": error:" in line]
    assert len(errors) == 1
    assert "leak.py:6" in errors[0]
    assert 'incompatible type "str": "str"' in errors[0]
