"""A window is opened only on a screen that can be reached."""

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from webcare_desk.cli.display import reaches_display
from webcare_desk.cli.machine import loads

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a display"),
    pytest.mark.skipif(not loads("libxcb.so.1"), reason="nothing asks an X server here"),
]
#: What an X server says to one that it lets in: version 11.0, and 32 bytes about itself.
LET_IN = bytes((1, 0, 11, 0, 0, 0, 8, 0)) + bytes(8) + b"\xff\xff\x1f\x00" + bytes(20)
REFUSED = bytes((0, 0, 11, 0, 0, 0, 0, 0))


@pytest.fixture(params=[LET_IN, REFUSED], ids=["let in", "refused"])
def server(request: pytest.FixtureRequest) -> Iterator[tuple[str, bool]]:
    """Give the display of an X server, and whether it lets anybody in."""
    answer: bytes = request.param
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            asked, _ = listening.accept()
            with asked:
                asked.recv(12)
                asked.sendall(answer)
                asked.recv(1)

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"127.0.0.1:{listening.getsockname()[1] - 6000}", answer == LET_IN
        thread.join()


def test_the_server_is_asked_whether_it_lets_this_person_in(server: tuple[str, bool]) -> None:
    display, is_let_in = server
    assert reaches_display({"DISPLAY": display}) is is_let_in


def test_a_compositor_must_listen(tmp_path: Path) -> None:
    named = {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "wayland-7"}
    assert not reaches_display(named)
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(tmp_path / "wayland-7"))
        compositor.listen()
        assert reaches_display(named)
        assert reaches_display({**named, "QT_QPA_PLATFORM": "wayland;xcb"})


def test_what_needs_no_screen_is_let_be() -> None:
    assert reaches_display({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": "127.0.0.1:1"})
    assert not reaches_display({"QT_QPA_PLATFORM": "xcb"})
    assert not reaches_display({})


def test_a_display_that_nobody_serves_is_a_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    env = {**kept, "DISPLAY": "127.0.0.1:1", "WAYLAND_DISPLAY": "", "TMPDIR": str(tmp_path)}
    command = [sys.executable, "-m", "webcare_desk", "demo"]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)  # noqa: S603 - our own interpreter
    assert done.returncode == 2
    assert "The display 127.0.0.1:1 cannot be reached; `demo --screenshot FILE`" in done.stderr
    assert "`demo --headless` works" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_library_that_lacks_is_not_taken_for_a_display_that_lacks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def lacks(name: str) -> None:
        raise OSError(name)

    monkeypatch.setattr("ctypes.CDLL", lacks)
    assert reaches_display({"DISPLAY": "127.0.0.1:1"})
