"""A hand on the window that gives a slow machine its time; what never comes fails all the same."""

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

#: Milliseconds. Two workers under coverage on two slow cores needed more than 15,000 once.
PATIENCE = 90_000


class PatientBot(QtBot):
    """pytest-qt's hand, which gives up after 5 seconds unless each call says otherwise."""

    def waitUntil(  # noqa: N802 - pytest-qt's own name
        self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE
    ) -> None:
        """Wait until something holds, for `timeout` milliseconds at most."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(  # noqa: N802 - pytest-qt's own name
        self,
        signal: Any,  # noqa: ANN401 - as pytest-qt has it
        *,
        timeout: int = PATIENCE,
        **settings: Any,  # noqa: ANN401 - as pytest-qt has it
    ) -> Any:  # noqa: ANN401 - as pytest-qt has it
        """Wait for a signal, for `timeout` milliseconds at most."""
        return super().waitSignal(signal, timeout=timeout, **settings)
