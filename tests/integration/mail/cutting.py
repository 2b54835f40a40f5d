"""A wire between the desk and a server that is cut after the mail and before its answer."""

import contextlib
import socket
import threading
from collections.abc import Iterator


class CutWire:
    """Passes bytes both ways until `limit` came from the desk; the next answer cuts the wire."""

    def __init__(self, target: int, limit: int) -> None:
        """Lead to the port `target`."""
        self._target, self._limit = target, limit
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self.said = 0

    def talk(self) -> None:
        """Serve one connection."""
        desk, _ = self._listening.accept()
        with desk, socket.create_connection(("127.0.0.1", self._target)) as server:
            heard = threading.Thread(target=self._answers, args=(server, desk))
            heard.start()
            with contextlib.suppress(OSError):
                while data := desk.recv(65_536):
                    self.said += len(data)
                    server.sendall(data)
            heard.join()

    def _answers(self, server: socket.socket, desk: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while (data := server.recv(65_536)) and self.said < self._limit:
                desk.sendall(data)
        for end in (desk, server):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Listen no more."""
        self._listening.close()


@contextlib.contextmanager
def cut_after(target: int, limit: int) -> Iterator[CutWire]:
    """Lay such a wire to a port for one connection."""
    wire = CutWire(target, limit)
    thread = threading.Thread(target=wire.talk)
    thread.start()
    try:
        yield wire
    finally:
        thread.join()
        wire.close()
