"""What a password costs in a test: as little as Argon2 allows."""

from webcare_desk.vault.passwords import Cost

CHEAP = Cost(memory=8, passes=1, lanes=1)
