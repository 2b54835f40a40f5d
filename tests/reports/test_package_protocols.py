"""A package holds the protocols that the log names, and no other in their place."""

import hashlib
from pathlib import Path

import pytest

from tests.reports.test_package import judged, package
from tests.support import inspector
from tests.support.desks import SYSTEM, Bench, arrival, take_in
from webcare_desk.actions import PutProtocolInForce
from webcare_desk.domain.audit import Digest, Name
from webcare_desk.paths import protocols_dir
from webcare_desk.protocol.library import load_pack
from webcare_desk.protocol.versions import VERSIONS, archive
from webcare_desk.rulebook import KEPT, keep


@pytest.fixture
def digest(bench: Bench) -> str:
    """Put a protocol in force, and after an act another one; return the first one's digest."""
    protocol = load_pack(protocols_dir(), "varen").protocol
    assert protocol is not None
    for each in (Digest(protocol.digest), Digest("0" * 64)):
        bench.desk.perform(PutProtocolInForce(Name("varen@1.0"), each), SYSTEM)
        take_in(bench.desk, arrival(1, each))
    return protocol.digest


def index_of(folder: Path) -> str:
    return (folder / "protocols" / "index.txt").read_text(encoding="utf-8")


@pytest.mark.requirement("B1")
@pytest.mark.parametrize("place", [VERSIONS, KEPT])
def test_a_kept_protocol_is_there_in_the_bytes_of_its_digest(
    bench: Bench, tmp_path: Path, digest: str, place: str
) -> None:
    if place == KEPT:
        keep(protocols_dir(), bench.folder)
    else:
        (bench.folder / VERSIONS).mkdir()
        archive(protocols_dir(), bench.folder, digest)
    _, folder = package(bench, tmp_path)
    content = (folder / "protocols" / f"{digest}.json").read_bytes()
    assert hashlib.sha256(content).hexdigest() == digest
    assert b"hours" in content
    assert f"{digest}  earlier, here" in index_of(folder)
    assert f"{'0' * 64}  in force, not here" in index_of(folder)
    assert judged(bench, folder)[0] == inspector.HOLDS


@pytest.mark.requirement("A7", "B1")
@pytest.mark.parametrize(
    ("name", "new"), [("base/plans.yaml", b"hours: 720"), ("varen/pack.yaml", b": :")]
)
def test_what_is_not_the_protocol_of_the_log_is_left_out_and_that_is_told(
    bench: Bench, tmp_path: Path, digest: str, name: str, new: bytes
) -> None:
    keep(protocols_dir(), bench.folder)
    file = bench.folder / KEPT / name
    text = file.read_bytes()
    file.write_bytes(text.replace(b"hours: 24", new) if b"hours: 24" in text else new)
    _, folder = package(bench, tmp_path)
    assert [each.name for each in (folder / "protocols").iterdir()] == ["index.txt"]
    assert f"{digest}  earlier, not here" in index_of(folder)
    assert judged(bench, folder)[0] == inspector.HOLDS
