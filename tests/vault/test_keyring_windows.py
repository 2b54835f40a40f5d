"""Two processes that write to the keyring of Windows at one time lose no secret."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from keyring.backends import Windows

from webcare_desk.vault.keyring import Backend, KeyringSecrets
from webcare_desk.vault.secret import Secret

Credential = dict[str, Any]
Act = Callable[[], None]


class _NotFoundError(Exception):
    """What Windows says of a name that it does not have."""

    winerror, funcname = 1168, "CredRead"


class _Store:
    """The credentials of one person; `meanwhile` is what another process does after the next look."""

    CRED_TYPE_GENERIC = CRED_PERSIST_ENTERPRISE = 1

    def __init__(self) -> None:
        self.kept: dict[str, Credential] = {}
        self.meanwhile: Act | None = None

    def CredRead(self, Type: int, TargetName: str) -> Credential:  # noqa: N802, N803 - as Windows calls it
        del Type
        found = self.kept.get(TargetName.lower())
        act, self.meanwhile = self.meanwhile, None
        if act is not None:
            act()
        if found is None:
            raise _NotFoundError
        return {**found, "CredentialBlob": found["CredentialBlob"].encode("utf-16-le")}

    def CredWrite(self, credential: Credential, _: int) -> None:  # noqa: N802 - the same
        self.kept[credential["TargetName"].lower()] = credential

    def CredDelete(self, Type: int, TargetName: str) -> None:  # noqa: N802, N803 - the same
        del Type, self.kept[TargetName.lower()]


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> _Store:
    store = _Store()
    monkeypatch.setattr(Windows, "win32cred", store, raising=False)
    error = SimpleNamespace(error=_NotFoundError)
    monkeypatch.setattr(Windows, "pywintypes", error, raising=False)
    return store


@pytest.fixture
def backend(store: _Store) -> Backend:
    del store
    return Windows.WinVaultKeyring()  # type: ignore[no-untyped-call]


def test_a_secret_that_another_process_writes_meanwhile_is_kept(
    store: _Store, backend: Backend
) -> None:
    secrets, others = (KeyringSecrets("desk", backend=backend) for _ in range(2))
    secrets.put("log-mark", Secret("1"))
    store.meanwhile = lambda: others.put("log-key", Secret("key"))
    secrets.put("log-mark", Secret("2"))
    assert (secrets.get("log-key"), secrets.get("log-mark")) == (Secret("key"), Secret("2"))


def test_under_one_service_it_would_be_lost(store: _Store, backend: Backend) -> None:
    """The twin: what `keyring` does by itself."""
    backend.set_password("desk", "log-mark", "1")
    store.meanwhile = lambda: backend.set_password("desk", "log-key", "key")
    backend.set_password("desk", "log-mark", "2")
    assert backend.get_password("desk", "log-key") is None


def test_what_an_earlier_desk_kept_is_found_moved_and_forgotten(
    store: _Store, backend: Backend
) -> None:
    for name in ("smtp", "login", "log-key"):
        backend.set_password("desk", name, "earlier")
    secrets = KeyringSecrets("desk", backend=backend)
    assert secrets.get("smtp") == secrets.get("log-key") == Secret("earlier")
    secrets.put("smtp", Secret("new"))
    secrets.forget("log-key")
    assert sorted(store.kept) == ["desk:smtp", "login@desk"]
    assert (secrets.get("smtp"), secrets.get("login")) == (Secret("new"), Secret("earlier"))
    secrets.forget("smtp")
    assert secrets.get("smtp") is None
