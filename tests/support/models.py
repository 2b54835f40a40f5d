"""A model so small that a test knows what it says: a word for each thing."""

import zlib

from webcare_desk.screening.assess import CRISIS, REPORTABLE, Assessor
from webcare_desk.screening.model import Head, Model
from webcare_desk.screening.weights import NOTHING, Table, Weighed

_BITS = 16
_HEADS = (REPORTABLE, CRISIS, "misuse")
#: The words that the small model flags, and for what.
_HEAVY = {"wspoon": (127, 0, 0), "wlepel": (127, 0, 0), "wbridge": (127, 127, 0)}


def small_model() -> Model:
    """Return a model that flags a spoon as a report of misuse, and a bridge as a crisis."""
    weights = bytearray([NOTHING]) * (len(_HEADS) << _BITS)
    for feature, row in _HEAVY.items():
        at = (zlib.crc32(feature.encode()) & ((1 << _BITS) - 1)) * len(_HEADS)
        weights[at : at + len(_HEADS)] = bytes(NOTHING + weight for weight in row)
    heads = tuple(Head(name, 1.0, -5.0, 1.0, 0.0, 0.5) for name in _HEADS)
    every, none = b"\1" * (1 << _BITS), bytes(1 << _BITS)
    weighed = Weighed(Table(every, bytes(weights), len(_HEADS)), Table(none, b"", 0))
    return Model(heads, weighed, 0.3, 0.7, 0.5, "5" * 64)


def small_assessor() -> Assessor:
    """Return the small model with nothing that is mandatory."""
    return Assessor(small_model(), frozenset())
