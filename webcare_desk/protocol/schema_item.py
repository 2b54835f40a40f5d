"""What every item of a pack is: keys that are known, values read strictly."""

from pydantic import BaseModel, ConfigDict, Field

from webcare_desk.protocol.fields import Flag, Ident, Text


class Item(BaseModel):
    """Anything in a pack: unknown keys are problems."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Entry(Item):
    """An item of a list that other items name by its id."""

    id: Ident = Field(description="the id, by which a pack above replaces or removes the item")


class Words(Item):
    """A text for people, in each language of the pack."""

    nl: Text | None = Field(None, description="in Dutch")
    en: Text | None = Field(None, description="in English")


class Removed(Entry):
    """Takes the item of this id out of the packs below."""

    disabled: Flag = Field(description="true")
