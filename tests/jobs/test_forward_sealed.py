"""An encrypted packet is sealed once: every try sends the same bytes, and PV reads what is in them."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs7

from tests.jobs.test_forward import Counter, counter
from tests.support.tls import Authority, Pair, rsa_key
from webcare_desk.connectors.courier import message_id_in
from webcare_desk.connectors.smime import Seal, Sealer
from webcare_desk.domain.reply import Delivery, DeliveryState
from webcare_desk.errors import UncertainError, UsageError
from webcare_desk.jobs.forward import forward

__all__ = ["counter"]
MINUTE = 60_000_000


@dataclass(frozen=True, slots=True)
class Pharmacovigilance:
    """PV's certificate and key."""

    key: rsa.RSAPrivateKey
    pair: Pair

    def opened(self, mail: bytes) -> bytes:
        """Decrypt a mail as PV does."""
        certificate = x509.load_pem_x509_certificate(self.pair.certificate.read_bytes())
        return pkcs7.pkcs7_decrypt_smime(mail, certificate, self.key, [])


@pytest.fixture
def pv(tmp_path: Path) -> Pharmacovigilance:
    """Give PV a certificate."""
    key = rsa_key()
    return Pharmacovigilance(key, Authority(tmp_path).person("pv", key))


def tick(counter: Counter, seal: Seal) -> Delivery:
    (moved,) = forward(counter.bench.desk, counter.post, counter.mail_of, seal=seal)
    return moved


@pytest.mark.requirement("P17")
def test_a_sealed_packet_is_the_same_bytes_on_each_try(
    counter: Counter, pv: Pharmacovigilance
) -> None:
    counter.post.faults.extend([(UncertainError("lost"), True)] * 2)
    for _ in range(3):
        moved = tick(counter, Sealer(pv.pair.certificate))
        counter.bench.clock.pass_by(16 * MINUTE)
    assert moved.state is DeliveryState.SENT
    assert len(counter.post.arrived) == 3
    (mail,) = set(counter.post.arrived)
    assert message_id_in(mail) == f"<{moved.key}@desk.example>"
    assert counter.built[0].partition(b"\r\n\r\n")[2] in pv.opened(mail)


@pytest.mark.requirement("P17")
def test_a_packet_sealed_anew_at_each_try_would_be_other_bytes(
    counter: Counter, pv: Pharmacovigilance
) -> None:
    tick(counter, Sealer(pv.pair.certificate))
    again = Sealer(pv.pair.certificate)(counter.built[0])
    assert again not in counter.post.arrived
    assert pv.opened(again) == pv.opened(counter.post.arrived[0])


def test_the_head_of_the_log_in_a_sealed_packet_is_known_to_the_desk(
    counter: Counter, pv: Pharmacovigilance
) -> None:
    head = counter.bench.desk.read.head_note()
    tick(counter, Sealer(pv.pair.certificate))
    assert [each.head.note.strip() for each in counter.bench.desk.read.anchors(9)] == [head.strip()]


def test_without_its_certificate_a_packet_waits_and_never_leaves_readable(
    counter: Counter, pv: Pharmacovigilance
) -> None:
    missing = Sealer(pv.pair.certificate.with_name("missing.pem"))
    held = tick(counter, missing)
    assert (held.state, held.problem) == (DeliveryState.HELD, "misconfigured")
    assert counter.post.arrived == []
    with pytest.raises(UsageError, match="cannot be read"):
        missing.check()
    counter.bench.clock.pass_by(16 * MINUTE)
    assert tick(counter, Sealer(pv.pair.certificate)).state is DeliveryState.SENT
    assert len(counter.post.arrived) == 1
