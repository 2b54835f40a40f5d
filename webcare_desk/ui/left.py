"""Sessions that were left while something of theirs still waits for a platform or a mail server.

Whoever comes next need not wait for it. It is ended, and what came of it is recorded: cut off,
a reply that is on its way would be in doubt. The next jobs begin only then, so that no two rounds
of them run at once. What only reads, such as a check of the whole log, does not hold them up.
"""

from webcare_desk.ui.tasks import Tasks


class Left:
    """Keeps what was left until it has ended: a worker must not be the last to hold a window."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._kept: list[tuple[Tasks, tuple[object, ...]]] = []

    def leave(self, tasks: Tasks, *parts: object) -> None:
        """Leave `tasks`, and keep the `parts` of the window that they may come back to."""
        tasks.leave()
        self._kept.append((tasks, parts))

    def settle(self) -> None:
        """Wait until nothing of it waits for a platform or a mail server; a worker may."""
        for tasks, _ in tuple(self._kept):
            tasks.settle()

    def close(self) -> None:
        """Wait until all of it has ended; a worker may."""
        for tasks, _ in tuple(self._kept):
            tasks.close()

    def forget(self) -> None:
        """Let go of it, on the window's thread."""
        self._kept.clear()
