"""What holds for every test: no screen, no home, no network but the machine's own."""

import ipaddress
import os
import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.traceability import pytest_collection_modifyitems, pytest_configure
from webcare_desk.vault.secret import MemorySecrets

__all__ = [  # pytest calls these hooks: they write down what each run proves
    "pytest_collection_modifyitems",
    "pytest_configure",
]

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt
# The gate runs under `desk.py`, which tells its children how it was called.
os.environ.pop("WEBCARE_DESK_PROGRAM", None)

# A slow machine is no finding; in CI the examples are the same each time.
settings.register_profile(
    "desk",
    deadline=None,
    derandomize="CI" in os.environ,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("desk")

HOMES = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
    "XDG_CACHE_HOME": ".cache",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_RUNTIME_DIR": "runtime",
    "XDG_STATE_HOME": ".local/state",
}


def is_own_machine(address: object) -> bool:
    """Say whether a socket address is a Unix socket or a loopback one."""
    if not isinstance(address, tuple):
        return True
    host = str(address[0])
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return host == "localhost"


def only_own_machine(connect: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap a socket's `connect` so that a test which reaches out fails at once."""

    def guarded(sock: socket.socket, address: object) -> object:
        if not is_own_machine(address):
            pytest.fail(f"a test reached for the network: {address!r}")
        return connect(sock, address)

    return guarded


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, only_own_machine(getattr(socket.socket, name)))
        yield


@pytest.fixture(scope="session", autouse=True)
def _home_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name, folder in HOMES.items():
            path = home / folder
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
            patch.setenv(name, str(path))
        yield


@pytest.fixture(autouse=True)
def _rights_of_new_files() -> Iterator[None]:
    """Undo what the program sets for its own process: a mail server needs its folders open."""
    before = os.umask(0o022)
    os.umask(before)
    yield
    os.umask(before)


@pytest.fixture
def secrets() -> MemorySecrets:
    """Give the keyring of a desk; it forgets when the test is over."""
    return MemorySecrets()
