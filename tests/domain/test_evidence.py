"""Evidence comes back as it was attached, and its digest is that of the file."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from webcare_desk.domain.evidence import bytes_of, digest_of, evidence_of

_LIKE_OURS = b"data:application/octet-stream;base64,AAEC"


@given(st.binary() | st.text().map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_a_file_comes_back_byte_for_byte_with_its_own_digest(data: bytes) -> None:
    kept = evidence_of(data)
    assert bytes_of(kept) == data
    assert digest_of(kept) == hashlib.sha256(data).hexdigest()
    assert "\0" not in kept
    assert kept.encode("utf-8").decode("utf-8") == kept


def test_a_mail_stays_readable_and_what_is_like_ours_is_no_trap() -> None:
    assert evidence_of("Onderwerp: ë".encode()) == "Onderwerp: ë"
    assert bytes_of(evidence_of(_LIKE_OURS)) == _LIKE_OURS
    typed = "data:application/octet-stream;base64,geen base64!"
    assert bytes_of(typed) == typed.encode()
