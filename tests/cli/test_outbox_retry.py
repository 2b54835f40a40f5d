"""A reply that says that its comment was hidden is not tried again where it is not."""

from tests.cli.conftest import Console
from webcare_desk.domain.reply import NOT_HIDDEN

SAYS_SO = "om je privacy te beschermen hebben we je bericht verborgen"


def test_a_reply_that_says_what_is_not_so_is_not_tried_again(console: Console) -> None:
    """Both were stopped with the hide; only the one that says nothing of it may go without it."""
    console.good("comment", "hide", "3", "--reason", "spam", user="sanne")
    console.good("comment", "reply", "3", "--text", f"Hallo, {SAYS_SO}.", user="sanne")
    console.good("comment", "reply", "3", "--text", "Dank je wel.", user="sanne")
    console.good("outbox", "now", "1", user="sanne")
    assert console.run("outbox", "send", user="sanne").code == 1, "nothing could leave"
    with console.opened() as app:
        problems = [each.problem for each in app.desk.read.deliveries_of(3)]
    assert problems == ["no-connector", NOT_HIDDEN, NOT_HIDDEN]
    said = console.refused("outbox", "retry", "2", user="sanne")
    assert f"Do first what the reply says was done: “{SAYS_SO}”" in said
    assert "tried again" in console.good("outbox", "retry", "3", user="sanne")
    console.good("outbox", "retry", "1", user="sanne")
    assert "until the comment is hidden" in console.good("outbox", "retry", "2", user="sanne")
