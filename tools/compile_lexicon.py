"""Write the lexicon's files as the one small file that the program reads them from.

python tools/compile_lexicon.py
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from webcare_desk.screening.compiled import NAME, compile_lexicon  # noqa: E402 - the path comes first


def main() -> None:
    """Write the file beside the lexicon it is made from."""
    folder = ROOT / "resources/lexicons"
    (folder / NAME).write_bytes(compile_lexicon(folder))


if __name__ == "__main__":
    print(__doc__) if sys.argv[1:] else main()
