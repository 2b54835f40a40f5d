"""What Python compiled for itself: it runs that in place of the source, so it must be of the source."""

import importlib.util
import marshal
from pathlib import Path
from typing import Final

_HEADER: Final = 16


def is_of_source(source: Path) -> bool:
    """Say whether Python would run for `source` what stands in it."""
    cache = Path(importlib.util.cache_from_source(str(source)))
    if not cache.is_file():
        return True
    data = cache.read_bytes()
    if _is_passed_over(data, source):
        return True
    try:
        kept = marshal.loads(data[_HEADER:])  # noqa: S302 - what importing would load; nothing of it runs
    except (ValueError, EOFError, TypeError):
        return False
    made = compile(source.read_bytes(), str(source), "exec", dont_inherit=True)
    return bool(kept == made)


def _is_passed_over(data: bytes, source: Path) -> bool:
    """Say whether Python itself sees that it is not of this source, and compiles anew (PEP 552)."""
    if data[:4] != importlib.util.MAGIC_NUMBER:
        return True
    if int.from_bytes(data[4:8], "little"):  # by its hash, or unchecked: then it is run as it is
        return False
    told, is_now = data[8:_HEADER], source.stat()
    stamp = (int(is_now.st_mtime) & 0xFFFFFFFF, is_now.st_size & 0xFFFFFFFF)
    return told != b"".join(part.to_bytes(4, "little") for part in stamp)
