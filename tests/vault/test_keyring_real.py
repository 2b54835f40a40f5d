"""The same promises on a real Secret Service, in a session of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]
_MISSING = [
    name for name in ("dbus-run-session", "gnome-keyring-daemon") if shutil.which(name) is None
]
pytestmark = [
    pytest.mark.integration,
    pytest.mark.skipif(bool(_MISSING), reason=f"not installed: {', '.join(_MISSING)}"),
]

_JOURNEY = """
from webcare_desk.vault.keyring import KeyringSecrets
from webcare_desk.vault.secret import Secret
from webcare_desk.vault.signing import Signer
secrets = KeyringSecrets("webcare-desk-test")
key = Signer.generate("desk-1").to_secret()
secrets.put("key", key)
secrets.put("smtp", Secret("wachtwoord é"))
assert KeyringSecrets("webcare-desk-test").get("key") == key
assert secrets.get("smtp") == Secret("wachtwoord é")
secrets.forget("key")
assert secrets.get("key") is None
print("kept")
"""
_LOCKED = """
from webcare_desk.errors import SecretError
from webcare_desk.vault.keyring import KeyringSecrets
from webcare_desk.vault.secret import Secret
try:
    KeyringSecrets("webcare-desk-test").put("smtp", Secret("x"))
except SecretError as error:
    print("refused", error)
"""


def run(home: Path, script: str, *before: str) -> str:
    """Run `script` with a home of its own and return what it printed."""
    environment = {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(_ROOT),
        "LANG": "C.UTF-8",
        "PYTHON": sys.executable,
        "SCRIPT": script,
    }
    done = subprocess.run(  # noqa: S603 - the programs are named here
        [*before], env=environment, capture_output=True, text=True, timeout=60, check=True
    )
    return done.stdout


def test_a_real_keyring_keeps_and_forgets(tmp_path: Path) -> None:
    unlocked = (
        "printf test-pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null "
        '&& "$PYTHON" -c "$SCRIPT"'
    )
    assert run(tmp_path, _JOURNEY, "dbus-run-session", "--", "sh", "-c", unlocked) == "kept\n"
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert written
    assert not [path for path in written if b"wachtwoord" in path.read_bytes()]


def test_without_a_session_bus_nothing_is_stored(tmp_path: Path) -> None:
    said = run(tmp_path, _LOCKED, sys.executable, "-c", _LOCKED)
    assert said.startswith("refused No trustworthy keyring")
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_locked_keyring_refuses_with_a_sentence(tmp_path: Path) -> None:
    command = '"$PYTHON" -c "$SCRIPT"'
    said = run(tmp_path, _LOCKED, "dbus-run-session", "--", "sh", "-c", command)
    assert "refused The keyring cannot be used" in said
    assert not [path for path in tmp_path.rglob("*.keyring") if b"x" in path.read_bytes()]
