"""What PV encrypted to the desk is read; what cannot be opened is told of, never passed over."""

import shutil
import subprocess
from functools import partial
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.ciphers import algorithms
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    pkcs7,
    pkcs12,
)

from tests.connectors.imap_server import Post, serving
from tests.connectors.test_mailbox import at, mail
from tests.support.tls import Authority, Key, Pair, rsa_key
from webcare_desk.connectors.answer_folder import AnswerFolder
from webcare_desk.connectors.answers import attachments
from webcare_desk.connectors.mailbox import Mailbox
from webcare_desk.connectors.smime_open import Opener
from webcare_desk.errors import SecretError, UsageError

WORD = "een zin voor de sleutel"
ACK = b"<ack/>"


@pytest.fixture(scope="module")
def key() -> rsa.RSAPrivateKey:
    """Return the desk's key."""
    return rsa_key()


def certificate_of(pair: Pair) -> x509.Certificate:
    return x509.load_pem_x509_certificate(pair.certificate.read_bytes())


def identity(folder: Path, pair: Pair, key: Key, name: str = "desk.p12") -> Path:
    """Export a key with its certificate as mail programs do."""
    kept = folder / name
    locked = BestAvailableEncryption(WORD.encode())
    kept.write_bytes(
        pkcs12.serialize_key_and_certificates(b"desk", key, certificate_of(pair), None, locked)
    )
    return kept


def sealed(content: bytes, pair: Pair, kind: str = "application/pkcs7-mime") -> bytes:
    """Return a mail whose content PV encrypted to a certificate."""
    builder = pkcs7.PKCS7EnvelopeBuilder().set_data(content)
    builder = builder.set_content_encryption_algorithm(algorithms.AES256)
    builder = builder.add_recipient(certificate_of(pair))
    made = builder.encrypt(Encoding.SMIME, [pkcs7.PKCS7Options.Binary])
    return b"From: PV <pv@sponsor.example>\r\n" + made.replace(
        b"application/x-pkcs7-mime", kind.encode()
    )


@pytest.fixture
def desk(tmp_path: Path, key: rsa.RSAPrivateKey) -> tuple[Pair, Opener]:
    """Return the desk's certificate, and what opens what is for it."""
    pair = Authority(tmp_path).person("desk", key)
    return pair, Opener(identity(tmp_path, pair, key), lambda: WORD)


@pytest.mark.requirement("P20")
@pytest.mark.parametrize(
    "kind", ["application/pkcs7-mime", "application/x-pkcs7-mime", "application/octet-stream"]
)
def test_an_encrypted_answer_is_read_as_any_other(desk: tuple[Pair, Opener], kind: str) -> None:
    pair, opener = desk
    found = sealed(mail(ACK), pair, kind)
    assert ACK not in found
    assert attachments(found, "pv@sponsor.example", opener) == (ACK,)
    assert attachments(found, "other@sponsor.example", opener) is None


def test_without_the_key_it_is_given_as_it_came(desk: tuple[Pair, Opener]) -> None:
    """The twin: it is no acknowledgement, and counts as something strange."""
    (closed,) = attachments(sealed(mail(ACK), desk[0])) or ()
    assert closed.startswith(b"\x30")
    assert ACK not in closed


def test_what_is_for_somebody_else_stays_closed(desk: tuple[Pair, Opener], tmp_path: Path) -> None:
    other = Authority(tmp_path, "elsewhere").person("other", rsa_key())
    (closed,) = attachments(sealed(mail(ACK), other), "", desk[1]) or ()
    assert closed.startswith(b"\x30")
    assert desk[1](b"no envelope") is None
    twice = sealed(sealed(mail(ACK), desk[0]), desk[0])
    (inner,) = attachments(twice, "", desk[1]) or ()
    assert inner.startswith(b"\x30")


def test_openssl_encrypts_and_the_desk_reads(desk: tuple[Pair, Opener], tmp_path: Path) -> None:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not installed")
    pair, opener = desk
    (tmp_path / "plain.eml").write_bytes(mail(ACK))
    command = [openssl, "cms", "-encrypt", "-aes-128-cbc", "-in", str(tmp_path / "plain.eml")]
    done = subprocess.run([*command, str(pair.certificate)], capture_output=True, check=True)  # noqa: S603 - openssl itself
    assert ACK not in done.stdout
    assert attachments(done.stdout, "", opener) == (ACK,)


def test_a_mailbox_and_a_folder_give_what_was_encrypted(
    desk: tuple[Pair, Opener], tmp_path: Path
) -> None:
    pair, opener = desk
    authority, found = Authority(tmp_path, "post"), sealed(mail(ACK), pair)
    with serving(Post({3: found}), authority.server()) as port:
        account = at(port, authority.roots)
        assert Mailbox(account, lambda: Post.password, opener).fetch(None).files == (ACK,)
    folder = tmp_path / "answers"
    folder.mkdir()
    (folder / "a.eml").write_bytes(found)
    assert AnswerFolder(folder, opener).fetch(None).files == (ACK,)


def test_a_key_that_cannot_be_used_stops_the_visit_with_a_sentence(
    tmp_path: Path, key: rsa.RSAPrivateKey
) -> None:
    authority = Authority(tmp_path)
    pair = authority.person("desk", key)
    curve = ec.generate_private_key(ec.SECP256R1())
    on_curve = identity(tmp_path, authority.person("curve", curve), curve, "curve.p12")
    right = identity(tmp_path, pair, key)
    (tmp_path / "x.p12").write_bytes(b"no")
    for path, word, said in (
        (tmp_path / "missing.p12", WORD, "cannot be read"),
        (tmp_path / "x.p12", WORD, "is no PKCS#12 file"),
        (right, "wrong", "not its password"),
        (on_curve, WORD, "must hold an RSA key"),
    ):
        opener = Opener(path, partial(str, word))
        with pytest.raises(UsageError, match=said):
            attachments(sealed(mail(ACK), pair), "", opener)

    def none() -> str:
        msg = "no secret"
        raise SecretError(msg)

    with pytest.raises(SecretError):
        attachments(sealed(mail(ACK), pair), "", Opener(right, none))


def test_the_check_says_until_when_the_key_holds(tmp_path: Path, key: rsa.RSAPrivateKey) -> None:
    authority = Authority(tmp_path)
    right = identity(tmp_path, authority.person("desk", key), key)
    said = Opener(right, lambda: WORD).check()
    assert "holds until 20" in said
    assert "opens AES-CBC under RSA (PKCS #1 v1.5)" in said
    ended = identity(tmp_path, authority.person("ended", key, days=-1), key, "ended.p12")
    with pytest.raises(UsageError, match="give PV a new certificate"):
        Opener(ended, lambda: WORD).check()
