"""Everything the pane shows of one comment, read in a worker at one moment."""

from collections.abc import Mapping
from dataclasses import dataclass

from webcare_desk.app import App
from webcare_desk.casework import Dossier, dossier
from webcare_desk.domain.hint import Hint, HintKind
from webcare_desk.domain.moderator import Actor
from webcare_desk.errors import WebcareError
from webcare_desk.paths import resources_dir
from webcare_desk.protocol.model import Protocol
from webcare_desk.screening.hints import hints_of, load_hints


@dataclass(frozen=True, slots=True)
class Sheet:
    """A dossier with what is needed to show it; `at` in UTC microseconds.

    `names` gives the people of the desk by id, `secret_names` what no public
    reply may call a product, `longest` the platform's limit in characters.
    """

    file: Dossier
    protocol: Protocol
    names: Mapping[str, str]
    secret_names: tuple[str, ...]
    longest: int | None
    draft: str
    at: int
    hints: tuple[Hint, ...] = ()
    confirmed: frozenset[HintKind] = frozenset()

    @property
    def comment(self) -> int:
        """Return the number of the comment."""
        return self.file.comment.id


def read_sheet(app: App, comment: int, actor: Actor) -> Sheet:
    """Return the sheet of a comment; the first one loads the protocol (0.4 s)."""
    file = dossier(app.desk, app.protocol, comment)
    return Sheet(
        file=file,
        protocol=app.protocol,
        names={person.id: person.name for person in app.desk.read.moderators()},
        secret_names=_secret_names(app.protocol),
        longest=_longest(app, file.comment.source),
        draft=app.desk.read.draft(comment, actor.moderator),
        at=app.desk.clock(),
        hints=hints_of(file.comment.text, load_hints(resources_dir() / "lexicons")),
        confirmed=app.desk.read.hints(comment),
    )


def _secret_names(protocol: Protocol) -> tuple[str, ...]:
    """Return what prescription-only products are called (CGR 5.5.1)."""
    names = [
        name
        for product in protocol.products
        if product.prescription_only
        for name in (product.brand, product.substance, *product.spellings)
    ]
    return tuple(dict.fromkeys(name.casefold() for name in names))


def _longest(app: App, source: str) -> int | None:
    """Return the platform's limit, or None for a source that nobody has set up."""
    try:
        connector = app.connectors.get(source)
    except WebcareError:
        return None
    return None if connector is None else connector.capabilities.max_length
