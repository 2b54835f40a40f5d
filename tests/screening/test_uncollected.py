"""The collector rests while a lexicon is made, and works again afterwards."""

import gc

import pytest

from webcare_desk.screening.uncollected import uncollected


def test_it_works_again_afterwards_also_after_an_error() -> None:
    assert gc.isenabled()
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(KeyError), uncollected():
        raise KeyError
    assert gc.isenabled()


def test_one_that_rested_before_rests_on() -> None:
    gc.disable()
    try:
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()
