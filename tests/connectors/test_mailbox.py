"""A mailbox is read from where we were, to the bounds that are set, and left as it was."""

import json
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.connectors.imap_server import Post, serving
from tests.support.tls import Authority
from webcare_desk.connectors import mailbox as module
from webcare_desk.connectors.answers import LARGEST
from webcare_desk.connectors.courier_smtp import Security
from webcare_desk.connectors.mailbox import Mailbox, MailboxAccount
from webcare_desk.errors import (
    ConnectorError,
    ForbiddenError,
    MalformedError,
    UnauthorisedError,
    UnavailableError,
)


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    """Return an authority of this test."""
    return Authority(tmp_path)


def mail(content: bytes, sender: str = "PV <pv@sponsor.example>") -> bytes:
    """Return a mail with one XML file."""
    made = EmailMessage()
    made["From"], made["Subject"] = sender, "ACK"
    made.set_content("See the file.")
    made.add_attachment(content, "application", "xml", filename="ack.xml")
    return made.as_bytes()


def at(port: int, ca_file: Path | None) -> MailboxAccount:
    return MailboxAccount("127.0.0.1", port, Security.TLS, "desk", ca_file=ca_file, timeout=5.0)


def mailbox(account: MailboxAccount, password: str = Post.password) -> Mailbox:
    return Mailbox(account, lambda: password)


@pytest.mark.parametrize("security", list(Security))
def test_new_attachments_are_read_once_and_nothing_is_changed(
    authority: Authority, security: Security
) -> None:
    post = Post({3: mail(b"<a/>"), 9: mail(b"<b/>")})
    with serving(post, authority.server(), security) as port:
        reader = mailbox(replace(at(port, authority.roots), security=security))
        first = reader.fetch(None)
        again = reader.fetch(first.cursor)
        post.mails[10] = mail(b"<c/>")
        last = reader.fetch(again.cursor)
        assert reader.check() == "127.0.0.1 shows INBOX: 3 mails"
    assert (first.files, first.looked, first.more) == ((b"<a/>", b"<b/>"), 2, False)
    place = json.loads(first.cursor)
    assert (place["validity"], place["uid"]) == (7, 9)
    assert "desk" not in first.cursor
    assert (again.files, again.cursor) == ((), first.cursor)
    assert last.files == (b"<c/>",)
    changing = ("SELECT", "STORE", "EXPUNGE", "COPY", "MOVE", "BODY[]", "CLOSE")
    assert [words for words in post.asked if any(word in words for word in changing)] == []


def test_a_mailbox_that_numbers_anew_is_read_from_the_start(authority: Authority) -> None:
    post = Post({3: mail(b"<a/>")})
    with serving(post, authority.server()) as port:
        reader = mailbox(at(port, authority.roots))
        place = reader.fetch(None).cursor
        post.validity = 8
        assert reader.fetch(place).files == (b"<a/>",)


def test_many_mails_come_in_pages(authority: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PAGE", 2)
    post = Post({uid: mail(b"<a%d/>" % uid) for uid in (1, 2, 3)})
    with serving(post, authority.server()) as port:
        reader = mailbox(at(port, authority.roots))
        first = reader.fetch(None)
        assert (len(first.files), first.more) == (2, True)
        second = reader.fetch(first.cursor)
        assert (second.files, second.more) == ((b"<a3/>",), False)


def test_a_mail_that_is_too_large_or_a_strangers_is_passed(
    authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LARGEST", 1000)
    post = Post({1: mail(b"<big>" + b"x" * 2000), 2: mail(b"<a/>", "x@evil.example")})
    post.mails[3] = mail(b"<ours/>")
    with serving(post, authority.server()) as port:
        account = replace(at(port, authority.roots), sender="PV@sponsor.example")
        found = mailbox(account).fetch(None)
    assert (found.files, found.looked, found.passed) == ((b"<ours/>",), 1, 2)
    assert not any("FETCH 1 (BODY" in words for words in post.asked)


def test_an_answer_larger_than_it_said_is_not_read_into_memory(authority: Authority) -> None:
    lies = b"* 1 FETCH (UID 1 RFC822.SIZE 10 BODY[] {%d}\r\n" % (LARGEST * 1000)
    post = Post({1: b"x"}, says={"FETCH": lies})
    with (
        serving(post, authority.server()) as port,
        pytest.raises(MalformedError, match="an answer is too large"),
    ):
        mailbox(at(port, authority.roots)).fetch(None)


@pytest.mark.parametrize("word", ["LOGIN", "EXAMINE", "SEARCH", "FETCH"])
def test_a_cut_line_is_told_and_the_place_stays(authority: Authority, word: str) -> None:
    post = Post({1: mail(b"<a/>")}, cut=word)
    with serving(post, authority.server()) as port:
        reader = mailbox(at(port, authority.roots))
        with pytest.raises(UnavailableError, match="cannot be reached"):
            reader.fetch(None)
        post.cut = ""
        assert reader.fetch(None).files == (b"<a/>",)


@pytest.mark.parametrize(
    ("says", "known"),
    [
        ({"EXAMINE": b"* 1 EXISTS\r\n"}, MalformedError),
        ({"SEARCH": b"* SEARCH one two\r\n"}, None),
        ({"FETCH": b"* 1 FETCH (FLAGS ())\r\n"}, None),
        ({"CAPABILITY": b"garbage\r\n"}, UnavailableError),
    ],
)
def test_a_server_that_talks_nonsense_gives_a_sentence_or_nothing(
    authority: Authority, says: dict[str, bytes], known: type[ConnectorError] | None
) -> None:
    post = Post({1: mail(b"<a/>")}, says=says)
    with serving(post, authority.server()) as port:
        reader = mailbox(at(port, authority.roots))
        if known is None:
            assert reader.fetch(None).files == ()
        else:
            with pytest.raises(known):
                reader.fetch(None)


@pytest.mark.parametrize("trouble", ["stranger", "wrong host", "ended"])
@pytest.mark.parametrize("security", list(Security))
def test_an_untrusted_server_never_hears_the_password(
    authority: Authority, tmp_path: Path, trouble: str, security: Security
) -> None:
    address = "127.0.0.2" if trouble == "wrong host" else "127.0.0.1"
    roots = Authority(tmp_path, "other").roots if trouble == "stranger" else authority.roots
    post, pair = Post(), authority.server(address, days=-1 if trouble == "ended" else 1)
    with (
        serving(post, pair, security) as port,
        pytest.raises(UnavailableError, match="not trusted"),
    ):
        mailbox(replace(at(port, roots), security=security)).fetch(None)
    assert not any("LOGIN" in words for words in post.asked)


def test_a_wrong_password_and_odd_names_are_sentences(authority: Authority) -> None:
    post = Post()
    with serving(post, authority.server()) as port:
        account = at(port, authority.roots)
        with pytest.raises(UnauthorisedError, match="refused the login"):
            mailbox(account, "falsch").fetch(None)
        with pytest.raises(UnauthorisedError, match="letters that IMAP cannot carry"):
            mailbox(account, "gehéim€").fetch(None)
        with pytest.raises(ForbiddenError, match="not the name of a mailbox"):
            mailbox(replace(account, mailbox='IN"BOX')).fetch(None)
    assert not any("EXAMINE" in words for words in post.asked)


def test_a_visit_has_an_end(authority: Authority) -> None:
    post = Post({1: mail(b"<a/>")})
    with serving(post, authority.server()) as port:
        account = replace(at(port, authority.roots), deadline=-1.0)
        with pytest.raises(UnavailableError, match="TimeoutError"):
            mailbox(account).fetch(None)
