"""Signing records, asking for a second person, and checking what was signed."""

from collections.abc import Iterator
from dataclasses import replace

from webcare_desk import actions
from webcare_desk.actions.approve import require_askable
from webcare_desk.actions.reconcile import reconciled, reconciled_by_rows
from webcare_desk.actions.sign import NEEDS_BOTH
from webcare_desk.actions.two_persons import why_not_approve
from webcare_desk.desk import Desk
from webcare_desk.domain import deviation, review
from webcare_desk.domain.alert import AlertKind
from webcare_desk.domain.approval import Wanted
from webcare_desk.domain.audit import Digest, Name, digest
from webcare_desk.domain.moderator import Actor, as_heard
from webcare_desk.domain.reconciliation import Reconciliation
from webcare_desk.domain.signature import (
    Meaning,
    SealedKey,
    Signature,
    covered,
    zone_name,
)
from webcare_desk.errors import LoginError, RefusedError, UsageError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store.base import Account, Reads
from webcare_desk.tries import record_wrong, refuse_waiting
from webcare_desk.vault.passwords import verify_password
from webcare_desk.vault.secret import Secret

#: As many requests as there are.
_EVERY = 2**62
_WRONG = Said.of(
    QT_TRANSLATE_NOOP("Said", "The login or the password is wrong; nothing was signed.")
)
_NO_KEY = Said.of(
    QT_TRANSLATE_NOOP(
        "Said",
        "This account has no signing key: set a password of your own first. With a password that "
        "an administrator gave nobody can sign.",
    )
)


def sign(  # noqa: PLR0913, PLR0917 - who, with what, which record, what for
    desk: Desk,
    actor: Actor,
    password: Secret,
    record: Digest,
    document: Name,
    meaning: Meaning,
    *,
    login: str | None = None,
) -> Signature:
    """Put `actor`'s signature under `record`, which `document` names; return it as kept.

    The password is asked at every signing; the first one of a session, and the
    first after a screen lock, takes the login too (21 CFR 11.200(a)(1)). Ask
    `needs_both` which it is. A wrong one counts as a failed login. Takes half
    a second: call it from a worker. Raises LoginError and RefusedError.
    """
    from webcare_desk.vault.personal_key import sign_with  # loads cryptography

    if login is None and needs_both(desk.read, actor):
        raise UsageError(NEEDS_BOTH)
    account = _proven(desk, actor, password, login)
    key = desk.read.signing_key(actor.moderator)
    if key is None:
        raise RefusedError(_NO_KEY)
    unsigned = _unsigned(desk, actor, account.moderator.name, key.public)
    meant = replace(unsigned, record=record, document=document, meaning=meaning)
    signed = sign_with(SealedKey(key.public, key.sealed), password, covered(meant))
    made = replace(meant, signed=signed)
    row = desk.perform(actions.RecordSignature(made, login is not None), actor)
    return replace(made, id=row)


def _unsigned(desk: Desk, actor: Actor, name: str, key: Name) -> Signature:
    """Return who signs now, with which key; what is signed is still missing."""
    at, protocol = desk.clock(), desk.read.fact("protocol")
    return Signature(
        id=0,
        signer=actor.moderator,
        name=name,
        role=actor.role,
        session=actor.session,
        at=at,
        zone=zone_name(desk.machine.stamp(at).offset),
        meaning=Meaning.REVIEWED,
        record=digest(b""),
        document=Name("nothing"),
        protocol=None if protocol is None else Digest(protocol),
        key=key,
        signed=b"",
    )


def needs_both(read: Reads, actor: Actor) -> bool:
    """Say whether the next signature of this session takes login and password."""
    return not read.has_signed(actor.session)


def _proven(desk: Desk, actor: Actor, password: Secret, login: str | None) -> Account:
    """Return the account of who acts, once its password was given; or count a failure."""
    person = desk.read.moderator(actor.moderator)
    account = None if person is None else desk.read.account(person.login)
    if account is None:
        raise LoginError(_WRONG)
    refuse_waiting(desk, account)
    is_right = verify_password(account.password, password)
    own = account.moderator.login
    if not is_right or as_heard(own if login is None else login) != as_heard(own):
        record_wrong(desk, account, AlertKind.WRONG_SIGNATURE)
        raise LoginError(_WRONG)
    return account


