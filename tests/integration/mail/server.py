"""A real mail server for one test session, on loopback: Postfix takes mail, Dovecot shows it.

STARTTLS and TLS, a login for both, one mailbox each for PV and for the desk. Everything lives in
one folder; the processes are ended by id. The Debian packages are in `PACKAGES`.
"""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.parser import BytesHeaderParser
from pathlib import Path

from tests.support.tls import Authority, Pair

PACKAGES = "postfix dovecot-core dovecot-imapd"
PV, DESK = "pv", "desk"
PASSWORD = "a password of the mail server"
DOMAIN = "mail.example"
_NOBODY = 65534
_PATIENCE = 60.0
_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class MailServer:
    """A running server: its ports, what trusts it, and where mail lies."""

    folder: Path
    roots: Path
    smtp: int
    smtps: int
    imap: int
    imaps: int

    def message_ids(self, user: str) -> list[str]:
        """Return the Message-ID of each mail that lies in a mailbox."""
        files = (self.folder / "mail" / user).glob("[nc]*/*")
        heads = [BytesHeaderParser().parsebytes(file.read_bytes()) for file in files]
        return [head["Message-ID"] for head in heads]

    def empty(self) -> None:
        """Forget every mail."""
        for file in (self.folder / "mail").glob("*/[nc]*/*"):
            file.unlink()

    def wait_for(self, user: str, count: int) -> list[str]:
        """Return the Message-IDs once so many mails have been laid into the mailbox."""
        _until(lambda: len(self.message_ids(user)) >= count, self.folder / "postfix.log")
        return self.message_ids(user)


def missing() -> str | None:
    """Return what is missing to run the server here, or None."""
    lacking = [name for name in ("postfix", "dovecot") if shutil.which(name, path=_path()) is None]
    if lacking:
        return f"needs {', '.join(lacking)}: apt-get install {PACKAGES}"
    return "is started by root alone" if os.getuid() else None


@contextmanager
def running() -> Iterator[MailServer]:
    """Run a new server, and end its processes with the block."""
    # Postfix gives its rights up: the folder is open to read, and short enough for a socket's name.
    folder = Path(tempfile.mkdtemp(prefix="wd-mail-"))
    folder.chmod(0o755)
    ports = _free_ports(5)
    authority = Authority(folder)
    pair = authority.server()
    try:
        _lay(folder, pair, ports)
        dovecot = ["dovecot", "-F", "-c", str(folder / "dovecot.conf")]
        postfix = ["postfix", "-c", str(folder / "postfix"), "start-fg"]
        with _process(folder, dovecot), _process(folder, postfix):
            server = MailServer(folder, authority.roots, *ports[:4])
            try:
                for port in ports[:4]:
                    _until(lambda port=port: _answers(port), folder / "postfix.log")  # type: ignore[misc]
                yield server
            finally:  # its master leaves the group of what was started
                _run([*postfix[:-1], "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _lay(folder: Path, pair: Pair, ports: list[int]) -> None:
    """Write the configuration, the accounts and the mailboxes."""
    for name in ("postfix", "run", "queue", "data", "mail"):
        (folder / name).mkdir()
    for user in (PV, DESK):
        for part in ("", "new", "cur", "tmp"):
            (folder / "mail" / user / part).mkdir(exist_ok=True)
            os.chown(folder / "mail" / user / part, _NOBODY, _NOBODY)
    lines = [f"{user}:{{PLAIN}}{PASSWORD}::::::\n" for user in (PV, DESK)]
    (folder / "users").write_text("".join(lines), encoding="ascii")
    (folder / "users").chmod(0o644)
    boxes = [f"{user}@{DOMAIN} {user}/\n" for user in (PV, DESK)]
    (folder / "postfix" / "boxes").write_text("".join(boxes), encoding="ascii")
    shutil.chown(folder / "data", "postfix")
    smtp, smtps, imap, imaps, auth = ports
    blanks = {"folder": folder, "certificate": pair.certificate, "key": pair.key, "auth": auth}
    blanks |= {"smtp": smtp, "smtps": smtps, "imap": imap, "imaps": imaps, "domain": DOMAIN}
    for source, target in (
        ("dovecot.conf", "dovecot.conf"),
        ("main.cf", "postfix/main.cf"),
        ("master.cf", "postfix/master.cf"),
    ):
        text = (_HERE / source).read_text(encoding="ascii")
        for name, value in blanks.items():
            text = text.replace(f"@{name}@", str(value))
        (folder / target).write_text(text, encoding="ascii")


def _run(command: list[str]) -> None:
    env = {**os.environ, "PATH": _path()}
    subprocess.run(command, env=env, check=True, capture_output=True)  # noqa: S603 - the server's own


@contextmanager
def _process(folder: Path, command: list[str]) -> Iterator[None]:
    log = folder / f"{command[0]}.out"
    env = {**os.environ, "PATH": _path()}
    with log.open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out, env=env, start_new_session=True)  # noqa: S603 - the server itself
    try:
        yield
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(_PATIENCE)


def _answers(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), 1):
            return True
    except OSError:
        return False


def _free_ports(count: int) -> list[int]:
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [int(each.getsockname()[1]) for each in sockets]
    for each in sockets:
        each.close()
    return ports


def _until(done: Callable[[], bool], log: Path) -> None:
    """Wait for a server that says nothing when it is ready."""
    until = time.monotonic() + _PATIENCE
    while not done():
        if time.monotonic() > until:
            said = log.read_text(encoding="utf-8", errors="replace") if log.exists() else "no log"
            raise TimeoutError(said[-2000:])
        time.sleep(0.05)


def _path() -> str:
    return os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin"])
