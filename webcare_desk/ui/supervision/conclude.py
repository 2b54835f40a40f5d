"""The end of a review: its conclusion in words, then the signature under the whole of it."""

from PySide6.QtWidgets import QWidget

from webcare_desk import actions
from webcare_desk.actions.review import concludable
from webcare_desk.domain.audit import Name
from webcare_desk.domain.review import Review, ReviewHit, Verdict, record_of
from webcare_desk.domain.signature import Meaning, Signature
from webcare_desk.errors import RefusedError
from webcare_desk.ui.supervision.signing import SignDialog
from webcare_desk.ui.supervision.words import word
from webcare_desk.ui.supervision.words_dialog import SayDialog
from webcare_desk.ui.workplace import Workplace


class ConcludeDialog(SayDialog):
    """Asks for the conclusion, which stays here while the signature is asked for."""

    def __init__(self, workplace: Workplace, parent: QWidget, review: Review) -> None:
        """Ask for the verdict and the words."""
        super().__init__(
            workplace,
            parent,
            self.tr("Conclude review {number}").format(number=review.id),
            self.tr("Go on to sign"),
            self.tr("Conclusion"),
            [(word(verdict), verdict) for verdict in Verdict],
            self.tr("Verdict"),
        )
        self.remark(self.tr("Without names: it stays when a person's data are erased."))
        self._review = review

    def go_on(self, words: str, choice: str) -> None:
        """Ask for the signature; whoever cancels it is back at the words."""
        review, verdict = self._review, Verdict(choice)
        desk, by = self.work.app.desk, self.work.actor
        try:
            review, hits = concludable(desk.read, review.id, verdict, words, by.moderator)
        except RefusedError as error:  # before anything is signed
            self.complain(error)
            return
        record = record_of(review, hits, verdict, words)

        def then(made: Signature) -> None:
            desk.perform(actions.ConcludeReview(review.id, verdict, words, made.id), by)

        title = self.tr("Sign review {number}").format(number=review.id)
        document, meanings = Name(f"review:{review.uid}"), (Meaning.REVIEWED,)
        covers = "\n".join((word(verdict), words, "", *map(_judged, hits)))
        dialog = SignDialog(self.work, self, title, record, document, meanings, then, covers)
        self.end_with(dialog)


def _judged(hit: ReviewHit) -> str:
    """Return what was said of an entry that a question points to."""
    verdict = "–" if hit.verdict is None else word(hit.verdict)
    remark = " ".join((hit.remark or "–").split())
    return "  ·  ".join((str(hit.entry), word(hit.question), verdict, remark))
