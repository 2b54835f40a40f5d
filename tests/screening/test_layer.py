"""The hidden layer: each of its sums counts from nothing on, and it joins the heads."""

import json
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webcare_desk.errors import LexiconError
from webcare_desk.paths import resources_dir
from webcare_desk.screening.model import REPORTABLE, Joint, Layer, load_model
from webcare_desk.screening.weights import NOTHING

SUMS = st.floats(-100, 100)
FILE = resources_dir() / "screening" / "model.bin"


def test_a_unit_below_nothing_says_nothing() -> None:
    layer = Layer(0.5, (-1.0, 1.0), (2.0, -3.0), 0.25)
    assert layer.logit([0, -4]) == 0.25
    assert layer.logit([4, -4]) == 0.25 + 2 * 1
    assert layer.logit([4, 2]) == 0.25 + 2 * 1 - 3 * 2


@given(one=SUMS, other=SUMS)
def test_one_unit_turns_what_another_says(one: float, other: float) -> None:
    both = Layer(1.0, (0.0, 0.0), (1.0, -1.0), 0.0)
    assert both.logit([one, other]) == max(0.0, one) - max(0.0, other)


def test_a_layer_of_no_units_says_its_offset() -> None:
    assert Layer(1.0, (), (), -2.0).logit([]) == -2.0


@given(heads=SUMS, layer=SUMS)
def test_heads_and_layer_are_joined_into_one_chance(heads: float, layer: float) -> None:
    joint = Joint(0.5, 0.5, -1.0)
    assert 0 <= joint.chance(heads, layer) <= 1
    assert joint.chance(heads, layer) <= joint.chance(heads + 1, layer)
    assert joint.chance(heads, layer) <= joint.chance(heads, layer + 1)


def test_the_shipped_layer_counts() -> None:
    model = load_model(FILE)
    words = ["sinds", "die", "nieuwe", "pillen", "kom", "ik", "de", "trap", "niet", "meer", "op"]
    alone = replace(model, joint=replace(model.joint, layer=0.0))
    assert model.joint.layer > 0
    assert model.chances(words, (), ())[REPORTABLE] != alone.chances(words, (), ())[REPORTABLE]


def test_a_layer_whose_units_do_not_fit_is_no_model(tmp_path: Path) -> None:
    head, _, packed = FILE.read_bytes().partition(b"\n")
    told = json.loads(head)
    told["layer"]["out"].pop()
    (tmp_path / "model.bin").write_bytes(json.dumps(told).encode() + b"\n" + packed)
    with pytest.raises(LexiconError, match="units of the layer"):
        load_model(tmp_path / "model.bin")


def test_weights_for_fewer_columns_than_heads_and_units_are_no_model(tmp_path: Path) -> None:
    head, _, packed = FILE.read_bytes().partition(b"\n")
    told = json.loads(head)
    buckets = 1 << told["bits"]
    short = zlib.compress(bytes([NOTHING]) * (buckets * len(told["heads"])))
    (tmp_path / "model.bin").write_bytes(head + b"\n" + short)
    assert len(zlib.decompress(packed)) > buckets * len(told["heads"])
    with pytest.raises(LexiconError, match="for each of"):
        load_model(tmp_path / "model.bin")
