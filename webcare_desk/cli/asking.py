"""Asking for a second person, from any command whose act takes two."""

from typing import TYPE_CHECKING

from webcare_desk.cli.login import to_sign
from webcare_desk.cli.show import say
from webcare_desk.domain.approval import Wanted
from webcare_desk.domain.moderator import Actor

if TYPE_CHECKING:
    from webcare_desk.app import App


def asked(
    app: "App",
    actor: Actor,
    wanted: Wanted,
    words: str,
    then: str = "this command again without `--ask`",
) -> int:
    """Sign and keep the request, say how it goes on, and return its number.

    `then` is what does it once it is approved; `{}` in it becomes the number.
    """
    from webcare_desk import signing_off

    login, password = to_sign(app, actor)
    request = signing_off.ask(app.desk, actor, password, wanted, words=words, login=login)
    say(
        f"Request {request} waits for a second person: `approval approve {request}`. "
        f"Then give {then.format(request)}."
    )
    return request
