"""What a desk asks of its people: rules that stand in the log, not in a file."""

from dataclasses import dataclass

from webcare_desk.domain.spans import DAY


@dataclass(frozen=True, slots=True)
class Policy:
    """The rules in force; a desk that set none has these.

    `training_gate` lets only people with a valid certificate reply and close.
    A `password_days` of 0 lets passwords grow as old as they like.
    """

    training_gate: bool = False
    pass_percent: int = 80
    questions: int = 12
    certificate_days: int = 365
    idle_minutes: int = 10
    password_days: int = 0

    def is_too_old(self, password_at: int | None, now: int) -> bool:
        """Say whether a password must be renewed before a session begins or is unlocked.

        `password_at` is when its owner set it, in UTC microseconds: 0 stands
        for one that somebody else set, None for one of unknown age.
        """
        if password_at is None:
            return False
        if password_at == 0:
            return True
        return bool(self.password_days) and now - password_at > self.password_days * DAY

    def is_passed(self, right: int, asked: int) -> bool:
        """Say whether `right` answers out of `asked` are enough for a certificate."""
        return asked >= self.questions and right * 100 >= self.pass_percent * asked
