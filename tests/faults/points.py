"""Points at which a desk under way to PV is killed, or its network is: every step of it is one.

A step is an act on the desk, before it and after its commit, a connection, a handshake, and each
piece that goes over an encrypted wire, either way. The order is the same in each run.
"""

import os
import signal
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from webcare_desk.desk import Desk


class Fate(StrEnum):
    """What happens at a point: the process is killed, or its network is, for good."""

    KILL = "kill"
    CUT = "cut"


@dataclass
class Points:
    """Counts the steps; at step `at` comes the fate. Step 0 is never reached."""

    fate: Fate
    at: int
    count: int = 0
    is_cut: bool = False

    def step(self, wire: socket.socket | None = None) -> None:
        """Count one step."""
        self.count += 1
        if self.count == self.at and self.fate is Fate.KILL:
            os.kill(os.getpid(), signal.SIGKILL)
        if self.count == self.at:
            self.is_cut = True
        if self.is_cut and wire is not None:
            wire.shutdown(socket.SHUT_RDWR)
            msg = "the network is gone"
            raise ConnectionResetError(msg)

    def connect(self) -> None:
        """Count a connection, which a network that is gone refuses."""
        self.step()
        if self.is_cut:
            msg = "the network is gone"
            raise ConnectionRefusedError(msg)


def lay(points: Points) -> None:
    """Lay the points into this process, which then ends with them."""
    act, connect = Desk.perform, socket.create_connection

    def perform(desk: Desk, *words: Any) -> Any:  # noqa: ANN401 - whatever the act returns
        points.step()
        done = act(desk, *words)
        points.step()
        return done

    def connected(*words: Any, **more: Any) -> socket.socket:  # noqa: ANN401 - the socket's own
        points.connect()
        return connect(*words, **more)

    Desk.perform = perform  # type: ignore[method-assign, assignment]
    socket.create_connection = connected
    for name in ("do_handshake", "send", "read"):
        setattr(ssl.SSLSocket, name, _counted(getattr(ssl.SSLSocket, name), points))


def _counted(talk: Callable[..., Any], points: Points) -> Callable[..., Any]:
    """Return a way to talk that is a step before it and, where something came, after it."""

    def counted(wire: ssl.SSLSocket, *words: Any, **more: Any) -> Any:  # noqa: ANN401 - ssl's own
        points.step(wire)
        return talk(wire, *words, **more)

    return counted
