"""The tables of people: accounts, sessions, certificates, alerts, the rules for them."""

from webcare_desk.store.table import Table

MODERATOR = Table(
    "moderator",
    (
        "uid",
        "roles",
        "active",
        "failures",
        "locked_until",
        "password_at",
        "code_step",
        "version",
    ),
    ("login", "name", "password"),
)
SESSION = Table(
    "session",
    ("uid", "moderator", "role", "began_at", "ended_at", "locked_at", "unlocked_at"),
)
CERTIFICATE = Table(
    "certificate",
    ("moderator", "course", "issued_at", "expires_at", "score", "seed", "pool", "issued_by"),
)
ALERT = Table(
    "alert",
    ("kind", "moderator", "first_at", "last_at", "tries", "seen_by", "seen_at", "version"),
)
#: One row, once a desk has set a rule of its own; `domain.policy` says what each means.
POLICY = Table(
    "policy",
    (
        "training_gate",
        "pass_percent",
        "questions",
        "certificate_days",
        "idle_minutes",
        "password_days",
        "version",
    ),
)
#: A person's signing keys; the private half is gone from one that has ended.
SIGNING_KEY = Table(
    "signing_key", ("moderator", "public", "made_at", "ended_at", "ended_by"), ("sealed",)
)
SIGNATURE = Table(
    "signature",
    (
        "signer",
        "role",
        "session",
        "at",
        "zone",
        "meaning",
        "record",
        "document",
        "protocol",
        "public",
    ),
    ("name", "signed"),
)
#: A session whose screen was locked: signatures up to `after` no longer count for it.
SIGNING_LOCK = Table("signing_lock", ("session", "after"))
