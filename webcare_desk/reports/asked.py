"""What a request changes, in words: what both persons sign, who cannot read ids."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from webcare_desk.actions import EndPassword, HoldAgain
from webcare_desk.domain.approval import (
    OVERTAKEN,
    PROTOCOLS,
    RequestKind,
    Wanted,
    is_overtaken,
)
from webcare_desk.domain.comment import Comment
from webcare_desk.domain.erasure import Basis, answer_in, comments_in
from webcare_desk.domain.moderator import Moderator, Role
from webcare_desk.domain.spans import SECOND
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.store.base import Reads

#: So many comments are quoted; the numbers of all stand in what is signed.
_QUOTED = 20
_FIRST_WORDS, _NAME = 80, 60

#: Why data are erased, for the translator.
BASES: Mapping[Basis, str] = {
    Basis.OBJECTION: QT_TRANSLATE_NOOP("Said", "Somebody objects (Art. 17(1)(c))"),
    Basis.CONSENT_WITHDRAWN: QT_TRANSLATE_NOOP("Said", "Consent withdrawn (Art. 17(1)(b))"),
    Basis.NOT_NEEDED: QT_TRANSLATE_NOOP("Said", "No longer needed (Art. 17(1)(a))"),
    Basis.UNLAWFUL: QT_TRANSLATE_NOOP("Said", "Unlawfully processed (Art. 17(1)(d))"),
    Basis.OBLIGATION: QT_TRANSLATE_NOOP("Said", "The law demands it (Art. 17(1)(e))"),
    Basis.RETENTION_OVER: QT_TRANSLATE_NOOP("Said", "Its time is over (Art. 5(1)(e))"),
}
_ACCOUNT = QT_TRANSLATE_NOOP("Said", "Account: {name} ({login})")
_NEW_ACCOUNT = QT_TRANSLATE_NOOP("Said", "A new account: {name} ({login})")
_ROLE = QT_TRANSLATE_NOOP("Said", "Role: {role}")
_GETS = QT_TRANSLATE_NOOP("Said", "+ {role} (new)")
_KEEPS = QT_TRANSLATE_NOOP("Said", "= {role} (has it already)")
_LOSES = QT_TRANSLATE_NOOP("Said", "− {role} (taken away)")
_OPENS = QT_TRANSLATE_NOOP("Said", "+ The account is opened again: its owner may log in.")
_SHUT = QT_TRANSLATE_NOOP("Said", "The account is closed: its owner may not log in.")
_NO_CODE = QT_TRANSLATE_NOOP("Said", "From then on the password alone logs in, without a code.")
_WHY = QT_TRANSLATE_NOOP("Said", "Why: {basis}")
_GO = QT_TRANSLATE_NOOP("Said", "Comments that go for good: {count}")
_QUOTE = QT_TRANSLATE_NOOP("Said", "Comment {comment} by {author}, in “{thread}”: {words}")
_NO_NAME = QT_TRANSLATE_NOOP("Said", "(no name)")
_PVS = QT_TRANSLATE_NOOP("Said", "PV's answer {answer}, which belongs to no case")
_FILE = QT_TRANSLATE_NOOP(
    "Said", "It goes with the file as it came, which `case evidence {answer}` gives."
)
_GONE = QT_TRANSLATE_NOOP("Said", "Comment {comment}: erased already")
_MORE = QT_TRANSLATE_NOOP("Said", "… and {count} more")
_VERSION = QT_TRANSLATE_NOOP("Said", "{protocol} ({digest})")
_PROTOCOL = QT_TRANSLATE_NOOP("Said", "Protocol: {version}")
_OFF = QT_TRANSLATE_NOOP("Said", "− Rule {rule}: it sends nothing to PV any more")
_FROM = QT_TRANSLATE_NOOP("Said", "In force from {time} on, at the earliest")
_BACKUP = QT_TRANSLATE_NOOP("Said", "of {time}")
_MADE_AT = QT_TRANSLATE_NOOP("Said", "The desk goes on as it was on {time}")
_KEPT = QT_TRANSLATE_NOOP("Said", "Entries of the log in the backup: {count}")
_LOST = QT_TRANSLATE_NOOP("Said", "− Later entries that are put aside: {count}")
_LOST_UNKNOWN = QT_TRANSLATE_NOOP(
    "Said", "− How many later entries are put aside could not be read"
)
_DOUBTED = QT_TRANSLATE_NOOP(
    "Said", "Replies and mails looked for before they leave again: {count}"
)
_NOT_LOOKED_AT = QT_TRANSLATE_NOOP(
    "Said",
    "! Whose accounts were closed, whose roles and passwords replaced and what was held for the "
    "law after the backup could not be looked at: it is as it was in the backup",
)
_CLOSED_AGAIN = QT_TRANSLATE_NOOP(
    "Said", "− {name} ({login}): closed after the backup, and closed again"
)
_LEFT_WITH = QT_TRANSLATE_NOOP(
    "Said", "− {name} ({login}): lost roles after the backup, and has these alone: {roles}"
)
_STAYS = QT_TRANSLATE_NOOP(
    "Said",
    "! {name} ({login}): closed or no administrator after the backup, and is one again: nobody "
    "else could give roles",
)
_ENDED = QT_TRANSLATE_NOOP(
    "Said",
    "− {name} ({login}): the password was replaced after the backup; the earlier one serves no "
    "more, an administrator gives a new one",
)
_SERVES_ONCE = QT_TRANSLATE_NOOP(
    "Said",
    "! {name} ({login}): the password was replaced after the backup; the earlier one serves once, "
    "to choose another with",
)
_HELD_AGAIN = QT_TRANSLATE_NOOP(
    "Said",
    "= Comment {comment}: held for the law after the backup (GDPR {basis}), and held again",
)
_HELD_NO_MORE = QT_TRANSLATE_NOOP(
    "Said",
    "! Comment {comment} of the desk that is put aside was held for the law (GDPR {basis}): it "
    "came after the backup and is not here",
)
_OF_ONE = QT_TRANSLATE_NOOP("Said", "{name} (comments: {count})")
_OF_MORE = QT_TRANSLATE_NOOP("Said", "{name} and others (comments: {count})")
_OF_NOBODY = QT_TRANSLATE_NOOP("Said", "comments: {count}")


def about(read: Reads, wanted: Wanted, *, may_read: bool) -> str:
    """Return whom or what a request is about; with `may_read` also whose comments."""
    if wanted.kind is RequestKind.ERASURE:
        if answer := answer_in(wanted):
            return Said.of(_PVS, answer=answer)
        return _whose(read, comments_in(wanted), may_read=may_read)
    payload = json.loads(wanted.payload)
    if wanted.kind in PROTOCOLS:
        return _version(payload)
    if wanted.kind is RequestKind.RESTORE:
        return Said.of(_BACKUP, time=_time(payload["made_at"]))
    person = read.moderator(wanted.target)
    name = payload.get("name") if person is None else person.name
    return str(name or wanted.target)


def changes(read: Reads, wanted: Wanted, *, stands: bool, may_read: bool) -> list[Said]:
    """Return, line by line, what a request changes; nothing where its payload tells it all.

    What is new is told apart as long as the request `stands`: after that the desk has it.
    """
    payload = json.loads(wanted.payload)
    match wanted.kind:
        case RequestKind.ROLE_GRANT:
            lines = _granted(read.moderator(wanted.target), payload, stands=stands)
        case RequestKind.CODE_DROP:
            lines = _without_codes(read.moderator(wanted.target))
        case RequestKind.ERASURE:
            lines = _erased(read, wanted, may_read=may_read)
        case RequestKind.PROTOCOL_IN_FORCE | RequestKind.RULE_OFF:
            is_old = stands and is_overtaken(wanted, read.fact("protocol"))
            lines = iter([*_protocol(payload), *([OVERTAKEN] if is_old else [])])
        case RequestKind.RESTORE:
            lines = _restored(read, payload)
        case _:
            lines = iter(())
    return list(lines)


def _granted(
    person: Moderator | None, payload: Mapping[str, object], *, stands: bool
) -> Iterator[Said]:
    """Say of each role whether it is new, and of the account whether it is."""
    roles = payload.get("roles")
    asked = sorted(map(Role, roles)) if isinstance(roles, list) else []
    if person is None:
        yield Said.of(_NEW_ACCOUNT, name=payload.get("name", ""), login=payload.get("login", ""))
        had: frozenset[Role] = frozenset()
    else:
        yield Said.of(_ACCOUNT, name=person.name, login=person.login)
        had = person.roles
    if not stands:
        yield from (Said.of(_ROLE, role=role) for role in asked)
        return
    yield from (Said.of(_KEEPS if role in had else _GETS, role=role) for role in asked)
    yield from (Said.of(_LOSES, role=role) for role in sorted(had.difference(asked)))
    if payload.get("active") is False:
        yield Said.of(_SHUT)
    elif person is not None and not person.active:
        yield Said.of(_OPENS)


def _without_codes(person: Moderator | None) -> Iterator[Said]:
    if person is not None:
        yield Said.of(_ACCOUNT, name=person.name, login=person.login)
    yield Said.of(_NO_CODE)


def _erased(read: Reads, wanted: Wanted, *, may_read: bool) -> Iterator[Said]:
    comments = comments_in(wanted)
    basis = Basis(json.loads(wanted.payload)["basis"])
    yield Said.of(_WHY, basis=Said.of(BASES[basis]))
    if answer := answer_in(wanted):
        yield Said.of(_PVS, answer=answer)
        yield Said.of(_FILE, answer=answer)
        return
    yield Said.of(_GO, count=len(comments))
    if may_read:
        yield from (_quoted(read.comment(each), each) for each in comments[:_QUOTED])
        if more_of := len(comments[_QUOTED:]):
            yield Said.of(_MORE, count=more_of)


def _quoted(comment: Comment | None, number: int) -> Said:
    if comment is None or not comment.text:
        return Said.of(_GONE, comment=number)
    return Said.of(
        _QUOTE,
        comment=number,
        author=_short(comment.author_name, _NAME) or Said.of(_NO_NAME),
        thread=_short(comment.thread_title or comment.thread, _NAME),
        words=_short(comment.text, _FIRST_WORDS),
    )


def _protocol(payload: Mapping[str, object]) -> Iterator[Said]:
    yield Said.of(_PROTOCOL, version=_version(payload))
    rules = payload["rules_off"]
    if isinstance(rules, list):
        yield from (Said.of(_OFF, rule=rule) for rule in rules)
    at = payload.get("effective_at")
    if isinstance(at, int):
        yield Said.of(_FROM, time=_time(at))


def _version(payload: Mapping[str, object]) -> Said:
    """Return a version by its name and its digest: two of them may have one name."""
    return Said.of(_VERSION, protocol=payload["protocol"], digest=str(payload["digest"])[:12])


def _restored(read: Reads, payload: Mapping[str, Any]) -> Iterator[Said]:
    lost: int | None = payload["lost"]
    yield Said.of(_MADE_AT, time=_time(payload["made_at"]))
    yield Said.of(_KEPT, count=payload["entries"])
    yield Said.of(_LOST_UNKNOWN) if lost is None else Said.of(_LOST, count=lost)
    yield Said.of(_DOUBTED, count=payload["doubted"])
    if payload["again"] is None:
        yield Said.of(_NOT_LOOKED_AT)
    for each in payload["done_again"]:
        yield _held_again(each) if each["act"] == HoldAgain.name else _taken_again(read, each)


def _held_again(act: Mapping[str, Any]) -> Said:
    if act["comment"] is None:
        return Said.of(_HELD_NO_MORE, comment=act["was"], basis=act["basis"])
    return Said.of(_HELD_AGAIN, comment=act["comment"], basis=act["basis"])


def _taken_again(read: Reads, act: Mapping[str, Any]) -> Said:
    person = read.moderator(act["moderator"])
    name, login = ("?", act["moderator"]) if person is None else (person.name, person.login)
    if act["act"] == EndPassword.name:
        return Said.of(_SERVES_ONCE if act["serves_once"] else _ENDED, name=name, login=login)
    if act["stays"] or not act["active"]:
        return Said.of(_STAYS if act["stays"] else _CLOSED_AGAIN, name=name, login=login)
    roles = Said.each(", ", map(Role, act["roles"].split("+")))
    return Said.of(_LEFT_WITH, name=name, login=login, roles=roles)


def _whose(read: Reads, comments: tuple[int, ...], *, may_read: bool) -> Said:
    names = _authors(read, comments) if may_read else []
    if not names:
        return Said.of(_OF_NOBODY, count=len(comments))
    return Said.of(_OF_MORE if names[1:] else _OF_ONE, name=names[0], count=len(comments))


def _authors(read: Reads, comments: tuple[int, ...]) -> list[str]:
    """Return the names of who wrote the first of these comments, each once."""
    found = (read.comment(each) for each in comments[:_QUOTED])
    names = (_short(each.author_name, _NAME) for each in found if each is not None)
    return list(dict.fromkeys(name for name in names if name))


def _short(text: str, most: int) -> str:
    """Return the beginning of somebody's words on one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most].rstrip()}…"


def _time(at: int) -> datetime:
    return datetime.fromtimestamp(at // SECOND, UTC)
