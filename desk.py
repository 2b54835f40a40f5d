"""Set up Webcare Desk in `.venv` and start it, with the standard library alone.

Python 3.6 reads it too, to say the sentence below: docs/decisions/0001-lock-file-and-set-up.md.
"""

import contextlib
import ctypes
import hashlib
import importlib.util
import json
import os
import shlex
import shutil
import signal
import sqlite3
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

if not (3, 11) <= sys.version_info < (3, 15):  # for no other all packages have wheels
    sys.exit(f"Webcare Desk needs Python 3.11 to 3.14, and this is {sys.version.split()[0]}.")

USAGE = """\
python3 desk.py demo            open the desk on a demo community
python3 desk.py run             open your own desk
python3 desk.py test [WORDS]    run the whole gate, or pytest with these words (--nightly: longer)
python3 desk.py bench [NAME]    run the benchmarks
python3 desk.py WORDS           webcare-desk WORDS, for example: audit verify

The first start makes .venv beside this file from the committed lock file; from then on
`python3 desk.py --help` also lists every command, and `demo --help` the options of one."""

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "desk.json"
HALF_MADE = VENV / "half-made"
LOCKS = {"test": "requirements-test.lock", "bench": "requirements-bench.lock"}
# What the Qt wheels need and do not bring, with the Debian package that brings it and its own needs.
QT = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
QT_ON_X11 = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
QT_ON_WAYLAND = {"libwayland-cursor.so.0": "libwayland-cursor0"}
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
NETWORK_SIGNS = ("NewConnectionError", "ConnectTimeout", "Max retries", "timed out", "getaddrinfo")
WITHOUT_WHEELS = {("darwin", "x86_64"): "an Intel Mac", ("win32", "win-arm64"): "Windows on ARM"}


class SetUpError(Exception):
    """The desk cannot be set up or started here: a sentence why, and an exit code if not 1."""


def main(words: list[str]) -> int:
    """Set up what the words need, then become what they name; return the exit code."""
    if not words or words[0] in {"-h", "--help"}:
        print(USAGE.replace("python3", "py") if os.name == "nt" else USAGE, flush=True)
        return hand_over(["--help"]) if words and is_current(ROOT / "requirements.lock") else 0
    before = 2 if words[0] == "--desk" else int(words[0].startswith("--desk="))
    command = words[before:] or words  # the folder of the desk may be named before it
    try:
        require_display(command)
        ensure_environment(ROOT / LOCKS.get(words[0], "requirements.lock"))
        ensure_system_parts(command)
        return hand_over(words)
    except SetUpError as error:
        sentence, code = (*error.args, 1)[:2]
    except OSError as error:
        sentence, code = f"{error.filename or ROOT}: {error.strerror}.", 1
    except KeyboardInterrupt:
        sentence, code = "stopped; the next start sets up again.", 130
    print(f"desk.py: {sentence}", file=sys.stderr)
    return int(code)


def opens_window(words: list[str]) -> bool:
    """Say whether these words open a window on the screen."""
    options = {word.partition("=")[0] for word in words[1:]}
    return words[0] in {"demo", "run"} and not options & {"--screenshot", "--headless", "--help"}


def needs_qt(words: list[str]) -> bool:
    """Say whether these words draw with Qt, on a screen or into a picture."""
    drawing = words[0] in {"demo", "run"} and not {"--headless", "--help"} & set(words)
    return drawing or words[0] in LOCKS


