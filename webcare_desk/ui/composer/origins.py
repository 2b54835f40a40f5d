"""As which template the reply to each comment began, so that its locked phrases stay locked."""

from webcare_desk import casework
from webcare_desk.ui.composer.choose import began_as, is_still
from webcare_desk.ui.sheet import Sheet


class Origins:
    """Knows the template of the reply that is being written, and of those that were left."""

    def __init__(self) -> None:
        """Know of no template yet."""
        #: Name and words of the template of the present reply.
        self.present: tuple[str, str] | None = None
        self._left: dict[int, tuple[str, str]] = {}

    def leave(self, comment: int) -> None:
        """Keep the template of a comment's reply until it is written on."""
        if self.present is not None:
            self._left[comment] = self.present
        self.present = None

    def come(self, sheet: Sheet, author: str, text: str) -> None:
        """Take up the reply `text` of an `author`; an older draft shows its template itself."""
        self.present = self._left.pop(sheet.comment, None)
        if self.present is None and text.strip():
            file, protocol = sheet.file, sheet.protocol
            filled = {
                name: casework.filled(protocol, name, file, author).text
                for name in protocol.templates
            }
            self.present = began_as(filled, text)

    def still(self, text: str) -> str | None:
        """Return the name of the template that the reply still is, or None."""
        if self.present is None or not is_still(self.present[1], text):
            return None
        return self.present[0]

    def lost(self, sheet: Sheet, text: str) -> tuple[str, ...]:
        """Return the locked phrases that the reply has lost, as long as it is still its template."""
        from webcare_desk.protocol.locked import lost  # loaded with the protocol

        protocol, language = sheet.protocol, sheet.file.comment.language.value
        template = protocol.templates.get(self.still(text) or "")
        return () if template is None else lost(protocol, template, language, text)
