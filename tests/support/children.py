"""A child process for one function: another account, a small disk quota, a second program."""

import os
import signal
import traceback
import warnings
from collections.abc import Callable

import pytest

from webcare_desk.errors import WebcareError

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")

#: The account that owns nothing.
NOBODY = 65534


class Child:
    """A forked process that runs `work` and tells how it ended, as one line of text."""

    def __init__(self, work: Callable[[], object]) -> None:
        """Start the child."""
        self._reads, writes = os.pipe()
        with warnings.catch_warnings():
            # Only the child's own thread goes on, and it never comes back here.
            warnings.simplefilter("ignore", DeprecationWarning)
            self.pid = os.fork()
        if self.pid == 0:
            os.close(self._reads)
            _run(work, writes)
        os.close(writes)

    def result(self) -> str:
        """Wait for the end: what `work` returned, or `NameOfError: its sentence`."""
        with os.fdopen(self._reads, encoding="utf-8") as answer:
            text = answer.read()
        _, status = os.waitpid(self.pid, 0)
        return text or f"died: {os.waitstatus_to_exitcode(status)}"


def _run(work: Callable[[], object], writes: int) -> None:
    """Run `work`, tell the parent, and never return; a bug tells nothing and ends with 1."""
    try:
        try:
            answer = str(work())
        except WebcareError as error:
            answer = f"{type(error).__name__}: {error}"
        os.write(writes, answer.encode())
        os._exit(0)
    finally:
        traceback.print_exc()
        os._exit(1)


def in_child(work: Callable[[], object]) -> str:
    """Run `work` in a child and return how it ended."""
    return Child(work).result()


def as_nobody(work: Callable[[], object]) -> str:
    """Run `work` as an account that may write nothing that is not everybody's."""

    def changed() -> object:
        if os.getuid() == 0:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        return work()

    return in_child(changed)


def with_small_files(size: int, work: Callable[[], object]) -> str:
    """Run `work` where no file may grow beyond `size` bytes."""
    import resource  # Unix has it, as it has fork

    def limited() -> object:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        return work()

    return in_child(limited)
