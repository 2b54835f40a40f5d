"""A mailbox on loopback, with STARTTLS or TLS: it behaves, lies about sizes, or hangs up.

It speaks the few words of IMAP that a reader needs, and remembers what it was asked.
"""

import re
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.support.tls import Pair
from webcare_desk.connectors.courier_smtp import Security


@dataclass
class Post:
    """What is in the mailbox (by UID), and in what it misbehaves.

    `cut` is the word at which the line is cut; `says` replaces the answer to a word, `refused`
    what is said (NO) instead of a mail; mail `cut_at` cuts the line.
    """

    mails: dict[int, bytes] = field(default_factory=dict)
    validity: int = 7
    password: str = "geheim"
    cut: str = ""
    cut_at: int = 0
    refused: dict[int, str] = field(default_factory=dict)
    says: dict[str, bytes] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)


class _Talk(socketserver.StreamRequestHandler):
    server: "_Server"

    def setup(self) -> None:
        """Begin, encrypted where that is asked for."""
        if self.server.security is Security.TLS:
            self.request = self.server.context.wrap_socket(self.request, server_side=True)
        super().setup()

    def finish(self) -> None:
        """Close what was encrypted, too."""
        super().finish()
        self.request.close()

    def handle(self) -> None:
        """Answer line after line."""
        self.wfile.write(b"* OK scripted\r\n")
        while line := self.rfile.readline().decode():
            tag, _, words = line.strip().partition(" ")
            self.server.post.asked.append(words)
            word = words.replace("UID ", "").split(" ")[0].upper()
            if word == self.server.post.cut or f"FETCH {self.server.post.cut_at} (BODY" in words:
                return
            answer = self.server.post.says.get(word)
            self.wfile.write(self._answer(word, words) if answer is None else answer)
            self.wfile.write(f"{tag} {self._verdict(word, words)}\r\n".encode())
            if word == "STARTTLS":
                super().finish()
                self.request = self.server.context.wrap_socket(self.request, server_side=True)
                super().setup()

    def _verdict(self, word: str, words: str) -> str:
        for uid, said in self.server.post.refused.items():
            if f"FETCH {uid} (BODY" in words:
                return f"NO {said}"
        refused = word == "LOGIN" and f'"{self.server.post.password}"' not in words
        return "NO refused" if refused else "OK done"

    def _answer(self, word: str, words: str) -> bytes:
        post = self.server.post
        match word:
            case "CAPABILITY":
                return b"* CAPABILITY IMAP4rev1 STARTTLS\r\n"
            case "EXAMINE":
                text = f"* {len(post.mails)} EXISTS\r\n* OK [UIDVALIDITY {post.validity}] ok\r\n"
                return text.encode()
            case "SEARCH":
                first = int(words.rsplit(maxsplit=1)[-1].partition(":")[0])
                low, high = map(int, words.split()[2].split(":"))
                window = list(post.mails)[low - 1 : high]
                # `*` is the highest UID there is, which is meant even when it is not after.
                uids = [uid for uid in window if uid >= min(first, max(post.mails))]
                return f"* SEARCH {' '.join(map(str, uids))}\r\n".encode()
            case "FETCH":
                return b"".join(self._fetched(words))
        return b"* BYE\r\n" if word == "LOGOUT" else b""

    def _fetched(self, words: str) -> Iterator[bytes]:
        for number, (uid, mail) in enumerate(self.server.post.mails.items(), 1):
            if str(uid) not in re.split(r"[ ,]", words):
                continue
            if "PEEK" in words and uid in self.server.post.refused:
                continue
            if "PEEK" in words:
                yield b"* %d FETCH (UID %d BODY[] {%d}\r\n%s)\r\n" % (number, uid, len(mail), mail)
            else:
                yield b"* %d FETCH (UID %d RFC822.SIZE %d)\r\n" % (number, uid, len(mail))


class _Server(socketserver.ThreadingTCPServer):
    def __init__(self, post: Post, pair: Pair, security: Security) -> None:
        """Listen on loopback."""
        super().__init__(("127.0.0.1", 0), _Talk)
        self.post, self.context, self.security = post, pair.context(), security

    def handle_error(self, *_: object) -> None:
        """Stay silent: a refused handshake is what some tests want."""


@contextmanager
def serving(post: Post, pair: Pair, security: Security = Security.TLS) -> Iterator[int]:
    """Serve the mailbox; yield the port."""
    server = _Server(post, pair, security)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield int(server.server_address[1])
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
