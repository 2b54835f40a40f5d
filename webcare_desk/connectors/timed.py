"""Reading a socket under one deadline.

A socket's timeout is one for each wait: a server that sends a byte now and then
holds a reader for ever. Here every read gets only what is left of the deadline.
"""

import io
import socket
import time
from typing import Any, cast


class TimedSocket(io.RawIOBase):
    """Reads a socket until a moment on the monotonic clock, in seconds."""

    def __init__(self, connection: socket.socket, until: float) -> None:
        """Mean the socket; its own timeout goes on to count for each wait."""
        self._connection = connection
        self._wait = connection.gettimeout()
        self._raw = connection.makefile("rb", buffering=0)
        self.until = until

    def readable(self) -> bool:
        """Say yes."""
        return True

    def readinto(self, buffer: Any, /) -> int | None:  # noqa: ANN401 - io's own signature
        """Read what comes in time; TimeoutError when the deadline has passed."""
        left = self.until - time.monotonic()
        if left <= 0:
            msg = "the deadline has passed"
            raise TimeoutError(msg)
        self._connection.settimeout(left if self._wait is None else min(left, self._wait))
        return cast("io.RawIOBase", self._raw).readinto(buffer)

    def close(self) -> None:
        """Let go of the socket."""
        self._raw.close()
        super().close()
