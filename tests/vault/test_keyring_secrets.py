"""Only a trustworthy keyring gets a secret, and it must have kept it."""

import keyring as library
import keyring.backends.chainer
import keyring.backends.fail
import keyring.backends.null
import pytest
from keyring.errors import InitError, KeyringLocked
from secretstorage.exceptions import PromptDismissedException

from webcare_desk.errors import SecretError
from webcare_desk.vault.keyring import LARGEST, Backend, KeyringSecrets, class_name
from webcare_desk.vault.secret import Secret


class _Good:
    """Keeps what it gets."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class _Forgetful(_Good):
    """Accepts and keeps nothing, as keyring's null backend."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep nothing."""


class _Truncating(_Good):
    """Keeps only the beginning."""

    def set_password(self, service: str, username: str, password: str) -> None:
        super().set_password(service, username, password[:8])


class _Clinging(_Good):
    """Never lets go."""

    def delete_password(self, service: str, username: str) -> None:
        """Remove nothing."""


class _Raising(_Good):
    """Raises one error for everything."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def get_password(self, service: str, username: str) -> str | None:
        del service, username
        raise self.error

    def set_password(self, service: str, username: str, password: str) -> None:
        del service, username, password
        raise self.error


class _PlainText(_Good):
    """Stands for keyrings.alt: writes to a plain file."""


def secrets_on(backend: Backend) -> KeyringSecrets:
    return KeyringSecrets("desk", backend=backend, allowed=frozenset({class_name(backend)}))


def test_a_secret_comes_back_and_can_be_forgotten() -> None:
    secrets = secrets_on(_Good())
    assert secrets.get("smtp") is None
    secrets.put("smtp", Secret("wachtwoord é🤢"))
    assert secrets.get("smtp") == Secret("wachtwoord é🤢")
    secrets.forget("smtp")
    secrets.forget("smtp")
    assert secrets.get("smtp") is None


@pytest.mark.parametrize("backend", [_Forgetful(), _Truncating()])
def test_a_keyring_that_does_not_keep_the_secret_is_found_out(backend: Backend) -> None:
    with pytest.raises(SecretError, match="did not keep it"):
        secrets_on(backend).put("smtp", Secret("a long enough password"))


def test_without_reading_back_the_loss_would_go_unnoticed() -> None:
    backend = _Forgetful()
    backend.set_password("desk", "smtp", "a long enough password")
    assert backend.get_password("desk", "smtp") is None


def test_a_keyring_that_does_not_let_go_is_found_out() -> None:
    secrets = secrets_on(_Clinging())
    secrets.put("smtp", Secret("secret"))
    with pytest.raises(SecretError, match="did not remove"):
        secrets.forget("smtp")


@pytest.mark.parametrize(
    "backend",
    [
        _PlainText(),
        keyring.backends.null.Keyring(),  # type: ignore[no-untyped-call]
        keyring.backends.fail.Keyring(),  # type: ignore[no-untyped-call]
    ],
)
def test_a_backend_outside_the_list_gets_nothing(backend: Backend) -> None:
    with pytest.raises(SecretError, match="No trustworthy keyring") as caught:
        KeyringSecrets("desk", backend=backend)
    assert class_name(backend) in str(caught.value)
    assert getattr(backend, "kept", {}) == {}


def test_a_subclass_of_an_allowed_backend_is_not_allowed() -> None:
    with pytest.raises(SecretError):
        KeyringSecrets("desk", backend=_PlainText(), allowed=frozenset({class_name(_Good())}))


def chain(monkeypatch: pytest.MonkeyPatch, *members: Backend) -> Backend:
    chained = keyring.backends.chainer.ChainerBackend
    monkeypatch.setattr(chained, "backends", list(members))
    return chained()  # type: ignore[no-untyped-call]


def test_in_a_chain_only_an_allowed_member_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    plain, good = _PlainText(), _Good()
    chained = chain(monkeypatch, plain, good)
    secrets = KeyringSecrets("desk", backend=chained, allowed=frozenset({class_name(good)}))
    secrets.put("smtp", Secret("secret"))
    assert plain.kept == {}
    assert good.kept == {("desk", "smtp"): "secret"}


def test_a_chain_used_as_a_whole_would_have_written_to_the_plain_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plain = _PlainText()
    chain(monkeypatch, plain, _Good()).set_password("desk", "smtp", "secret")
    assert plain.kept == {("desk", "smtp"): "secret"}


@pytest.mark.parametrize("members", [(), (_PlainText(),)])
def test_a_chain_without_an_allowed_member_is_refused(
    monkeypatch: pytest.MonkeyPatch, members: tuple[Backend, ...]
) -> None:
    with pytest.raises(SecretError, match="No trustworthy keyring"):
        KeyringSecrets("desk", backend=chain(monkeypatch, *members))


@pytest.mark.parametrize(
    "error",
    [
        InitError("Prompt dismissed"),
        KeyringLocked("locked"),
        PromptDismissedException("dismissed"),
        ConnectionRefusedError(),
        UnicodeEncodeError("utf-8", "\ud800", 0, 1, "surrogates not allowed"),
    ],
)
def test_every_error_of_a_backend_is_one_sentence(error: Exception) -> None:
    secrets = secrets_on(_Raising(error))
    with pytest.raises(SecretError, match="may be locked or not running"):
        secrets.get("smtp")
    with pytest.raises(SecretError) as caught:
        secrets.put("smtp", Secret("canary-77aa"))
    assert "canary-77aa" not in str(caught.value)


def test_a_secret_too_long_for_windows_is_refused_everywhere() -> None:
    backend = _Good()
    secrets_on(backend).put("key", Secret("x" * (LARGEST // 2)))
    with pytest.raises(SecretError, match="longer than a keyring keeps"):
        secrets_on(backend).put("key", Secret("x" * (LARGEST // 2 + 1)))
    assert len(backend.kept["desk", "key"]) == LARGEST // 2


def test_the_configured_backend_is_asked_when_none_is_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    null = keyring.backends.null.Keyring()  # type: ignore[no-untyped-call]
    monkeypatch.setattr(library, "get_keyring", lambda: null)
    with pytest.raises(SecretError, match=r"keyring\.backends\.null"):
        KeyringSecrets("desk")


def test_a_configured_backend_that_does_not_exist_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(library.core, "_keyring_backend", None)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "no_such_module.Keyring")
    with pytest.raises(SecretError, match="cannot be used"):
        KeyringSecrets("desk")


def test_a_bug_in_a_backend_looks_like_a_bug() -> None:
    with pytest.raises(AttributeError):
        secrets_on(_Raising(AttributeError("no such attribute"))).get("smtp")
