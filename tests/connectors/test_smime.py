"""A sealed mail is read by PV's key and by nothing else, and it is still one of ours."""

import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from email import policy
from email.parser import BytesParser
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs7

from tests.connectors.test_courier import frozen
from tests.support.tls import Authority, Pair, rsa_key
from webcare_desk.connectors import smime as module
from webcare_desk.connectors.courier import checked_mail, message_id_in
from webcare_desk.connectors.smime import Sealer
from webcare_desk.errors import MalformedError, UsageError

WORDS = (b"hoofdpijn", b"packet.json", b"multipart/mixed")


@pytest.fixture(scope="module")
def key() -> rsa.RSAPrivateKey:
    """Return PV's key."""
    return rsa_key()


@pytest.fixture
def pv(tmp_path: Path, key: rsa.RSAPrivateKey) -> Pair:
    """Return PV's certificate."""
    return Authority(tmp_path).person("pv", key)


def content_of(mail: bytes) -> bytes:
    """Return the part of a mail that is encrypted: what it holds, without who and when."""
    unfolded = policy.SMTP.clone(max_line_length=998)
    parsed = BytesParser(policy=unfolded).parsebytes(mail)
    for name in ("From", "To", "Subject", "Date", "Message-ID", "MIME-Version"):
        del parsed[name]
    return parsed.as_bytes()


def test_openssl_decrypts_it_with_pvs_key_to_what_was_sealed(pv: Pair, tmp_path: Path) -> None:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not installed")
    sealed = tmp_path / "sealed.eml"
    sealed.write_bytes(Sealer(pv.certificate)(frozen()))
    command = [openssl, "cms", "-decrypt", "-in", str(sealed), "-recip", str(pv.certificate)]
    done = subprocess.run([*command, "-inkey", str(pv.key)], capture_output=True, check=True)  # noqa: S603 - openssl itself
    assert done.stdout == content_of(frozen())


def test_the_library_decrypts_it_too_and_nobody_elses_key_does(
    pv: Pair, key: rsa.RSAPrivateKey
) -> None:
    sealed = Sealer(pv.certificate)(frozen())
    certificate = x509.load_pem_x509_certificate(pv.certificate.read_bytes())
    assert pkcs7.pkcs7_decrypt_smime(sealed, certificate, key, []) == content_of(frozen())
    with pytest.raises(ValueError, match=r".+"):
        pkcs7.pkcs7_decrypt_smime(sealed, certificate, rsa_key(), [])


def test_nothing_of_the_content_shows_and_who_it_is_for_does(pv: Pair) -> None:
    mail, sealed = frozen(), Sealer(pv.certificate)(frozen())
    assert [word for word in WORDS if word in mail] == [b"packet.json", b"multipart/mixed"]
    assert [word for word in WORDS if word in sealed] == []
    assert message_id_in(sealed) == message_id_in(mail)
    parsed = BytesParser(policy=policy.default).parsebytes(sealed)
    assert (parsed["To"], parsed.get_content_type()) == (
        "pv@sponsor.example",
        "application/pkcs7-mime",
    )
    assert max(len(line) for line in sealed.split(b"\r\n")) <= 100
    assert b"\n" not in sealed.replace(b"\r\n", b"")


def test_a_certificate_of_bytes_seals_as_one_of_text_does(pv: Pair, tmp_path: Path) -> None:
    certificate = x509.load_pem_x509_certificate(pv.certificate.read_bytes())
    der = tmp_path / "pv.cer"
    der.write_bytes(certificate.public_bytes(serialization.Encoding.DER))
    assert b"pkcs7-mime" in Sealer(der)(frozen())
    assert Sealer(der).check() == Sealer(pv.certificate).check()


def test_a_sealed_mail_with_a_header_of_others_is_refused(pv: Pair) -> None:
    sealed = Sealer(pv.certificate)(frozen())
    assert checked_mail(sealed) == sealed
    with pytest.raises(MalformedError):
        checked_mail(sealed.replace(b"\r\nTo: ", b"\r\nBcc: evil@x.example\r\nTo: ", 1))