def require_display(words: list[str]) -> None:
    """Refuse to open a window where there is no screen, and name what works instead."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform != "linux" or not opens_window(words) or any(map(os.environ.get, named)):
        return
    works = "`demo --headless` works" if words[0] == "demo" else "the other commands work"
    drawn = f"`{words[0]} --screenshot FILE` draws the window into a PNG"
    raise SetUpError(f"there is no display here; {drawn}, and {works} in the terminal.", 2)


def ensure_environment(lock: Path) -> None:
    """Make `.venv` hold what the lock file says; a second start finds it done."""
    if not is_current(lock):
        with alone():
            if not is_current(lock):
                build(lock)


def is_current(lock: Path) -> bool:
    """Say whether this very lock file is installed, by this interpreter, for this folder."""
    return PYTHON.exists() and read_stamp() == {**read_stamp(), **identity(), lock.name: sha(lock)}


def identity() -> dict[str, str]:
    """Return what makes `.venv` unusable when it changes: the folder and the interpreter."""
    return {"folder": str(ROOT), "interpreter": os.path.realpath(PYTHON)}


def read_stamp() -> dict[str, str]:
    """Return what the last complete set-up wrote down; empty when there was none."""
    with contextlib.suppress(FileNotFoundError, ValueError, TypeError):
        return dict(json.loads(STAMP.read_bytes()))
    return {}


def sha(file: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal; empty for a file that is not there."""
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.exists() else ""


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Let one set-up work in this folder; a second one waits here for the first."""
    with (ROOT / ".venv.lock").open("ab") as file:
        if sys.platform == "win32":
            import msvcrt  # on Windows only

            while True:  # `locking` gives up after ten seconds
                with contextlib.suppress(OSError):
                    msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                    break
        else:
            import fcntl  # not on Windows

            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def build(lock: Path) -> None:
    """Install the lock file; the stamp is written last, so that half a set-up is never taken."""
    require_machine()
    print(f"Setting up .venv from {lock.name} (once, about a minute) ...", file=sys.stderr)
    made = not is_usable()
    kept = {} if made else {n: seal for n, seal in read_stamp().items() if seal == sha(ROOT / n)}
    if made:
        make_venv()
    STAMP.unlink(missing_ok=True)
    HALF_MADE.touch()
    try:
        install(lock)
    except SetUpError:
        shutil.rmtree(VENV) if made else HALF_MADE.unlink()
        raise
    write_path_file()
    STAMP.write_text(json.dumps({**kept, **identity(), lock.name: sha(lock)}), encoding="utf-8")
    HALF_MADE.unlink()


def require_machine() -> None:
    """Refuse a machine for which not every package has a wheel, and one that cannot read a desk."""
    built = sysconfig.get_platform() if os.name == "nt" else os.uname().machine
    if (sys.platform, built) in WITHOUT_WHEELS:
        raise SetUpError(f"{WITHOUT_WHEELS[sys.platform, built]} is not supported by all packages.")
    if sqlite3.sqlite_version_info < (3, 37):
        raise SetUpError("this Python's SQLite is older than 3.37: take another Python.")


def is_usable() -> bool:
    """Say whether `.venv` is whole and ours, or a developer's own with pip, and can be kept."""
    known = {**identity(), **read_stamp()}
    if not PYTHON.exists() or HALF_MADE.exists() or known != {**known, **identity()}:
        return False
    pip = subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True, check=False)
    return pip.returncode == 0


def make_venv() -> None:
    """Make `.venv` anew; Debian keeps a part of Python's own `venv` in a package of its own."""
    if importlib.util.find_spec("ensurepip") is None:
        apt_install(["python3-venv"], "this Python cannot make a virtual environment")
    shutil.rmtree(VENV, ignore_errors=True)
    VENV.mkdir(exist_ok=True)
    HALF_MADE.touch()
    command = [sys.executable, "-m", "venv", str(VENV)]
    made = subprocess.run(command, capture_output=True, text=True, env=environment(), check=False)
    if made.returncode != 0:
        raise SetUpError(f".venv cannot be made: {last_line(made.stdout + made.stderr)}")


def install(lock: Path) -> None:
    """Install exactly the lock file: each file by its hash, and nothing is built here."""
    pip = [str(PYTHON), "-m", "pip", "install", "-q", "--no-input", "--disable-pip-version-check"]
    command = [*pip, "--require-hashes", "--only-binary=:all:", "-r", str(lock)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment(), check=False)
    if done.returncode == 0:
        return
    if "DO NOT MATCH THE HASHES" in done.stderr:
        raise SetUpError(f"a package that came is not the one {lock.name} names; nothing is kept.")
    if any(sign in done.stderr for sign in NETWORK_SIGNS):
        raise SetUpError("the packages cannot be fetched without a network; nothing is half done.")
    raise SetUpError(f"pip cannot install {lock.name}: {last_line(done.stderr)}")


