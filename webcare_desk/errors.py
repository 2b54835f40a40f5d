"""Every error a person may meet, each one a sentence for that person.

WebcareError
├── UsageError            a command or a form was filled in wrongly
│   └── MissingPartError  this machine lacks a part; says what mends it
├── DeniedError           the person's role does not allow this action
├── LoginError            unknown login, wrong password, or a locked account
│   ├── CodeNeededError   the password is right; the account also asks for a code
│   ├── RoleNeededError   the password is right; the account has several roles
│   └── PasswordTooOldError the password is right; it must be renewed first
├── RefusedError          the action does not fit the state of its subject
│   ├── StaleError        somebody else changed the subject meanwhile
│   └── NeedsTwoError     it takes two persons, and only one has signed
├── SecretError           no trustworthy keyring, or it did not keep the secret
│   └── DamagedSecretError  the keyring gave what it keeps, and that is damaged
├── ProtocolError         the protocol pack has problems
├── LexiconError          a lexicon file has a problem
├── BrokenSealError       a signed head is not what its key signed
├── PacketError           a file is not a readable packet
├── MessageError          a file is not a readable E2B message
├── StoreError            the desk's database cannot be used
│   ├── ForeignFileError  the file is not a desk's database
│   ├── CorruptFileError  the file is damaged
│   ├── NewerDeskError    the file takes a newer program, or a newer SQLite
│   ├── ReadOnlyError     the folder or file cannot be written
│   ├── NetworkFolderError  the desk lies on another machine's disk
│   ├── DiskFullError     there is no room left
│   └── BusyError         another program holds the database
└── ConnectorError        a platform or PV's mail server gave no usable answer
    ├── UnauthorisedError the credentials were refused (HTTP 401)
    ├── ForbiddenError    the account may not do this (HTTP 403)
    │   └── ImpossibleError   nobody may, as things stand there
    ├── GoneError         the comment is not there any more (HTTP 404, 410)
    ├── WithheldError     the platform has the reply and does not show it
    ├── DuplicateError    the platform already holds this very reply (HTTP 409)
    ├── RateLimitedError  too many requests; says when to come back (HTTP 429)
    ├── UnavailableError  no connection or a server error; nothing was done
    ├── MalformedError    an answer that is not what the platform documents
    │   └── TooLargeError a page of it is larger than the desk reads
    └── UncertainError    the request left, its answer never came

Anything else that is raised is a bug and looks like one.
"""

from webcare_desk.said import QT_TRANSLATE_NOOP, Said


class WebcareError(Exception):
    """A known error: its text is one sentence for the person at the desk."""


class UsageError(WebcareError):
    """A command or a form was filled in wrongly."""


class MissingPartError(UsageError):
    """This machine lacks a part that a desk needs; `mend` is the command that mends it."""

    def __init__(self, sentence: str, mend: str = "") -> None:
        """Keep the sentence and the command."""
        super().__init__(sentence)
        self.mend = mend


class DeniedError(WebcareError):
    """The role of the person does not allow the action."""


class LoginError(WebcareError):
    """The login is unknown, the password wrong, or the account locked."""


class CodeNeededError(LoginError):
    """The password is right, and the account asks for a code beside it."""

    def __init__(self, login: str) -> None:
        """Ask for it, and say whose it is: two persons may enter together."""
        asks = QT_TRANSLATE_NOOP(
            "Said", "“{login}” also asks for a code: give the six digits it shows now."
        )
        super().__init__(Said.of(asks, login=login))


class RoleNeededError(LoginError):
    """The password is right, and the account has several roles; `roles` are their names."""

    def __init__(self, roles: frozenset[str]) -> None:
        """Name them in the words that a command takes."""
        choose = QT_TRANSLATE_NOOP("Said", "Choose the role to work in: {roles}.")
        super().__init__(Said.of(choose, roles=", ".join(sorted(roles))))
        self.roles = roles


class PasswordTooOldError(LoginError):
    """The password is right, but a new one must be chosen to enter."""

    def __init__(self, is_temporary: bool) -> None:  # noqa: FBT001 - the one thing it says
        """Say why: somebody else set it, or it has grown too old."""
        super().__init__(Said.of(_TEMPORARY if is_temporary else _TOO_OLD))


_TEMPORARY = QT_TRANSLATE_NOOP(
    "Said", "Somebody else set this password: choose a new one to enter."
)
_TOO_OLD = QT_TRANSLATE_NOOP("Said", "This password is too old: choose a new one to enter.")


class RefusedError(WebcareError):
    """The action does not fit the present state of its subject."""


class StaleError(RefusedError):
    """The subject changed since it was read; read it again and decide anew."""


class NeedsTwoError(RefusedError):
    """It takes two persons; all else that it needs is there."""


class SecretError(WebcareError):
    """No trustworthy keyring is there, or it did not keep what it was given."""


class DamagedSecretError(SecretError):
    """The keyring gave what it keeps, and that is damaged."""


class ProtocolError(WebcareError):
    """The protocol pack has problems; its text lists them, one a line."""


class LexiconError(WebcareError):
    """A lexicon cannot be used; the text names file, line and problem."""


class BrokenSealError(WebcareError):
    """A signed head is not what its key signed, or not a signed head at all."""


class PacketError(WebcareError):
    """A file is not a readable packet of this program."""


class MessageError(WebcareError):
    """A file is not a message of ICH E2B(R3) that this program reads."""


class StoreError(WebcareError):
    """The desk's database cannot be used."""


class ForeignFileError(StoreError):
    """The file is not the database of a desk."""


class CorruptFileError(StoreError):
    """The file is damaged."""


class NewerDeskError(StoreError):
    """The file takes a newer program than this one, or a newer SQLite."""


class ReadOnlyError(StoreError):
    """The folder or the file cannot be written."""


class NetworkFolderError(StoreError):
    """The desk lies on a network file system, where its locks do not hold."""


class DiskFullError(StoreError):
    """There is no room left on the disk."""


class BusyError(StoreError):
    """Another program holds the database and did not let go in time."""


class ConnectorError(WebcareError):
    """A platform, or PV's mail server, gave no usable answer."""


class UnauthorisedError(ConnectorError):
    """The credentials were refused (HTTP 401, SMTP 535)."""


class ForbiddenError(ConnectorError):
    """The account may not do this (HTTP 403)."""


class ImpossibleError(ForbiddenError):
    """The platform does this for nobody, as things stand there; `why` is a name for it."""

    def __init__(self, sentence: str, why: str) -> None:
        """Keep the sentence and the name."""
        super().__init__(sentence)
        self.why = why


class GoneError(ConnectorError):
    """The comment is not there any more (HTTP 404 or 410)."""


class WithheldError(ConnectorError):
    """The platform has the reply and does not show it to the public: held, or taken for spam."""


class DuplicateError(ConnectorError):
    """The platform already holds this very reply (HTTP 409)."""


class RateLimitedError(ConnectorError):
    """Too many requests; `retry_after` is in seconds (HTTP 429)."""

    def __init__(self, sentence: str, retry_after: float) -> None:
        """Keep the sentence and the seconds to wait."""
        super().__init__(sentence)
        self.retry_after = retry_after


class UnavailableError(ConnectorError):
    """No connection, or a server error before anything was done."""


class MalformedError(ConnectorError):
    """The answer is not what the platform documents."""


class TooLargeError(MalformedError):
    """The answer is larger than the desk reads; a smaller page of it may do."""


class MailSizeError(ConnectorError):
    """The mail server takes no mail of this size; the same one never will do."""


class UncertainError(ConnectorError):
    """The request left and its answer never came: it may have been done."""
