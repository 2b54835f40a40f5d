"""What was frozen is drawn by another process; where it cannot be, the packet says so."""

import base64
import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from tests.jobs.test_forward import CASE, Counter, counter
from tests.support.desks import Bench, arrival, take_in
from webcare_desk.actions import Open
from webcare_desk.connectors.drawing import draw
from webcare_desk.domain.moderator import Actor
from webcare_desk.domain.original import Cause, PictureState
from webcare_desk.errors import UnavailableError
from webcare_desk.jobs.originals import (
    NO_QT,
    UNDRAWABLE,
    draw_escalated,
    draw_originals,
    original_of,
    proof_of,
    words_in,
)

__all__ = ["counter"]


def no_qt(originals: Sequence[bytes]) -> list[bytes | None]:
    """Be a machine without Qt."""
    del originals
    msg = "no Qt"
    raise UnavailableError(msg)


def packet(counter: Counter) -> EmailMessage:
    """Send the packet, and return the mail."""
    counter.tick()
    return BytesParser(EmailMessage, policy=policy.default).parsebytes(counter.post.arrived[0])


def told(mail: EmailMessage) -> str:
    body = mail.get_body()
    assert body is not None
    return str(body.get_content())


def files(mail: EmailMessage) -> dict[str, bytes]:
    """Return the attachments byte for byte."""
    parts = (
        (part.get_filename(), part.get_payload(decode=True)) for part in mail.iter_attachments()
    )
    return {name: data for name, data in parts if name is not None and isinstance(data, bytes)}


def test_of_an_original_that_was_erased_the_words_are_not_sent(counter: Counter) -> None:
    desk = counter.bench.desk
    escalation = desk.read.escalation(counter.escalation)
    assert escalation is not None
    frozen = original_of(desk.read, escalation)
    assert frozen is not None
    assert len(words_in(desk.read, frozen)) == 1
    assert words_in(desk.read, replace(frozen, text_hash="0" * 64)) == ()
    assert (words_in(desk.read, None), proof_of(None)) == ((), None)


def test_a_packet_holds_the_picture_and_its_hash(counter: Counter) -> None:
    desk = counter.bench.desk
    escalation = desk.read.escalation(counter.escalation)
    assert escalation is not None
    for _ in range(2):  # what is drawn is not drawn again
        draw_escalated(desk, draw, escalation)
    frozen = original_of(desk.read, escalation)
    assert frozen is not None
    assert (frozen.cause, frozen.state) == (Cause.ESCALATE, PictureState.DRAWN)
    mail = packet(counter)
    parts = {part.get_filename(): part.get_content() for part in mail.iter_attachments()}
    picture = parts["original.png"]
    assert picture.startswith(b"\x89PNG")
    assert hashlib.sha256(picture).hexdigest() == frozen.picture_hash
    assert f"original.png, SHA-256 {frozen.picture_hash}" in told(mail)
    proof = json.loads(files(mail)["packet.json"])["original"]
    assert proof["picture_sha256"] == hashlib.sha256(picture).hexdigest()
    words = files(mail)["original.json"]
    assert proof["json_sha256"] == hashlib.sha256(words).hexdigest() == frozen.text_hash
    assert json.loads(words)["taken_at"] == proof["taken_at"]["us"]
    spoilt = words.replace(b"taken_at", b"taken-at")
    assert hashlib.sha256(spoilt).hexdigest() != proof["json_sha256"]
    assert CASE.reference in mail["Subject"]


def test_without_qt_the_packet_leaves_and_says_so(counter: Counter) -> None:
    desk = counter.bench.desk
    escalation = desk.read.escalation(counter.escalation)
    assert escalation is not None
    draw_escalated(desk, no_qt, escalation)
    mail = packet(counter)
    names = [part.get_filename() for part in mail.iter_attachments()]
    assert "original.png" not in names
    assert "Van het origineel is geen beeld" in told(mail)
    proof = json.loads(files(mail)["packet.json"])["original"]
    assert proof["picture_sha256"] is None
    assert proof["json_sha256"] == hashlib.sha256(files(mail)["original.json"]).hexdigest()
    frozen = original_of(desk.read, escalation)
    assert frozen is not None
    assert (frozen.state, frozen.problem) == (PictureState.NOT_DRAWN, NO_QT)


def test_what_waits_is_drawn_in_one_go_and_what_cannot_be_stops_nothing(
    bench: Bench, anna: Actor
) -> None:
    comments = take_in(bench.desk, arrival(1, "pijn"), arrival(2, "jeuk"))
    for comment in comments:
        bench.desk.perform(Open(comment), anna)
    asked: list[int] = []

    def half(originals: Sequence[bytes]) -> list[bytes | None]:
        asked.append(len(originals))
        return [b"\x89PNG one", None]

    assert draw_originals(bench.desk, half) == 1
    assert draw_originals(bench.desk, half) == 0
    assert asked == [2]
    (first,), (second,) = (bench.desk.read.originals(each) for each in comments)
    picture = bench.desk.read.picture_of(first.id)
    assert picture is not None
    assert base64.b64decode(picture) == b"\x89PNG one"
    assert (second.state, second.problem) == (PictureState.NOT_DRAWN, UNDRAWABLE)


def test_two_processes_that_draw_keep_one_picture(bench: Bench, anna: Actor) -> None:
    (comment,) = take_in(bench.desk, arrival(1, "pijn"))
    bench.desk.perform(Open(comment), anna)
    waiting = bench.desk.read.originals_waiting(9)
    pictures: list[bytes | None] = [b"\x89PNG one"]
    draw_originals(bench.desk, lambda _: pictures, waiting)
    draw_originals(bench.desk, lambda _: [b"\x89PNG two"], waiting)
    (frozen,) = bench.desk.read.originals(comment)
    picture = bench.desk.read.picture_of(frozen.id)
    assert picture is not None
    assert base64.b64decode(picture) == b"\x89PNG one"
