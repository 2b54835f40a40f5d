"""What a status, a header and a body mean."""

from datetime import UTC, datetime

import pytest

from webcare_desk.connectors.answer import DEPTH, accept, answer_of, wait_of
from webcare_desk.errors import RateLimitedError


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("7", 7.0),
        ("0", 0.0),
        ("999999999", 86_400.0),
        ("Sun, 25 Oct 2026 01:00:30 GMT", 30.0),
        ("Sun, 25 Oct 2026 00:00:00 GMT", 0.0),
        ("Sun, 25 Oct 2026 01:00:30 -0000", 30.0),
        ("soon", 60.0),
        ("-5", 60.0),
        ("", 60.0),
    ],
)
def test_retry_after_is_a_number_of_seconds_or_a_date(text: str, seconds: float) -> None:
    now = datetime(2026, 10, 25, 1, 0, 0, tzinfo=UTC)

    assert wait_of({"retry-after": text}, now) == seconds


def test_a_rate_limit_says_how_long_to_wait() -> None:
    with pytest.raises(RateLimitedError, match="7 seconds") as raised:
        accept(answer_of(429, {"Retry-After": "7"}, b""), "example.org", write=True)

    assert raised.value.retry_after == 7.0


def test_the_platforms_own_code_is_read_and_nothing_else() -> None:
    kind = {"Content-Type": "application/json; charset=utf-8"}

    assert answer_of(400, kind, b'{"code": "comment_flood"}').code == "comment_flood"
    assert answer_of(400, kind, b'{"code": "<b>x</b>"}').code == ""
    assert answer_of(400, kind, b'["code"]').code == ""


def test_json_at_the_greatest_depth_is_read() -> None:
    body = b"[" * DEPTH + b"]" * DEPTH

    assert answer_of(200, {"Content-Type": "application/json"}, body).problem is None
