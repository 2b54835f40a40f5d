"""What PV signed as one file is read, in whatever form its lengths were written."""

import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7
from hypothesis import given
from hypothesis import strategies as st

from tests.connectors.test_answer_attachments import XML
from tests.connectors.test_mailbox import mail
from tests.connectors.test_smime_open import certificate_of, identity, sealed
from tests.support.tls import Authority, Pair, rsa_key
from webcare_desk.connectors.answers import attachments
from webcare_desk.connectors.smime_open import Opener
from webcare_desk.connectors.smime_signed import signed_content

KEY = rsa_key()


@pytest.fixture
def pair(tmp_path: Path) -> Pair:
    """Return PV's certificate, which here is the desk's too."""
    return Authority(tmp_path).person("pv", KEY)


def signed(content: bytes, pair: Pair, *options: pkcs7.PKCS7Options) -> bytes:
    """Return a signed-data."""
    builder = pkcs7.PKCS7SignatureBuilder().set_data(content)
    builder = builder.add_signer(certificate_of(pair), KEY, hashes.SHA256())
    return builder.sign(Encoding.DER, [pkcs7.PKCS7Options.Binary, *options])


def posted(content: bytes) -> bytes:
    """Return a mail that is that file."""
    head = b"From: pv@sponsor.example\r\nContent-Type: application/pkcs7-mime; name=smime.p7m\r\n"
    return head + b"Content-Transfer-Encoding: binary\r\n\r\n" + content


def test_a_signed_mail_and_a_signed_message_are_read(pair: Pair) -> None:
    assert attachments(posted(signed(mail(XML), pair))) == (XML,)
    assert attachments(posted(signed(XML, pair))) == (XML,)


def test_signed_and_encrypted_in_either_order_are_read(pair: Pair, tmp_path: Path) -> None:
    opener = Opener(identity(tmp_path, pair, KEY), lambda: "een zin voor de sleutel")
    inside = sealed(posted(signed(mail(XML), pair)), pair)
    assert attachments(inside, "", opener) == (XML,)
    assert attachments(posted(signed(inside, pair)), "", opener) == (XML,)
    deep = posted(signed(posted(signed(inside, pair)), pair))
    (closed,) = attachments(deep, "", opener) or ()
    assert closed.startswith(b"\x30"), "three layers, no more"


def test_what_was_signed_beside_its_content_is_given_as_it_came(pair: Pair) -> None:
    beside = signed(XML, pair, pkcs7.PKCS7Options.DetachedSignature)
    assert signed_content(beside) is None
    assert attachments(posted(beside)) == (beside,)


def test_openssl_writes_lengths_at_the_end_and_the_desk_reads(pair: Pair, tmp_path: Path) -> None:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not installed")
    (tmp_path / "a").write_bytes(XML)
    (tmp_path / "key").write_bytes(pair.key.read_bytes())
    names = ("-in", "a", "-signer", str(pair.certificate), "-inkey", "key", "-outform", "DER")
    command = [openssl, "cms", "-sign", "-nodetach", "-binary", "-stream", *names]
    done = subprocess.run(command, capture_output=True, check=True, cwd=tmp_path)  # noqa: S603 - openssl itself
    assert done.stdout[1] == 0x80
    assert signed_content(done.stdout) == XML


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x30",
        b"\x30\x80" * 5000,
        b"\x30\x05\x06\x01\x01\x00\x00",
        # The right name, and then another element, no octets, or more than there is.
        bytes.fromhex("300d06092a864886f70d0107020500"),
        bytes.fromhex("301f06092a864886f70d010702a012301002010131003009060101a0040202ffff"),
        bytes.fromhex("301f06092a864886f70d010702a012301002010131003009060101a0040484ffff"),
    ],
)
def test_what_is_no_signed_data_is_none(data: bytes) -> None:
    assert signed_content(data) is None


@given(st.binary(max_size=200))
def test_no_bytes_stop_the_reader(data: bytes) -> None:
    head = bytes.fromhex("308006092a864886f70d010702a080")
    for each in (data, head + data):
        assert signed_content(each) is None or isinstance(signed_content(each), bytes)
