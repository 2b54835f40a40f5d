"""One comment to its triage: findings, recommendation, due time. Pure."""

from dataclasses import dataclass, replace

from webcare_desk.domain.comment import RemoteComment
from webcare_desk.domain.finding import Screening
from webcare_desk.domain.occasion import Circumstances
from webcare_desk.domain.triage import Triage
from webcare_desk.protocol.evaluate import evaluate, reply_due
from webcare_desk.protocol.model import Protocol, product_names
from webcare_desk.protocol.occasion import occasion_of
from webcare_desk.screening import Concept, Lexicon, Screener, prepare, with_terms
from webcare_desk.screening.assess import Assessor
from webcare_desk.screening.contact import CONTACTS
from webcare_desk.screening.lines import common_words, names_of
from webcare_desk.screening.opinion import screen_with
from webcare_desk.screening.screener import BLAMED
from webcare_desk.screening.unreadable import UNSCREENED


@dataclass(frozen=True, slots=True)
class Triager:
    """A protocol with the screener prepared for its products, and the model beside it.

    `names` are the folded names of the products, as the model looks for them.
    """

    protocol: Protocol
    screener: Screener
    assessor: Assessor | None = None
    names: tuple[str, ...] = ()

    def screen(self, text: str, parent: Screening | None = None) -> Screening:
        """Return what lexicon and model see in a text; `parent` is what it answers."""
        if self.assessor is None:
            return self.screener(text, parent)
        return screen_with(self.assessor, self.screener, text, parent, self.names)

    def __call__(
        self,
        comment: RemoteComment,
        parent: Screening | None = None,
        told: Circumstances | None = None,
    ) -> Triage:
        """Return what screening and protocol say; `parent` is what it answers.

        `told` is on which source it came in and whom it answers, where that is known.
        """
        screening = self.screen(comment.text, parent)
        known = replace(told or Circumstances(), posted_at=comment.posted_at)
        occasion = occasion_of(self.protocol, known)
        is_reply = comment.parent is not None
        found = evaluate(self.protocol, screening, is_reply=is_reply, occasion=occasion)
        channel = None if occasion.channel is None else occasion.channel.id
        return Triage(
            screening=screening,
            category=found.category,
            queue=found.queue,
            rules=found.rules,
            plan=found.plan,
            reply_due=reply_due(
                self.protocol, found, known.worded_at or comment.posted_at, channel
            ),
        )


def prepare_triage(
    protocol: Protocol, lexicon: Lexicon, assessor: Assessor | None = None
) -> Triager:
    """Return the triage of a protocol; prepare once, use for every comment.

    Without an `assessor` it goes by the lexicon alone.
    """
    told = (name for names in product_names(protocol).values() for name in names)
    names = names_of(told, common_words(lexicon))
    return Triager(protocol, screener_of(protocol, lexicon), assessor, names)


def screener_of(protocol: Protocol, lexicon: Lexicon) -> Screener:
    """Return the screener for a protocol: with its products, and the words of its community."""
    terms = (
        (Concept(term.id, term.mark, term.category), language, wordings)
        for term in protocol.terms
        for language, wordings in term.phrases
    )
    return prepare(with_terms(lexicon, terms), product_names(protocol), protocol.languages[0])


def concepts_of(lexicon: Lexicon) -> frozenset[str]:
    """Return every concept that a screening finds without the terms and products of a protocol."""
    listed = (concept.id for concept in lexicon.concepts())
    return UNSCREENED.union(listed, CONTACTS, {BLAMED.id})
