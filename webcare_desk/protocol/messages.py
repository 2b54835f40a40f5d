"""What pydantic found, said the way every problem of a pack is said."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING

from pydantic import ValidationError

from webcare_desk.protocol.problem import Path
from webcare_desk.protocol.schema import Item

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

_PLAIN = {
    "string_type": "write a text",
    "list_type": "write a list, each item after a hyphen",
    "model_type": "write keys with values here",
    "model_attributes_type": "write keys with values here",
}


def problems_of(error: ValidationError) -> Iterator[tuple[Path, str]]:
    """Yield the path, within the item, and the message of everything that is wrong."""
    for detail in error.errors(include_url=False):
        yield detail["loc"], _message(detail)


def unknown_key(key: str) -> str:
    """Return the message for a key that no item has, with the nearest one that exists."""
    known = {field.alias or name for kind in _kinds(Item) for name, field in _fields(kind)}
    near = get_close_matches(key, sorted(known), n=1)
    return f"remove `{key}`, or write `{near[0]}`" if near else f"remove `{key}`"


def _kinds(kind: type[Item]) -> Iterator[type[Item]]:
    yield kind
    for narrower in kind.__subclasses__():
        yield from _kinds(narrower)


def _fields(kind: type[Item]) -> Iterator[tuple[str, "FieldInfo"]]:
    yield from kind.model_fields.items()


def _message(detail: "ErrorDetails") -> str:
    last, context = str(detail["loc"][-1]) if detail["loc"] else "", detail.get("ctx", {})
    match detail["type"]:
        case "protocol":
            message = detail["msg"]
        case "missing":
            message = f"add `{last}`"
        case "extra_forbidden":
            message = unknown_key(last)
        case "literal_error":
            choices = str(context["expected"]).replace("'", "").replace(" or ", ", ")
            message = f"choose one of {choices}"
        case "too_short":
            message = f"write at least {context['min_length']} here"
        case "greater_than_equal":
            message = f"write a number of at least {context['ge']}"
        case "less_than_equal":
            message = f"write a number of at most {context['le']}"
        case kind:
            message = _PLAIN.get(kind, "correct this: " + detail["msg"].lower())
    return message
