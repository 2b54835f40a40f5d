"""Signing: a signature is kept only if its owner's key made it, here and now."""

import base64
from dataclasses import dataclass
from typing import ClassVar

from webcare_desk.actions.base import Action, Moment
from webcare_desk.domain.audit import Details, Name, digest
from webcare_desk.domain.moderator import Right
from webcare_desk.domain.signature import Signature, covered
from webcare_desk.domain.spans import MINUTE
from webcare_desk.errors import RefusedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store import tables
from webcare_desk.store.base import Session

#: Further from the clock of the desk than this no signature is taken (microseconds).
_SLACK = MINUTE


@dataclass(frozen=True, slots=True)
class RecordSignature(Action[int]):
    """A signature goes into the desk; `has_both` tells that the login was given too."""

    signature: Signature
    has_both: bool
    name: ClassVar[Name] = Name("record-signature")
    right: ClassVar[Right] = Right.SIGN

    def apply(self, session: Session, moment: Moment) -> int:
        """Keep it and return its row; refuse one that is not the actor's own, made now."""
        self._require_own(session, moment)
        self._require_genuine(session)
        # 21 CFR 11.200(a)(1)(i): all components first, later one private one.
        if not self.has_both and not session.has_signed(moment.by.session):
            raise RefusedError(NEEDS_BOTH)
        made = self.signature
        return session.add(
            tables.SIGNATURE,
            {
                "signer": Name(made.signer),
                "role": made.role,
                "session": Name(made.session),
                "at": made.at,
                "zone": made.zone,
                "meaning": made.meaning,
                "record": made.record,
                "document": made.document,
                "protocol": made.protocol,
                "public": made.key,
            },
            {"name": made.name, "signed": base64.b64encode(made.signed).decode("ascii")},
        )

    def _require_own(self, session: Session, moment: Moment) -> None:
        made, by = self.signature, moment.by
        if (made.signer, made.role, made.session) != (by.moderator, by.role, by.session):
            msg = Said.of(
                QT_TRANSLATE_NOOP("Said", "One signs for oneself alone, in one's own session.")
            )
            raise RefusedError(msg)
        account = session.moderator(by.moderator)
        if account is None or account.name != made.name:
            msg = Said.of(
                QT_TRANSLATE_NOOP(
                    "Said", "The printed name is not that of this account; sign again."
                )
            )
            raise RefusedError(msg)
        if abs(made.at - moment.at) > _SLACK or made.protocol != session.fact("protocol"):
            msg = Said.of(
                QT_TRANSLATE_NOOP("Said", "The signature is not of this moment; sign again.")
            )
            raise RefusedError(msg)

    def _require_genuine(self, session: Session) -> None:
        from webcare_desk.vault.personal_key import is_signed  # loads cryptography

        made, key = self.signature, session.signing_key(self.signature.signer)
        if key is None or key.public != made.key:
            msg = Said.of(
                QT_TRANSLATE_NOOP(
                    "Said", "This is not the key with which the account signs now; sign again."
                )
            )
            raise RefusedError(msg)
        if not is_signed(made.key, covered(made), made.signed):
            msg = Said.of(
                QT_TRANSLATE_NOOP(
                    "Said", "The signature is wrong: it was not made by its owner over this record."
                )
            )
            raise RefusedError(msg)

    def detail_of(self, result: int) -> Details:
        """Name what was signed and how; the digest is that of the signature's bytes."""
        made = self.signature
        return {
            "signature": result,
            "meaning": made.meaning,
            "document": made.document,
            "record": made.record,
            "key": made.key,
            "zone": made.zone,
            "both": self.has_both,
            "signed": digest(made.signed),
        }


NEEDS_BOTH = Said.of(
    QT_TRANSLATE_NOOP(
        "Said", "The first signature of a session takes login and password; give your login too."
    )
)


@dataclass(frozen=True, slots=True)
class LockSigning(Action[None]):
    """The screen was locked: the next signature takes login and password again."""

    name: ClassVar[Name] = Name("lock-signing")
    right: ClassVar[Right] = Right.SESSION

    def apply(self, session: Session, moment: Moment) -> None:
        """Keep up to which signature the session had signed."""
        last = session.last_signature()
        key = session.signing_lock(moment.by.session)
        if key is None:
            session.add(tables.SIGNING_LOCK, {"session": Name(moment.by.session), "after": last})
        else:
            session.change(tables.SIGNING_LOCK, key, {"after": last})
