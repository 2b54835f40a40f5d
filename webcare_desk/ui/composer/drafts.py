"""What a person types survives: kept a moment after each pause, never in the log."""

from PySide6.QtCore import QEvent, QObject, QTimer

from webcare_desk.ui.workplace import Workplace

PAUSE = 300  # milliseconds


class Drafts(QObject):
    """Keeps drafts through the worker of the actions, so in the order they were typed."""

    def __init__(self, workplace: Workplace, writer: str, parent: QObject) -> None:
        """Keep drafts under the name of a `writer`: a person's notes have another than replies."""
        super().__init__(parent)
        self._work, self.writer = workplace, writer
        self._unsaved: dict[int, str] = {}
        self._on: dict[int, int] = {}
        self._on_the_way: dict[int, str] = {}
        self._kept = set[int]()
        self._timer = QTimer(self, interval=PAUSE, singleShot=True)
        self._timer.timeout.connect(self.flush)

    def typed(self, comment: int, text: str, on: int = 0) -> None:
        """Keep `text` after a pause; it was begun on the words that stood there `on` that moment."""
        self._unsaved[comment], self._on[comment] = text, on
        self._timer.start()

    def asking(self) -> None:
        """Trust what is read from now on: it was asked for after these were kept."""
        for comment in self._kept:
            del self._on_the_way[comment]
        self._kept.clear()

    def latest(self, comment: int, stored: str) -> str:
        """Return the draft of a comment: what was typed last, else what is `stored`.

        What was read while it was being kept may be older than what was typed.
        """
        on_the_way = self._on_the_way.get(comment, stored)
        return self._unsaved.get(comment, on_the_way)

    def flush(self) -> None:
        """Keep now whatever has not been kept."""
        self._timer.stop()
        app, writer = self._work.app, self.writer
        for comment, text in self._unsaved.items():
            self._on_the_way[comment] = text
            self._kept.discard(comment)

            def keep(comment: int = comment, text: str = text, on: int = self._on[comment]) -> int:
                app.desk.store.keep_draft(comment, writer, text, on or app.desk.clock())
                return comment

            def kept(comment: int, text: str = text) -> None:
                if self._on_the_way.get(comment) == text:
                    self._kept.add(comment)

            self._work.tasks.act(keep, kept)
        self._unsaved.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep everything before the window closes and its workers stop."""
        del watched
        if event.type() == QEvent.Type.Close:
            self.flush()
        return False
