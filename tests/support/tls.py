"""An authority of the test's own, and what it signs: a server's certificate, PV's, a stranger's."""

import datetime as dt
import ipaddress
import ssl
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
_NOW = dt.datetime.now(dt.UTC)


@dataclass(frozen=True, slots=True)
class Pair:
    """A certificate and its key, each in a file."""

    certificate: Path
    key: Path

    def context(self) -> ssl.SSLContext:
        """Return the context with which a server shows this certificate."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate, self.key)
        return context


class Authority:
    """Signs certificates; `roots` is the file that trusts it."""

    def __init__(self, folder: Path, name: str = "authority") -> None:
        """Make its key and its own certificate in `folder`."""
        self._folder, self._key = folder, ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
        self._key_id = x509.SubjectKeyIdentifier.from_public_key(self._key.public_key())
        limits = x509.BasicConstraints(ca=True, path_length=0)
        builder = self._builder(self._name, self._key, 30).add_extension(limits, critical=True)
        builder = builder.add_extension(_usage(signs=True), critical=True)
        signed = builder.add_extension(self._key_id, critical=False)
        self.roots = folder / f"{name}.pem"
        self.roots.write_bytes(_pem(signed.sign(self._key, hashes.SHA256())))

    def server(self, address: str = "127.0.0.1", *, days: int = 1) -> Pair:
        """Return a server's certificate for an address, with an end in `days`."""
        name = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))])
        key = ec.generate_private_key(ec.SECP256R1())
        builder = self._builder(_named(address), key, days).add_extension(name, critical=False)
        return self._kept(f"server-{address}-{days}", builder, key)

    def person(
        self, name: str, key: Key, *, days: int = 365, enciphers: bool | None = True
    ) -> Pair:
        """Return a person's certificate; `enciphers` None leaves out what the key is for."""
        builder = self._builder(_named(name), key, days)
        if enciphers is not None:
            usage = _usage(enciphers=enciphers)
            builder = builder.add_extension(usage, critical=True)
        return self._kept(name, builder, key)

    def _builder(self, name: x509.Name, key: Key, days: int) -> x509.CertificateBuilder:
        return (
            x509.CertificateBuilder(subject_name=name, issuer_name=self._name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(_NOW - dt.timedelta(days=400))
            .not_valid_after(_NOW + dt.timedelta(days=days))
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(self._key_id),
                critical=False,
            )
        )

    def _kept(self, name: str, builder: x509.CertificateBuilder, key: Key) -> Pair:
        pair = Pair(self._folder / f"{name}.crt.pem", self._folder / f"{name}.key.pem")
        pair.certificate.write_bytes(_pem(builder.sign(self._key, hashes.SHA256())))
        pair.key.touch(mode=0o600)
        pair.key.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
        return pair


def rsa_key() -> rsa.RSAPrivateKey:
    """Return a new RSA key of 2048 bits."""
    return rsa.generate_private_key(65537, 2048)


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)


def _usage(*, signs: bool = False, enciphers: bool = False) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        key_cert_sign=signs,
        content_commitment=False,
        key_encipherment=enciphers,
        data_encipherment=False,
        key_agreement=False,
        crl_sign=signs,
        encipher_only=False,
        decipher_only=False,
    )
