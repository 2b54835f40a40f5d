"""Reading a mail in bounded time, whoever wrote it.

Python's reader takes time by the square of a header's parameters, and tries each line against
each multipart that is open: a mail of 200 kB could keep it busy for minutes.
"""

import itertools
from email.errors import MessageError
from email.message import Message
from email.parser import BytesParser
from email.policy import Compat32, Policy, compat32
from typing import cast

#: Characters of a header that is asked for; a file name of 255 letters, encoded, is 2,300.
_HEADER = 4_000
#: Bytes within which a mail's own headers are.
_HEAD = 1_000_000
#: Mails, parts and blocks of a report in one mail.
_PARTS = 100
#: Of a mail of the largest size with a file in base64 it is 130,000.
_LINES = 200_000


class _TooMuchError(MessageError):
    """A mail that nobody would write, and that would take long to read."""


class _Bounded(Compat32):
    def header_fetch_parse(self, name: str, value: str) -> str:
        if len(value) > _HEADER:
            raise _TooMuchError(name)
        # Of bytes that are no text it is a `Header`, which typeshed leaves out one class above.
        return cast("str", super().header_fetch_parse(name, value))


def headers_of(mail: bytes) -> "Message[str, str]":
    """Return a mail's headers; asking for one that is too long raises a MessageError."""
    read = BytesParser(policy=compat32).parsebytes(mail[:_HEAD], headersonly=True)
    read.policy = _Bounded()  # only now: the parser itself asks for one that we may not
    return read


def taken_apart(mail: bytes) -> "Message[str, str]":
    """Return a mail with its parts; MessageError where that is too much, now or when asked."""
    if mail.count(b"\n") + mail.count(b"\r") - mail.count(b"\r\n") > _LINES:
        raise _TooMuchError
    numbers = itertools.count()

    def part(policy: "Policy[Message[str, str]]") -> "Message[str, str]":
        if next(numbers) > _PARTS:
            raise _TooMuchError
        return Message(policy)

    return BytesParser(policy=_Bounded(message_factory=part)).parsebytes(mail)
