"""How often Python looks for garbage that refers to itself: seldom."""

import gc
from typing import Final

# Objects made and kept, net, before the next look. Python's own 700 makes a start look eighty
# times at modules and classes that stay anyway, a tenth of what our part of it takes.
_YOUNG: Final = 20_000


def collect_seldom() -> None:
    """Look after 20,000 new objects, a few megabytes; for a process that lasts or starts a window."""
    gc.set_threshold(_YOUNG, *gc.get_threshold()[1:])
