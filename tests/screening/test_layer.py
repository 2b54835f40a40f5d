"""The hidden layer: each of its sums counts from nothing on, and it joins the heads."""

import json
import zlib
from dataclasses import replace
from math import exp
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webcare_desk.errors import LexiconError
from webcare_desk.paths import resources_dir
from webcare_desk.screening.features import (
    NEIGHBOURS,
    PIECE,
    WORD,
    Shown,
    of_neighbours,
    of_word,
    share,
)
from webcare_desk.screening.model import IN_REVIEW, REVIEW, Head, Layer, load_model
from webcare_desk.screening.weights import NOTHING

SUMS = st.floats(-100, 100)
FILE = resources_dir() / "screening" / "model.bin"


def test_a_unit_below_nothing_says_nothing() -> None:
    layer = Layer(0.5, (-1.0, 1.0), ((2.0, 1.0), (-3.0, 0.0)), (0.25, 0.5))
    assert layer.logits([0, -4]) == [0.25, 0.5]
    assert layer.logits([4, -4]) == [0.25 + 2 * 1, 0.5 + 1 * 1]
    assert layer.logits([4, 2]) == [0.25 + 2 * 1 - 3 * 2, 0.5 + 1 * 1]


@given(one=SUMS, other=SUMS)
def test_one_unit_turns_what_another_says(one: float, other: float) -> None:
    both = Layer(1.0, (0.0, 0.0), ((1.0,), (-1.0,)), (0.0,))
    assert both.logits([one, other]) == [max(0.0, one) - max(0.0, other)]


def test_a_layer_of_no_units_says_its_offsets() -> None:
    assert Layer(1.0, (), (), (-2.0, 1.0)).logits([]) == [-2.0, 1.0]


@given(own=SUMS, layer=SUMS)
def test_a_head_and_the_layer_are_joined_into_one_chance(own: float, layer: float) -> None:
    head = Head("", 1.0, 0.0, 0.5, -1.0, 0.5, 0.5)
    assert 0 <= head.chance(own, layer) <= 1
    assert head.chance(own, layer) <= head.chance(own + 1, layer)
    assert head.chance(own, layer) <= head.chance(own, layer + 1)
    assert replace(head, layer=0.0).chance(own, layer) == head.chance(own)


def test_the_shipped_layer_counts_in_every_head_but_those_of_reviews() -> None:
    model = load_model(FILE)
    words = ["sinds", "die", "nieuwe", "pillen", "kom", "ik", "de", "trap", "niet", "meer", "op"]
    alone = replace(model, heads=tuple(replace(head, layer=0.0) for head in model.heads))
    told, apart = (one.chances(Shown(words)) for one in (model, alone))
    assert {name for name in told if told[name] == apart[name]} == {REVIEW, IN_REVIEW}


class Plain:
    """The file of a model read anew, feature by feature, as its format says."""

    def __init__(self, file: Path) -> None:
        """Read the whole file."""
        head, _, packed = file.read_bytes().partition(b"\n")
        self.told, unpacked = json.loads(head), zlib.decompress(packed)
        buckets = 1 << self.told["bits"]
        self.used = unpacked[:buckets]
        heads, units = len(self.told["heads"]), len(self.told["layer"]["bias"])
        end = buckets + heads * (self.used.count(1) + self.used.count(3))
        self.tables = (unpacked[buckets:end], heads, 1), (unpacked[end:], units, 2)

    def row(self, feature: str) -> list[int]:
        """Return the weights of one feature."""
        bucket = zlib.crc32(feature.encode()) & (len(self.used) - 1)
        found: list[int] = []
        for weights, columns, sign in self.tables:
            at = sum(map(self.used[:bucket].count, (sign, 3))) * columns
            row = weights[at : at + columns] if self.used[bucket] & sign else b""
            found += [one - NOTHING for one in row] or [0] * columns
        return found

    def chance(self, name: str, words: list[str]) -> float:
        """Return what a head says of words alone."""
        counted = [(f, WORD if f.startswith("w") else PIECE) for w in words for f in of_word(w)]
        counted += [(feature, NEIGHBOURS) for feature in of_neighbours(words)]
        rows = [[part * one for one in self.row(feature)] for feature, part in counted]
        sums = [sum(column) * share(words) for column in zip(*rows, strict=True)]
        heads, layer = self.told["heads"], self.told["layer"]
        at = [head["name"] for head in heads].index(name)
        said = layer["offset"][at]
        for one, bias, out in zip(sums[len(heads) :], layer["bias"], layer["out"], strict=True):
            said += max(0.0, one * layer["scale"] + bias) * out[at]
        head = heads[at]
        own = head["slope"] * (sums[at] * head["scale"] + head["bias"])
        return 1 / (1 + exp(-(own + head["layer"] * said + head["offset"])))


@pytest.mark.parametrize("name", ["crisis", "adverse_event", "off_label"])
@pytest.mark.parametrize("text", ["ik kan niet meer", "since the switch my hair falls out", "xqzv"])
def test_a_head_says_what_its_file_says(name: str, text: str) -> None:
    words = text.split()
    said = load_model(FILE).chances(Shown(words))[name]
    assert said == pytest.approx(Plain(FILE).chance(name, words))


def rewritten(path: Path, told: dict[str, Any], unpacked: bytes) -> Path:
    """Write a model of `told` and what is packed behind it."""
    file = path / "model.bin"
    file.write_bytes(json.dumps(told).encode() + b"\n" + zlib.compress(unpacked))
    return file


def test_a_layer_whose_units_do_not_fit_is_no_model(tmp_path: Path) -> None:
    head, _, packed = FILE.read_bytes().partition(b"\n")
    for cut in (list.pop, lambda out: out[0].pop()):
        told = json.loads(head)
        cut(told["layer"]["out"])
        with pytest.raises(LexiconError, match="units of the layer"):
            load_model(rewritten(tmp_path, told, zlib.decompress(packed)))


@pytest.mark.parametrize("change", [slice(0, -1), slice(1, None)])
def test_other_weights_than_the_buckets_have_are_no_model(tmp_path: Path, change: slice) -> None:
    head, _, packed = FILE.read_bytes().partition(b"\n")
    with pytest.raises(LexiconError, match="for each of"):
        load_model(rewritten(tmp_path, json.loads(head), zlib.decompress(packed)[change]))


def test_a_bucket_is_used_in_no_other_way(tmp_path: Path) -> None:
    head, _, packed = FILE.read_bytes().partition(b"\n")
    used = bytearray(zlib.decompress(packed))
    used[used.index(0)] = 4
    with pytest.raises(LexiconError, match="for each of"):
        load_model(rewritten(tmp_path, json.loads(head), bytes(used)))
