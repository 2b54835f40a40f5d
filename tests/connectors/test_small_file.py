"""What the settings name as a certificate or key may be a device: it is refused, not read."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from webcare_desk.connectors.courier_https import HttpsAccount, HttpsCourier
from webcare_desk.connectors.small_file import read_small
from webcare_desk.connectors.smime import Sealer
from webcare_desk.connectors.smime_open import Opener
from webcare_desk.connectors.timestamp import TimeAuthority
from webcare_desk.connectors.trust import trusting
from webcare_desk.demo.certificate import make_certificate
from webcare_desk.errors import WebcareError


def test_a_file_is_read_and_a_larger_one_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.pem"
    file.write_bytes(b"x" * 1_000_000)
    assert len(read_small(file)) == 1_000_000
    file.write_bytes(b"x" * 1_000_001)
    with pytest.raises(OSError, match="no file of at most"):
        read_small(file)


@pytest.mark.skipif(os.name != "posix", reason="devices and pipes with a path are of POSIX")
def test_a_device_a_pipe_and_a_folder_are_none(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for place in (Path("/dev/zero"), tmp_path / "pipe", tmp_path):
        with pytest.raises(OSError, match="no file of at most"):
            read_small(place)


_USES: dict[str, Callable[[Path], object]] = {
    "smtp": trusting,
    "https": lambda path: HttpsCourier(
        HttpsAccount("https://localhost:1/", "", path, 1.0), lambda: "any"
    ).check(),
    "seal": lambda path: Sealer(path).check(),
    "open": lambda path: Opener(path, lambda: "any").check(),
    "stamp": lambda path: TimeAuthority("http://127.0.0.1:1/", path).time_of("x", b""),
}


@pytest.mark.parametrize("use", _USES)
def test_each_certificate_and_key_of_the_settings_has_an_end(tmp_path: Path, use: str) -> None:
    """Else one that is a device is read until the desk is killed."""
    endless = tmp_path / "endless.pem"
    endless.write_bytes(make_certificate(tmp_path).ca_file.read_bytes() + b"\n" * 1_000_000)
    with pytest.raises(WebcareError, match=r"endless\.pem,? cannot be read"):
        _USES[use](endless)


def test_a_name_that_no_file_has_is_a_sentence(tmp_path: Path) -> None:
    for use in _USES.values():
        with pytest.raises(WebcareError, match="cannot be read"):
            use(tmp_path / ("a" * 300))
