"""What a signed act demands: a signature of the very person, over the very record."""

from webcare_desk.actions.base import Moment
from webcare_desk.domain.audit import Digest
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store.base import Session


def require_signature(session: Session, moment: Moment, signature: int, record: Digest) -> None:
    """Refuse unless row `signature` is the actor's own, of this session, over `record`."""
    found = session.signature(signature)
    if found is None or (found.signer, found.session) != (moment.by.moderator, moment.by.session):
        msg = Said.of(
            QT_TRANSLATE_NOOP("Said", "Sign it yourself, in this session, before it is concluded.")
        )
        raise RefusedError(msg)
    if found.record != record:
        msg = Said.of(
            QT_TRANSLATE_NOOP(
                "Said", "What was signed is not what stands here now: read it again and sign again."
            )
        )
        raise RefusedError(msg)
