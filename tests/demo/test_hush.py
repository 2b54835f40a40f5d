"""Nothing of a whole journey is left where it does not belong, with every logger at its loudest."""

import base64
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(
    not Path("/proc/self/cmdline").exists(), reason="this system does not show how a process looks"
)


@dataclass(frozen=True)
class Run:
    """A journey that is over: what must be hushed, and all that it left."""

    told: Mapping[str, list[str]]
    outside: str
    printed: bytes
    desk: Path
    elsewhere: Path

    def left(self, *, desk: bool) -> Iterator[tuple[str, bytes]]:
        """Yield every file with its bytes, of the desk's folder or of any other place."""
        for file in (self.desk if desk else self.elsewhere).rglob("*"):
            if file.is_file():
                yield str(file), file.read_bytes()


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Go the whole way in a process whose home and temporary folder are empty."""
    top = tmp_path_factory.mktemp("hush")
    elsewhere, desk, answer = top / "elsewhere", top / "desk", top / "told.json"
    for name in ("home", "tmp", "work"):
        (elsewhere / name).mkdir(parents=True)
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "tests.demo.hush", answer, desk],
        cwd=elsewhere / "work",
        env={
            **os.environ,
            "HOME": str(elsewhere / "home"),
            "TMPDIR": str(elsewhere / "tmp"),
            "PYTHONPATH": str(ROOT),
        },
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    told = json.loads(answer.read_text(encoding="utf-8"))
    return Run(told, told.pop("outside"), done.stdout + done.stderr, desk, elsewhere)


def spellings(secret: str) -> set[bytes]:
    """Return a secret as it is, in an address, and as a header carries it."""
    plain = secret.encode()
    return {plain, quote(secret, safe="").encode(), base64.b64encode(plain).rstrip(b"=")}


def test_no_secret_is_in_any_file_nor_printed_nor_in_the_process(run: Run) -> None:
    places = [("printed", run.printed), ("process", run.outside.encode())]
    places += [*run.left(desk=True), *run.left(desk=False)]
    found = [
        place
        for place, data in places
        for secret in run.told["secrets"]
        if any(spelling in data for spelling in spellings(secret))
    ]
    assert len(run.told["secrets"]) >= 5
    assert found == []


def test_no_patients_words_are_outside_the_desks_folder(run: Run) -> None:
    places = [("process", run.outside.encode()), *run.left(desk=False)]
    found = [
        place
        for place, data in places
        for text in run.told["texts"]
        if text.encode() in data or json.dumps(text)[1:-1].encode() in data
    ]
    assert len(run.told["texts"]) > 200
    assert found == []


def test_the_search_would_find_them(run: Run) -> None:
    """The twin: the words are in the desk's folder, and the loud log was really written."""
    kept = b"".join(data for _, data in run.left(desk=True))
    assert sum(text.encode() in kept for text in run.told["texts"]) > 200
    log = dict(run.left(desk=False))[str(run.elsewhere / "tmp" / "loud.log")]
    assert b"urllib3" in log
    assert b"Traceback" in run.printed
