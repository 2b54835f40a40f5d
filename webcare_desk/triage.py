"""One comment to its triage: findings, recommendation, due time. Pure."""

from dataclasses import dataclass

from webcare_desk.domain.comment import RemoteComment
from webcare_desk.domain.finding import Screening
from webcare_desk.domain.triage import Triage
from webcare_desk.protocol.evaluate import evaluate, reply_due
from webcare_desk.protocol.model import Protocol
from webcare_desk.screening import Lexicon, Screener, prepare


@dataclass(frozen=True, slots=True)
class Triager:
    """A protocol with the screener prepared for its products."""

    protocol: Protocol
    screener: Screener

    def __call__(self, comment: RemoteComment, parent: Screening | None = None) -> Triage:
        """Return what screening and protocol say; `parent` is what it answers."""
        screening = self.screener(comment.text, parent)
        found = evaluate(self.protocol, screening, is_reply=comment.parent is not None)
        return Triage(
            screening=screening,
            category=found.category,
            queue=found.queue,
            rules=found.rules,
            plan=found.plan,
            reply_due=reply_due(self.protocol, found, comment.posted_at),
        )


def prepare_triage(protocol: Protocol, lexicon: Lexicon) -> Triager:
    """Return the triage of a protocol; prepare once, use for every comment."""
    products = {product.id: product.spellings for product in protocol.products}
    return Triager(protocol, prepare(lexicon, products, protocol.languages[0]))
