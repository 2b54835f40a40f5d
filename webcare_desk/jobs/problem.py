"""What a failed request means for a delivery: its name, and when to come back."""

from typing import Final

from webcare_desk.domain.audit import Name
from webcare_desk.domain.reply import RATE_LIMITED
from webcare_desk.domain.spans import MINUTE, SECOND
from webcare_desk.errors import (
    ConnectorError,
    DuplicateError,
    ForbiddenError,
    GoneError,
    ImpossibleError,
    MailSizeError,
    MalformedError,
    RateLimitedError,
    SecretError,
    UnauthorisedError,
    UnavailableError,
    UncertainError,
    UsageError,
    WebcareError,
    WithheldError,
)

#: How long a claim holds: longer than all requests of one attempt together,
#: so that an attempt whose claim has lapsed is surely over.
LEASE: Final = 2 * MINUTE

#: What a connector or a courier may raise, its login and its address included.
TROUBLE: Final = (ConnectorError, SecretError, UsageError)
#: After these surely nothing was done. After any other, it may have been.
NOTHING_DONE: Final = (
    UnauthorisedError,
    ForbiddenError,
    GoneError,
    RateLimitedError,
    UnavailableError,
    SecretError,
    UsageError,
)
#: After these a later try may succeed without a person.
PASSING: Final = (RateLimitedError, UnavailableError)

NO_CONNECTOR: Final = Name("no-connector")
CRASHED: Final = Name("crashed")
#: The platform gave a receipt, or an attempt was in doubt, and nothing is there.
NOT_THERE: Final = Name("not-there")
#: The platform says that it has this very reply.
DUPLICATE: Final = Name("duplicate")
#: The platform has it, and the public cannot read it.
WITHHELD: Final = Name("withheld")

_NAMES: Final = (
    (UnauthorisedError, Name("unauthorised")),
    (ForbiddenError, Name("forbidden")),
    (GoneError, Name("gone")),
    (WithheldError, WITHHELD),
    (DuplicateError, DUPLICATE),
    (RateLimitedError, RATE_LIMITED),
    (UnavailableError, Name("unavailable")),
    (MalformedError, Name("malformed")),
    (MailSizeError, Name("too-large")),
    (UncertainError, Name("uncertain")),
    (SecretError, Name("no-secret")),
    (UsageError, Name("misconfigured")),
)


def name_of(error: WebcareError) -> Name:
    """Return the name under which the outbox and the log keep an error."""
    if isinstance(error, ImpossibleError):
        return Name(error.why)
    return next((name for kind, name in _NAMES if isinstance(error, kind)), Name("unknown"))


def wait(attempts: int, error: WebcareError | None, longest: int = 60 * MINUTE) -> int:
    """Return the microseconds until the next try: 1, 2, 4 … minutes, or what was asked for.

    Even the first wait is longer than a platform works on one request.
    """
    asked = error.retry_after * SECOND if isinstance(error, RateLimitedError) else 0
    doubling = MINUTE << min(max(attempts - 1, 0), 10)
    return max(int(asked), min(doubling, longest))
