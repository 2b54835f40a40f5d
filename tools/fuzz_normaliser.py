"""Fuzz the normaliser with Atheris.

    pip install atheris
    PYTHONPATH=. python tools/fuzz_normaliser.py -max_total_time=60 -max_len=400

What must hold is in `tests/support/spelling.py`; a text that breaks it is written to `crash-…`.
"""

import sys

import atheris

with atheris.instrument_imports():
    from tests.support.spelling import check_normaliser


def one(data: bytes) -> None:
    """Check the text that some bytes stand for: any code point, lone surrogates too."""
    check_normaliser(atheris.FuzzedDataProvider(data).ConsumeUnicode(len(data)))


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