def ask(  # noqa: PLR0913 - as `sign`, and the reason
    desk: Desk,
    actor: Actor,
    password: Secret,
    wanted: Wanted,
    *,
    words: str = "",
    login: str | None = None,
) -> int:
    """Sign a request and put it before a second person; return its row."""
    require_askable(desk.read, wanted, actor.role, desk.clock())
    made = sign(desk, actor, password, wanted.record, wanted.document, wanted.asking, login=login)
    return desk.perform(actions.Ask(wanted, words, made.id), actor)


def approve(
    desk: Desk, actor: Actor, password: Secret, request: int, *, login: str | None = None
) -> Signature:
    """Sign a request of somebody else, so that it may be done; return the signature."""
    found = desk.read.request(request)
    if found is None:
        msg = Said.of(
            QT_TRANSLATE_NOOP("Said", "There is no request {request} on this desk."),
            request=request,
        )
        raise RefusedError(msg)
    wanted = found.wanted
    reason = why_not_approve(desk.read, found, actor.moderator, actor.session, desk.clock())
    if reason is not None:  # before anything is signed
        raise RefusedError(reason)
    made = sign(
        desk, actor, password, wanted.record, wanted.document, wanted.approving, login=login
    )
    desk.perform(actions.Approve(request, made.id), actor)
    return made


def verify_signature(
    read: Reads, signature: Signature, record: Digest, document: Name
) -> str | None:
    """Return why `signature` does not stand under `record` of `document`; None if it does.

    A signature that was copied to another record, or of which a byte was
    changed, fails (21 CFR 11.70), as does one by a key that was never the
    signer's. That it was his key of that moment the desk saw when it took the
    signature; its clock may have gone back since.
    """
    from webcare_desk.vault.personal_key import is_signed  # loads cryptography

    if (signature.record, signature.document) != (record, document):
        return "the signature belongs to another record"
    if not is_signed(signature.key, covered(signature), signature.signed):
        return "the signature is wrong: it or what it covers was changed"
    if all(key.public != signature.key for key in read.signing_keys(signature.signer)):
        return "the key was never this person's"
    return None


def false_signatures(read: Reads) -> tuple[str, ...]:
    """Return which signatures of the desk do not hold, in sentences.

    Each is held against its signer's key. One under a request, a concluded review, a closed
    deviation or a comparison with PV's list, none of which changes any more, is also held against
    its words.
    """
    records = dict(_signed_records(read))
    found = (
        (each, verify_signature(read, each, records.get(each.id, each.record), each.document))
        for each in read.signatures()
    )
    return tuple(
        f"signature {each.id} of {each.name} ({each.document}): {why}"
        for each, why in found
        if why is not None
    )


def _signed_records(read: Reads) -> Iterator[tuple[int, Digest]]:
    """Yield the row of a signature, and the digest of what stands above it now."""
    for request in read.requests(is_open=False, limit=_EVERY):
        yield request.asking, request.wanted.record
        if request.approving is not None:
            yield request.approving, request.wanted.record
    for done in read.reviews():
        if done.signature is not None and done.verdict is not None:
            said, hits = done.conclusion or "", read.review_hits(done.id)
            yield done.signature, review.record_of(done, hits, done.verdict, said)
    for closed in read.deviations():
        if closed.signature is not None:
            yield closed.signature, deviation.record_of(closed, read.measures(closed.id))
    for compared in read.reconciliations(_EVERY):
        if compared.signature is not None:
            yield compared.signature, _compared(read, compared, compared.signature)


def _compared(read: Reads, compared: Reconciliation, signature: int) -> Digest:
    """Return the record that a comparison was signed for, be it by an earlier program."""
    record, made = reconciled(read, compared.id)[1], read.signature(signature)
    if made is None or made.record == record:
        return record
    earlier = reconciled_by_rows(read, compared, made.at)
    return earlier if made.record == earlier else record
