"""How often a fault is tried: some rounds in the gate, many more in the night.

`python3 desk.py test --nightly` sets WEBCARE_DESK_NIGHTLY; a variable of its
own, such as WEBCARE_DESK_KILLS=1000, sets one number alone.
"""

import os

NIGHTLY = "WEBCARE_DESK_NIGHTLY"


def is_nightly() -> bool:
    """Say whether the long tests run."""
    return bool(os.environ.get(NIGHTLY))


def rounds(name: str, *, gate: int, nightly: int) -> int:
    """Return how often to try: what WEBCARE_DESK_`name` says, else the gate's or the night's."""
    given = os.environ.get(f"WEBCARE_DESK_{name}")
    return int(given) if given else nightly if is_nightly() else gate
