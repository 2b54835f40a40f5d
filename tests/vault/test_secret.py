"""A secret shows its text to nobody who does not ask for it by name."""

import copy
import pickle
from dataclasses import dataclass

import pytest

from webcare_desk.vault.registered import own_name
from webcare_desk.vault.secret import MemorySecrets, Secret

CANARY = "canary-3f1b"


@dataclass(frozen=True)
class _Holder:
    token: Secret


def test_no_way_of_printing_shows_the_text() -> None:
    secret = Secret(CANARY)
    shown = [repr(secret), str(secret), f"{secret}", f"{secret!r}", "%s" % secret, repr([secret])]  # noqa: UP031 - the old way is one of the ways
    shown.append(repr(_Holder(secret)))
    assert not [text for text in shown if CANARY in text]
    assert secret.reveal() == CANARY


def test_a_secret_cannot_be_pickled_or_copied_by_pickling() -> None:
    with pytest.raises(TypeError):
        pickle.dumps(Secret(CANARY))
    with pytest.raises(TypeError):
        copy.deepcopy(Secret(CANARY))


def test_secrets_compare_by_text_and_never_equal_a_plain_string() -> None:
    assert Secret("a\udc80é") == Secret("a\udc80é")
    assert Secret("a") != Secret("b")
    assert Secret("a") != "a"
    with pytest.raises(TypeError):
        hash(Secret("a"))


def test_memory_secrets_keep_replace_and_forget() -> None:
    secrets = MemorySecrets()
    assert secrets.get("smtp") is None
    secrets.put("smtp", Secret("one"))
    secrets.put("smtp", Secret("two"))
    assert secrets.get("smtp") == Secret("two")
    secrets.forget("smtp")
    secrets.forget("smtp")
    assert secrets.get("smtp") is None


def test_each_desk_has_its_own_secrets_and_keeps_them_after_a_fork() -> None:
    names = {own_name(f"webcare-desk/x{fork}+1+AA", "smtp") for fork in ("", "/fork-1", "/fork-2")}
    assert names == {"smtp:webcare-desk/x"}
    assert own_name("webcare-desk/y+1+AA", "smtp") not in names
