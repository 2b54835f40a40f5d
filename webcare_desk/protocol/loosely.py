"""Reading what was approved once as it is, where the checks of today would refuse it."""

from contextlib import suppress
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, TypeAdapter, ValidationError

from webcare_desk.protocol.source import Tree

M = TypeVar("M", bound=BaseModel)


def loosely(model: type[M], tree: Tree) -> M:
    """Return `tree` as an item of which only the types of its values are asked for.

    Each value is read as a pack is wherever that goes. Raises ValueError for
    one that this program has no word for, such as a role that is gone, and
    where one is missing that it cannot do without.
    """
    keys = TypeAdapter(dict[str, Any]).validate_python(tree)
    kinds = {field.alias or name: field for name, field in model.model_fields.items()}
    found = {
        key: _value(kinds[key].rebuild_annotation(), value)
        for key, value in keys.items()
        if key in kinds
    }
    if lost := {key for key, field in kinds.items() if field.is_required()} - found.keys():
        msg = f"nothing says {min(lost)}"
        raise ValueError(msg)
    return model.model_construct(None, **found)


def _value(kind: Any, value: Any) -> object:  # noqa: ANN401 - an annotation, and what was written
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _annotated(kind, value)
    if origin in {Union, UnionType}:
        return _value(parts[0], value)
    if origin is list and isinstance(value, list):
        return [_value(parts[0], each) for each in value]
    if origin is Literal:
        return value
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return loosely(kind, value)
    return TypeAdapter(kind).validate_python(value)


def _annotated(kind: Any, value: Any) -> object:  # noqa: ANN401 - the same
    with suppress(ValidationError):
        return TypeAdapter(kind).validate_python(value, strict=True)
    bare, *checks = get_args(kind)
    for check in checks:
        if isinstance(check, BeforeValidator):
            with suppress(ValueError):
                value = check.func(value)  # type: ignore[call-arg] # ours take the value alone
    return _value(bare, value)
