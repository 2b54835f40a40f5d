"""An example as a pack writes it: a text, or a text with the way in which it is said."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_serializer

from webcare_desk.protocol.fields import AKind, Text
from webcare_desk.protocol.kind import ExampleKind


class ExampleText(BaseModel):
    """A text with the way in which it is said; a plain text may stand alone."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    text: Text = Field(description="the text")
    kind: AKind = Field(ExampleKind.PLAIN, description="how it is said")

    @model_serializer
    def _as_written(self) -> "str | dict[str, str]":
        if self.kind is ExampleKind.PLAIN:
            return self.text
        return {"text": self.text, "kind": self.kind.value}


def _spelled_out(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


AnExample = Annotated[
    ExampleText, BeforeValidator(_spelled_out, json_schema_input_type=str | ExampleText)
]
