"""An implementation by others agrees: Go's own library for transparency logs reads our export.

It needs Debian's golang-go and golang-golang-x-mod-dev; nothing is fetched.
"""

import base64
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.support.desks import Bench, arrival, log_in, take_in
from webcare_desk.actions import ExportForm
from webcare_desk.disclosure import Order, export_log
from webcare_desk.domain.audit import leaf_hash
from webcare_desk.domain.merkle import consistency_proof
from webcare_desk.domain.moderator import Role
from webcare_desk.store.base import LogFilter

pytestmark = pytest.mark.integration
LIBRARY = Path("/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog")
MAIN = Path(__file__).with_name("main.go")


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the program, or skip; where the gate requires it, fail instead."""
    go = shutil.which("go")
    if go is None or not LIBRARY.exists():
        reason = "needs Debian's golang-go and golang-golang-x-mod-dev"
        if os.environ.get("WEBCARE_DESK_REQUIRE_GO") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("golang")
    env = {
        **os.environ, "GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "GOFLAGS": "",
        "GOCACHE": str(folder / "cache"), "GOPROXY": "off",
    }  # fmt: skip
    command = [go, "build", "-o", str(folder / "tlog"), str(MAIN)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)  # noqa: S603 - the compiler
    assert done.returncode == 0, done.stderr
    return folder / "tlog"


def asked(program: Path, question: dict[str, Any]) -> dict[str, Any]:
    done = subprocess.run(  # noqa: S603 - the program just built
        [program], input=json.dumps(question), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


@pytest.fixture
def export(bench: Bench, tmp_path: Path) -> tuple[list[bytes], list[str]]:
    """Let a desk work and export its log; return its leaves, and three heads of it."""
    auditor = log_in(bench.desk)[Role.AUDITOR]
    notes = [bench.desk.read.head_note()]
    for number in range(40):
        take_in(bench.desk, arrival(number))
    notes.append(bench.desk.read.head_note())
    for number in range(40, 90):
        take_in(bench.desk, arrival(number))
    order = Order(bench.desk, auditor, bench.signer.verifier, tmp_path / "log.jsonl")
    export_log(order, ExportForm.JSON_LINES, LogFilter())
    *leaves, last = (tmp_path / "log.jsonl").read_bytes().splitlines()
    return leaves, [*notes, json.loads(last)["note"]]


def encoded(nodes: tuple[bytes, ...] | list[bytes]) -> list[str]:
    return [base64.b64encode(node).decode("ascii") for node in nodes]


@pytest.mark.requirement("A7", "B1")
def test_root_heads_and_proofs_are_the_same(
    program: Path, bench: Bench, export: tuple[list[bytes], list[str]]
) -> None:
    leaves, notes = export
    hashes = [leaf_hash(leaf) for leaf in leaves]
    size = len(leaves)
    question = {
        "key": bench.signer.verifier,
        "notes": notes,
        "leaves": encoded(leaves),
        "consistency": [
            {"first": first, "proof": encoded(consistency_proof(hashes, first))}
            for first in range(1, size)
        ],
    }
    answer = asked(program, question)
    assert answer["root"] == notes[-1].split("\n")[2]
    assert answer["notes"] == ["holds"] * 3
    assert answer["consistency"] == [True] * (size - 1)
    assert answer["own_proofs"] == size


def test_what_was_changed_it_refuses_as_we_do(
    program: Path, bench: Bench, export: tuple[list[bytes], list[str]]
) -> None:
    leaves, notes = export
    hashes = [leaf_hash(leaf) for leaf in leaves]
    changed = [leaves[0].replace(b'"v":2', b'"v":1'), *leaves[1:]]
    flipped = notes[-1].replace("\n9", "\n8", 1) if "\n9" in notes[-1] else notes[-1][1:]
    question = {
        "key": bench.signer.verifier,
        "notes": [flipped, notes[-1]],
        "leaves": encoded(changed),
        "consistency": [{"first": 7, "proof": encoded(consistency_proof(hashes, 8))}],
    }
    answer = asked(program, question)
    assert answer["root"] != notes[-1].split("\n")[2]
    assert "holds" not in answer["notes"]
    assert answer["consistency"] == [False]
