"""No mail holds up the ones after it, and another mailbox is read from its start."""

from dataclasses import replace
from typing import Any

import pytest

from tests.connectors.imap_server import Post, serving
from tests.connectors.test_mailbox import at, authority, mail, mailbox
from tests.support.tls import Authority
from webcare_desk.connectors import mailbox as module
from webcare_desk.connectors.answers import LARGEST
from webcare_desk.connectors.courier_smtp import Security
from webcare_desk.errors import MalformedError, UnavailableError

__all__ = ["authority"]


def three() -> Post:
    """Return a mailbox with three mails."""
    return Post({4: mail(b"<a/>"), 5: mail(b"<b/>"), 6: mail(b"<c/>")})


@pytest.mark.parametrize("change", [{"login": "other"}, {"mailbox": "PV"}, {"host": "LOCALHOST"}])
def test_another_mailbox_is_read_from_its_start(authority: Authority, change: Any) -> None:  # noqa: ANN401 - fields of any type
    """Its numbers may begin anew under the same validity, as on servers that count it from 1."""
    pair = authority.server("127.0.0.1")
    with serving(Post({900: mail(b"<old/>")}), pair) as port:
        account = at(port, authority.roots)
        place = mailbox(account).fetch(None).cursor
    found = module._last(place, {"box": module._name(replace(account, **change)), "validity": 7})
    assert found == 0
    assert module._last(place, {"box": module._name(account), "validity": 7}) == 900


def test_after_a_change_of_the_account_its_first_mails_are_read(authority: Authority) -> None:
    pair = authority.server()
    with serving(Post({900: mail(b"<old/>")}), pair) as port:
        place = mailbox(at(port, authority.roots)).fetch(None).cursor
    with serving(Post({3: mail(b"<new/>")}), pair) as port:
        account = replace(at(port, authority.roots), login="new")
        assert mailbox(account).fetch(place).files == (b"<new/>",)


def test_a_mail_that_the_server_refuses_is_passed_and_counted(authority: Authority) -> None:
    post = three()
    post.refused[5] = "The requested message could not be converted."
    with serving(post, authority.server()) as port:
        reader = mailbox(at(port, authority.roots))
        found = reader.fetch(None)
        assert (found.files, found.looked, found.passed) == ((b"<a/>", b"<c/>"), 2, 1)
        assert reader.fetch(found.cursor).passed == 0


def test_a_refusal_of_the_moment_passes_no_mail(authority: Authority) -> None:
    post = three()
    post.refused[5] = "[UNAVAILABLE] in a minute"
    with serving(post, authority.server()) as port:
        reader = mailbox(at(port, authority.roots))
        found = reader.fetch(None)
        assert (found.files, found.passed, found.more) == ((b"<a/>",), 0, True)
        with pytest.raises(MalformedError, match="in a minute"):
            reader.fetch(found.cursor)
        post.refused.clear()
        assert reader.fetch(found.cursor).files == (b"<b/>", b"<c/>")


def test_a_mail_larger_than_it_said_is_passed_and_the_next_visit_goes_on(
    authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = three()
    post.mails[5] = b"Subject: x\r\n\r\n" + b"x" * LARGEST
    monkeypatch.setattr(module, "_sizes", lambda _imap, uids: dict.fromkeys(uids, 10))
    with serving(post, authority.server()) as port:
        reader = mailbox(at(port, authority.roots))
        found = reader.fetch(None)
        assert (found.files, found.passed, found.more) == ((b"<a/>",), 1, True)
        last = reader.fetch(found.cursor)
        assert (last.files, last.passed, last.more) == ((b"<c/>",), 0, False)


def test_a_line_that_is_cut_keeps_what_was_read(authority: Authority) -> None:
    post = three()
    post.cut_at = 6
    with serving(post, authority.server()) as port:
        reader = mailbox(at(port, authority.roots))
        found = reader.fetch(None)
        assert (found.files, found.more) == ((b"<a/>", b"<b/>"), True)
        with pytest.raises(UnavailableError):
            reader.fetch(found.cursor)
        post.cut_at = 0
        assert reader.fetch(found.cursor).files == (b"<c/>",)


def test_a_visit_that_lasts_too_long_keeps_what_was_read(
    authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = module._mail

    def slow(imap: Any, uid: int) -> bytes | None:  # noqa: ANN401 - imaplib's
        if uid == 5:
            imap.lines.raw.until = 0.0
        return real(imap, uid)

    monkeypatch.setattr(module, "_mail", slow)
    with serving(three(), authority.server()) as port:
        found = mailbox(at(port, authority.roots)).fetch(None)
    assert (found.files, found.more) == ((b"<a/>",), True)


def test_a_large_mailbox_is_asked_window_by_window(
    authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "WINDOW", 2)
    post = Post({uid: mail(b"<a%d/>" % uid) for uid in range(10, 17)})
    read: list[bytes] = []
    with serving(post, authority.server()) as port:
        reader = mailbox(at(port, authority.roots))
        found = reader.fetch(None)
        read += found.files
        while found.more:
            found = reader.fetch(found.cursor)
            read += found.files
        assert read == [b"<a%d/>" % uid for uid in range(10, 17)]
        assert reader.fetch(found.cursor).files == ()


def test_a_mailbox_that_loses_mails_meanwhile_is_read_another_time(
    authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mail could have moved into a window that was searched before."""
    monkeypatch.setattr(module, "WINDOW", 2)
    real = module._searched

    def losing(imap: Any, *words: int) -> list[int]:  # noqa: ANN401 - imaplib's
        found = real(imap, *words)
        imap.untagged_responses["EXPUNGE"] = [b"1"]
        return found

    post = Post({uid: mail(b"<a/>") for uid in (1, 2, 3)})
    with serving(post, authority.server()) as port:
        reader = mailbox(at(port, authority.roots))
        place = reader.fetch(None).cursor
        monkeypatch.setattr(module, "_searched", losing)
        with pytest.raises(UnavailableError):
            reader.fetch(place)
        monkeypatch.setattr(module, "_searched", real)
        assert reader.fetch(place).files == (b"<a/>",)


@pytest.mark.parametrize(
    ("served", "said", "words"),
    [
        (Security.STARTTLS, Security.TLS, "its security may be “starttls”"),
        (Security.TLS, Security.STARTTLS, "its security is “tls”"),
    ],
)
def test_a_line_that_is_secured_in_the_other_way_is_named(
    authority: Authority, served: Security, said: Security, words: str
) -> None:
    with serving(Post(), authority.server(), served) as port:
        account = replace(at(port, authority.roots), security=said, timeout=0.5)
        with pytest.raises(UnavailableError, match=words):
            mailbox(account).check()


def test_a_mailbox_without_a_number_of_mails_is_a_sentence(authority: Authority) -> None:
    post = Post({1: mail(b"<a/>")}, says={"EXAMINE": b"* OK [UIDVALIDITY 7] ok\r\n"})
    with (
        serving(post, authority.server()) as port,
        pytest.raises(MalformedError, match="how many mails"),
    ):
        mailbox(at(port, authority.roots)).fetch(None)


@pytest.mark.parametrize("security", Security)
def test_what_is_no_name_of_a_server_is_a_sentence(security: Security) -> None:
    with pytest.raises(UnavailableError, match="is not the name of a server"):
        mailbox(replace(at(1, None), host="imap..example.org", security=security)).check()
