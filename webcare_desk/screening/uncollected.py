"""Make many objects that all stay, without the collector's looking through them again and again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Let the collector of cycles rest meanwhile; it is as it was afterwards, also after an error.

    A lexicon is some fifty thousand objects without a cycle: half of the time to load it.
    What was made counts as old afterwards, without having been looked through.
    """
    worked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():
            # Frozen and thawed, everything is in the oldest generation: a matter of two pointers.
            gc.freeze()
            gc.unfreeze()
        if worked:
            gc.enable()