def last_line(output: str) -> str:
    """Return the last error line of a program's output, without its mark."""
    lines = [line for line in output.splitlines() if line.strip()] or ["it says nothing"]
    errors = [line for line in lines if "error" in line.lower()]
    return (errors or lines)[-1].removeprefix("ERROR:").strip()


def write_path_file() -> None:
    """Make the checkout importable from any folder; its name is kept in no locale's encoding."""
    library = VENV / "Lib" if os.name == "nt" else next((VENV / "lib").glob("python3*"))
    line = f"import os, sys; sys.path.append(os.fsdecode({os.fsencode(ROOT)!r}))\n"
    (library / "site-packages" / "webcare_desk.pth").write_text(line, encoding="ascii")


def ensure_system_parts(words: list[str]) -> None:
    """On Linux, see that the system libraries and a font that Qt needs are there."""
    if sys.platform != "linux" or not needs_qt(words):
        return
    env = os.environ if opens_window(words) else {}
    on_x11, on_wayland = env.get("DISPLAY"), env.get("WAYLAND_DISPLAY")
    wanted = {**QT, **(QT_ON_X11 if on_x11 else {}), **(QT_ON_WAYLAND if on_wayland else {})}
    missing = {name: package for name, package in wanted.items() if not loads(name)}
    missing |= {} if has_font() else {"a font": "fonts-dejavu-core"}
    if missing:
        apt_install(sorted(set(missing.values())), f"Qt needs {', '.join(missing)}")


def loads(library: str) -> bool:
    """Say whether the system finds this shared library and all that it needs itself."""
    with contextlib.suppress(OSError):
        return bool(ctypes.CDLL(library))
    return False


def has_font() -> bool:
    """Say whether any font is installed: without one Qt draws blank text."""
    files = (file for each in FONT_FOLDERS for file in Path(each).expanduser().rglob("*.*"))
    return any(file.suffix in {".ttf", ".otf", ".ttc", ".pfb"} for file in files)


def apt_install(packages: list[str], reason: str) -> None:
    """Install Debian packages as root; else say which are missing and the command."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if sys.platform != "linux" or shutil.which("apt-get") is None:
        raise SetUpError(f"{reason}; install that with this system's package manager.")
    if os.geteuid() != 0:
        raise SetUpError(f"{reason}; install it with: sudo {' '.join(command)}")
    print(f"{reason}: installing {' '.join(packages)} ...", file=sys.stderr)
    env = {**environment(), "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["apt-get", "update"], command):
        done = subprocess.run(step, capture_output=True, text=True, env=env, check=False)
    if done.returncode != 0:
        raise SetUpError(f"{reason}, and `{' '.join(command)}` fails: {last_line(done.stderr)}")


def environment() -> dict[str, str]:
    """Return the environment without what would lead Python or pip elsewhere."""
    elsewhere = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "PIP_TARGET", "PIP_PREFIX", "PIP_USER"}
    return {name: value for name, value in os.environ.items() if name not in elsewhere}


def hand_over(words: list[str]) -> int:
    """Become the program that the words name; `-P` keeps the caller's folder off its path."""
    own = {"test": [str(ROOT / "tests" / "gate.py")], "bench": ["-m", "benchmarks"]}
    command = [str(PYTHON), "-P", *own.get(words[0], ["-m", "webcare_desk", words[0]]), *words[1:]]
    typed, quoted = ("py", subprocess.list2cmdline) if os.name == "nt" else ("python3", shlex.join)
    env = {**environment(), "WEBCARE_DESK_PROGRAM": f"{typed} {quoted(sys.argv[:1])}"}
    if os.name == "posix":
        os.execve(command[0], command, env)
    signal.signal(signal.SIGINT, lambda *_: None)  # the program gets Ctrl+C too: its code counts
    return subprocess.call(command, env=env)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
