"""As which template and on which words the reply to each comment began.

Its locked phrases stay locked, and where the comment was reworded since, that is said.
"""

from webcare_desk.actions import QueueReply
from webcare_desk.domain.audit import Name
from webcare_desk.domain.comment import reads_otherwise
from webcare_desk.domain.reply import Delivery
from webcare_desk.domain.spans import SECOND
from webcare_desk.ui.composer.answered import answer_after
from webcare_desk.ui.composer.choose import began_as, filling, is_still
from webcare_desk.ui.sheet import Sheet


class Origins:
    """Knows the template of the reply that is being written, and of those that were left."""

    def __init__(self) -> None:
        """Know of no template yet."""
        #: Name and words of the template of the present reply.
        self.present: tuple[str, str] | None = None
        self._left: dict[int, tuple[str, str]] = {}
        #: A moment at which the words stood there on which the reply to each comment began.
        self._on: dict[int, int] = {}
        #: The last delivery to each comment that was there when its reply began.
        self._known: dict[int, int] = {}

    def begin(self, comment: int, on: int) -> None:
        """Let the reply to a comment answer the words that stood there `on` that moment."""
        self._on[comment] = on

    def words_of(self, sheet: Sheet, text: str) -> int:
        """Return a moment at which the words stood there that `text` answers: it may begin now."""
        if not text.strip():
            self._on.pop(sheet.comment, None)
            self._known.pop(sheet.comment, None)
            return sheet.wording
        self._know(sheet, sheet.at)
        return self._on.setdefault(sheet.comment, sheet.wording)

    def is_reworded(self, sheet: Sheet, text: str) -> bool:
        """Say whether `text` was begun on other words than those that are shown."""
        on = self.words_of(sheet, text)
        return reads_otherwise(sheet.file.comment, sheet.file.revisions, on)

    def answered(self, sheet: Sheet, me: str) -> Delivery | None:
        """Return the last reply that somebody other than `me` gave since this one was begun."""
        known = self._known.get(sheet.comment, 0)
        return answer_after(sheet.file.deliveries, known, me)

    def reply(self, sheet: Sheet, text: str, seconds: int) -> QueueReply:
        """Return the act that sends `text`, held for so many seconds."""
        began, answers = self.still(text), self.words_of(sheet, text)
        template = None if began is None else Name(began)
        return QueueReply(sheet.comment, text, template, seconds * SECOND, answers)

    def _know(self, sheet: Sheet, at: int) -> None:
        """Let what was queued until `at` be known to who writes, unless that is told already."""
        there = (each.id for each in sheet.file.deliveries if each.queued_at <= at)
        self._known.setdefault(sheet.comment, max(there, default=0))

    def leave(self, comment: int) -> None:
        """Keep the template of a comment's reply until it is written on."""
        if self.present is not None:
            self._left[comment] = self.present
        self.present = None

    def come(self, sheet: Sheet, author: str, text: str) -> None:
        """Take up the reply `text` of an `author`, given by id; an older draft shows its template itself."""
        if text == sheet.draft and sheet.drafted_on:  # as it was kept, by whichever window
            self.begin(sheet.comment, sheet.drafted_on)
            self._know(sheet, sheet.drafted_on)
        self.present = self._left.pop(sheet.comment, None)
        if self.present is None and text.strip():
            names = sheet.protocol.templates
            filled = {name: filling(sheet, name, author).text for name in names}
            self.present = began_as(filled, text)

    def still(self, text: str) -> str | None:
        """Return the name of the template that the reply still is, or None."""
        if self.present is None or not is_still(self.present[1], text):
            return None
        return self.present[0]

    def lost(self, sheet: Sheet, text: str) -> tuple[str, ...]:
        """Return the locked phrases that the reply has lost, as long as it is still its template."""
        from webcare_desk.protocol.locked import lost  # loaded with the protocol

        protocol, language = sheet.protocol, sheet.file.comment.screening.spoken.value
        template = protocol.templates.get(self.still(text) or "")
        return () if template is None else lost(protocol, template, language, text)
