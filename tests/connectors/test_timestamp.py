"""A token of a real authority holds over its note; one over anything else does not."""

import base64
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.authority import OPENSSL, Authority, authority_in, needs_openssl
from webcare_desk.connectors.timestamp import LIMIT, TimeAuthority
from webcare_desk.errors import ConnectorError, MalformedError, UnavailableError, UsageError

pytestmark = needs_openssl
NOTE = "webcare-desk/0197\n7\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Authority]:
    """Run an authority."""
    with authority_in(tmp_path_factory.mktemp("tsa")) as authority:
        yield authority


@pytest.fixture
def authority(running: Authority) -> Iterator[Authority]:
    """Give the authority, which answers as it should again afterwards."""
    yield running
    running.instead, running.status = None, 200


@pytest.fixture
def client(authority: Authority) -> TimeAuthority:
    """Give a client that trusts it."""
    return TimeAuthority(authority.url, authority.roots)


def test_a_token_holds_over_its_note_and_tells_when(
    authority: Authority, client: TimeAuthority, tmp_path: Path
) -> None:
    before = time.time() - 1
    answer = base64.b64decode(client.stamp(NOTE))
    at = client.time_of(NOTE, answer)
    assert before <= at / 1_000_000 + 1
    assert NOTE.encode() not in authority.asked[-1], "the authority gets a digest"
    (tmp_path / "note").write_text(NOTE, encoding="utf-8")
    (tmp_path / "token").write_bytes(answer)
    command = [OPENSSL, "ts", "-verify", "-in", str(tmp_path / "token"),
               "-data", str(tmp_path / "note"), "-CAfile", str(authority.folder / "root.pem"),
               "-untrusted", str(authority.folder / "tsa.pem")]  # fmt: skip
    judged = subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own
    assert b"Verification: OK" in judged.stdout + judged.stderr


def test_it_holds_over_no_other_note(client: TimeAuthority) -> None:
    answer = base64.b64decode(client.stamp(NOTE))
    with pytest.raises(MalformedError, match="does not hold"):
        client.time_of(NOTE + " ", answer)


def test_an_answer_to_another_question_is_refused(
    authority: Authority, client: TimeAuthority
) -> None:
    """The twin of a replay: yesterday's token over the same note."""
    authority.instead = base64.b64decode(client.stamp(NOTE))
    with pytest.raises(MalformedError, match="does not hold"):
        client.stamp(NOTE)
    assert client.time_of(NOTE, authority.instead) > 0, "without the nonce it would pass"


def test_an_authority_that_is_not_trusted_is_refused(authority: Authority, tmp_path: Path) -> None:
    with authority_in(tmp_path / "other") as other:
        stranger = TimeAuthority(authority.url, other.roots)
        with pytest.raises(MalformedError, match="does not hold"):
            stranger.stamp(NOTE)


def test_every_changed_byte_of_a_token_is_seen_or_changes_nothing(client: TimeAuthority) -> None:
    answer = base64.b64decode(client.stamp(NOTE))
    at = client.time_of(NOTE, answer)
    for place in range(0, len(answer), 7):
        changed = bytearray(answer)
        changed[place] ^= 1
        try:
            assert client.time_of(NOTE, bytes(changed)) == at
        except MalformedError:
            continue


@pytest.mark.parametrize(
    ("status", "instead", "error"),
    [
        (503, b"", UnavailableError),
        (429, b"", UnavailableError),
        (403, b"", MalformedError),
        (200, b"no token", MalformedError),
        (200, b"", MalformedError),
        (200, b"x" * (LIMIT + 1), MalformedError),
    ],
)
def test_what_is_no_token_is_a_sentence(
    authority: Authority,
    client: TimeAuthority,
    status: int,
    instead: bytes,
    error: type[ConnectorError],
) -> None:
    authority.status, authority.instead = status, instead
    with pytest.raises(error, match=r"[Tt]ime"):
        client.stamp(NOTE)


def test_an_authority_that_is_not_there_is_a_sentence(authority: Authority) -> None:
    with pytest.raises(UnavailableError, match="gave no answer"):
        TimeAuthority("http://127.0.0.1:1/", authority.roots).stamp(NOTE)


def test_wrong_settings_are_a_sentence(authority: Authority, tmp_path: Path) -> None:
    none = ("ftp://tsa.example", "tsa.example", "https://a@tsa.example", "https://", "http://[::1")
    for url in none:
        with pytest.raises(UsageError, match="not the address"):
            TimeAuthority(url, authority.roots).stamp(NOTE)
    (tmp_path / "empty.pem").write_bytes(b"")
    for roots in (tmp_path / "none.pem", tmp_path / "empty.pem"):
        with pytest.raises(UsageError, match="cannot be read"):
            TimeAuthority(authority.url, roots).stamp(NOTE)


@pytest.mark.parametrize(
    "files",
    [
        ("tsa", "middle", "root"),
        ("middle", "root", "tsa"),
        ("tsa", "tsa", "middle", "root", "middle", "root"),
        ("old", "tsa", "middle", "root"),
        ("tsa", "old", "middle", "root"),
    ],
)
def test_an_authority_under_one_for_time_stamps_holds(
    tmp_path: Path, files: tuple[str, ...]
) -> None:
    """As the large ones are: the one between is for time stamps and for nothing else."""
    with authority_in(tmp_path / "tsa", is_between=True) as authority:
        roots = tmp_path / "roots.pem"
        roots.write_bytes(b"".join((authority.folder / f"{n}.pem").read_bytes() for n in files))
        assert TimeAuthority(authority.url, roots).stamp(NOTE)
        roots.write_bytes((authority.folder / "old.pem").read_bytes())
        with pytest.raises(UsageError, match="lacks the root certificate"):
            TimeAuthority(authority.url, roots).stamp(NOTE)
        roots.write_bytes(roots.read_bytes() + (authority.folder / "root.pem").read_bytes())
        with pytest.raises(MalformedError, match="does not lead to the certificates in"):
            TimeAuthority(authority.url, roots).stamp(NOTE)
