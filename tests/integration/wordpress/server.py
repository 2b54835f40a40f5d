"""A real WordPress with MariaDB for one test session, in one folder, on loopback.

Everything lives in the folder that is given; the processes are ended by id.
The Debian packages that it needs are in `PACKAGES`.
"""

import getpass
import json
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

PACKAGES = (
    "wordpress php-cli php-mysql php-curl php-gd php-xml php-mbstring php-intl mariadb-server"
)
_HERE = Path(__file__).parent
_FILES, _CONTENT = Path("/usr/share/wordpress"), Path("/var/lib/wordpress/wp-content")
_PATIENCE = 60.0

_CONFIG = """<?php
define('DB_NAME', 'wp'); define('DB_USER', 'root'); define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:{socket}'); define('DB_CHARSET', 'utf8mb4');
define('WP_HOME', 'http://' . $_SERVER['HTTP_HOST']); define('WP_SITEURL', WP_HOME);
define('WP_ENVIRONMENT_TYPE', 'local'); // application passwords without https
define('WP_HTTP_BLOCK_EXTERNAL', true); define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
"""


@dataclass(frozen=True)
class WordPress:
    """A running site: its address, one post, and people with their passwords."""

    base_url: str
    post: int
    people: dict[str, str]
    socket: Path

    def sql(self, statement: str) -> str:
        """Run a statement in the site's database and return the last row's text."""
        command = ["mariadb", "--no-defaults", "-uroot", f"--socket={self.socket}", "-N"]
        command += ["--default-character-set=utf8mb4", "wp", "-e", statement]
        return _run(command)


def missing() -> str | None:
    """Return what is missing to run WordPress here, or None."""
    programs = ["php", "mariadbd", "mariadb", "mariadb-install-db"]
    lacking = [name for name in programs if shutil.which(name, path=_path()) is None]
    lacking += [str(folder) for folder in (_FILES, _CONTENT) if not folder.is_dir()]
    return f"needs {', '.join(lacking)}: apt-get install {PACKAGES}" if lacking else None


@contextmanager
def running(folder: Path) -> Iterator[WordPress]:
    """Run a new site in `folder`, and end its processes with the block."""
    with ExitStack() as stack:
        database = folder / "my.sock"
        _install_database(folder)
        stack.enter_context(_process(folder, "mariadb", _database_command(folder, database)))
        _until(lambda: _run([*_client(database), "-e", "CREATE DATABASE wp"]))
        root = _install_files(folder, database)
        site = json.loads(_run(["php", str(_HERE / "site.php"), str(root)]))
        port = _free_port()
        command = ["php", "-d", "opcache.enable_cli=1", "-S", f"127.0.0.1:{port}"]
        command += ["-t", str(root), str(_HERE / "router.php")]
        stack.enter_context(_process(folder, "php", command))
        address = f"http://127.0.0.1:{port}"
        _until(lambda: urllib.request.urlopen(f"{address}/readme.html", timeout=5).close())  # noqa: S310 - our own address
        yield WordPress(address, site["post"], site["people"], database)


def _install_database(folder: Path) -> None:
    command = ["mariadb-install-db", "--no-defaults", f"--user={getpass.getuser()}"]
    command += [f"--datadir={folder / 'data'}", "--skip-test-db"]
    _run([*command, "--auth-root-authentication-method=normal"])


def _database_command(folder: Path, database: Path) -> list[str]:
    command = ["mariadbd", "--no-defaults", f"--user={getpass.getuser()}", "--skip-networking"]
    command += [f"--datadir={folder / 'data'}", f"--socket={database}"]
    return [*command, f"--pid-file={folder / 'my.pid'}", "--innodb-flush-log-at-trx-commit=0"]


def _client(database: Path) -> list[str]:
    return ["mariadb", "--no-defaults", "-uroot", f"--socket={database}"]


def _install_files(folder: Path, database: Path) -> Path:
    root = folder / "root"
    ignored = shutil.ignore_patterns("wp-content", "wp-config.php")
    shutil.copytree(_FILES, root, ignore=ignored)
    shutil.copytree(_CONTENT, root / "wp-content", ignore_dangling_symlinks=True)
    (root / "wp-config.php").write_text(_CONFIG.replace("{socket}", str(database)))
    return root


@contextmanager
def _process(folder: Path, name: str, command: list[str]) -> Iterator[None]:
    # A session of its own: PHP's workers are forks, and the whole group is ended.
    environment = {**os.environ, "PATH": _path(), "PHP_CLI_SERVER_WORKERS": "4"}
    with (folder / f"{name}.log").open("wb") as log:
        process = subprocess.Popen(  # noqa: S603 - fixed commands of this file
            command, stdout=log, stderr=log, env=environment, start_new_session=True
        )
        try:
            yield
        finally:
            os.killpg(process.pid, signal.SIGKILL)  # the data is thrown away with the folder
            process.wait()


def _until(attempt: Callable[[], object]) -> None:
    last = time.monotonic() + _PATIENCE
    while True:
        try:
            attempt()
        except (subprocess.CalledProcessError, urllib.error.URLError, ConnectionError):
            if time.monotonic() > last:
                raise
            time.sleep(0.05)
        else:
            return


def _run(command: list[str]) -> str:
    environment = {**os.environ, "PATH": _path()}
    done = subprocess.run(command, check=True, capture_output=True, env=environment)  # noqa: S603 - fixed commands of this file
    return done.stdout.decode()


def _path() -> str:
    return f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/bin"


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port