def test_a_certificate_that_cannot_encrypt_stops_the_mail(
    tmp_path: Path, key: rsa.RSAPrivateKey
) -> None:
    authority = Authority(tmp_path)
    curve = authority.person("curve", ec.generate_private_key(ec.SECP256R1()))
    signs = authority.person("signs", key, enciphers=False)
    for pair in (curve, signs):
        with pytest.raises(UsageError, match="is not one to encrypt with"):
            Sealer(pair.certificate)(frozen())
    assert b"pkcs7-mime" in Sealer(authority.person("any", key, enciphers=None).certificate)(
        frozen()
    )


def strange(key: rsa.RSAPrivateKey) -> bytes:
    """Return a certificate whose key usage cannot be read."""
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "strange")])
    usage = x509.UnrecognizedExtension(x509.OID_KEY_USAGE, b"\x04\x01\xff")
    now = datetime.now(UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), 1, now, now + timedelta(days=9))
    signed = made.add_extension(usage, critical=False).sign(key, hashes.SHA256())
    return signed.public_bytes(serialization.Encoding.PEM)


def test_a_certificate_that_is_not_understood_is_a_sentence(
    tmp_path: Path, key: rsa.RSAPrivateKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "strange.pem"
    path.write_bytes(strange(key))
    with pytest.raises(UsageError, match="is not one to encrypt with"):
        Sealer(path)(frozen())

    def unknown(*_: object) -> bool:
        msg = "a curve that the library has not"
        raise UnsupportedAlgorithm(msg)

    monkeypatch.setattr(module, "_enciphers", unknown)
    with pytest.raises(UsageError, match="is not one to encrypt with"):
        Sealer(path).check()


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (1, 1, 0)])
def test_of_a_chain_the_one_to_encrypt_with_is_taken(
    pv: Pair, tmp_path: Path, key: rsa.RSAPrivateKey, order: tuple[int, ...]
) -> None:
    authority = Authority(tmp_path)
    signs = authority.person("signs", rsa_key(), enciphers=False).certificate.read_bytes()
    own = pv.certificate.read_bytes()
    files = (authority.roots.read_bytes(), own, signs, strange(key))
    path = tmp_path / "chain.pem"
    path.write_bytes(b"".join(files[place] for place in order))
    certificate = x509.load_pem_x509_certificate(own)
    sealed = Sealer(path)(frozen())
    assert pkcs7.pkcs7_decrypt_smime(sealed, certificate, key, []) == content_of(frozen())


def test_an_authority_without_a_word_on_its_key_is_not_taken_beside_pvs(
    pv: Pair, tmp_path: Path, key: rsa.RSAPrivateKey
) -> None:
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "root")])
    now, above = datetime.now(UTC), rsa_key()
    made = x509.CertificateBuilder(name, name, above.public_key(), 1, now, now + timedelta(days=99))
    limits = x509.BasicConstraints(ca=True, path_length=None)
    root = made.add_extension(limits, critical=True).sign(above, hashes.SHA256())
    path = tmp_path / "both.pem"
    path.write_bytes(root.public_bytes(serialization.Encoding.PEM) + pv.certificate.read_bytes())
    assert Sealer(path).check() == Sealer(pv.certificate).check()
    other = Authority(tmp_path).person("other", key).certificate.read_bytes()
    path.write_bytes(path.read_bytes() + other)
    with pytest.raises(UsageError, match="holds several certificates"):
        Sealer(path)(frozen())


def test_a_file_that_is_no_certificate_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "x.pem").write_bytes(b"-----BEGIN CERTIFICATE-----\nno\n")
    for name in ("x.pem", "missing.pem"):
        with pytest.raises(UsageError, match=f"{name}, cannot be read"):
            Sealer(tmp_path / name)(frozen())


def test_an_ended_certificate_still_seals_and_the_check_tells_of_it(
    tmp_path: Path, key: rsa.RSAPrivateKey
) -> None:
    authority = Authority(tmp_path)
    for name, days in (("ended", -1), ("ending", 10)):
        sealer = Sealer(authority.person(name, key, days=days).certificate)
        assert b"pkcs7-mime" in sealer(frozen())
        with pytest.raises(UsageError, match="ask PV for a new one"):
            sealer.check()
    assert "holds until" in Sealer(authority.person("pv", key).certificate).check()
