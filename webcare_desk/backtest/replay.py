"""One page of comments held against a version of the protocol. Pure but for its memory."""

from collections.abc import Iterator, Sequence

from webcare_desk.domain.backtest import Changed, KeptComment, Verdict
from webcare_desk.domain.finding import Screening, Tier
from webcare_desk.protocol.evaluate import evaluate
from webcare_desk.protocol.occasion import occasion_of
from webcare_desk.triage import Triager


class Replay:
    """Says of pages of comments, oldest first, which are classified differently.

    It remembers what comments told that an answer may agree with ("me too"):
    those with a signal, and no others, which all tell an answer the same.
    """

    def __init__(self, triager: Triager) -> None:
        """Hold comments against the protocol of `triager`."""
        self._triager = triager
        self._quiet = triager.screen("")
        self._telling: dict[int, Screening] = {}

    def __call__(self, page: Sequence[KeptComment]) -> list[Changed]:
        """Return the comments of `page` that get another category, tier or queue."""
        found = (self._held(comment) for comment in parents_first(page))
        return sorted(filter(None, found), key=lambda changed: changed.comment)

    def _held(self, comment: KeptComment) -> Changed | None:
        parent = None if comment.parent is None else self._told(comment.parent)
        screening = self._triager.screen(comment.text, parent)
        if screening.urgency is not Tier.NONE:
            self._telling[comment.id] = screening
        if comment.own:
            return None
        protocol = self._triager.protocol
        occasion = occasion_of(protocol, comment.told)
        found = evaluate(protocol, screening, is_reply=comment.is_answer, occasion=occasion)
        new = Verdict(found.category, screening.urgency, found.queue)
        if new == comment.said:
            return None
        return Changed(comment.id, comment.said, new, found.rules)

    def _told(self, parent: int) -> Screening:
        return self._telling.get(parent, self._quiet)


def parents_first(page: Sequence[KeptComment]) -> Iterator[KeptComment]:
    """Yield every comment after what it answers: an export may begin with the newest."""
    here: dict[int | None, KeptComment] = {comment.id: comment for comment in page}
    for comment in page:
        chain = []
        above = here.pop(comment.id, None)
        while above is not None:
            chain.append(above)
            above = here.pop(above.parent, None)
        yield from reversed(chain)
