"""The password of almost everybody in a test, and what one costs there: as little as Argon2 allows."""

from webcare_desk.vault.passwords import Cost

CHEAP = Cost(memory=8, passes=1, lanes=1)
WORDS = "a short sentence works well"
