"""Write `resources/lexicons/*/dictionary.txt.gz` from wordfreq's lists of word frequencies.

    pip install wordfreq && python tools/make_dictionary.py

A word of six to twelve letters that is used four times in ten million words is in it: it is
not taken for a misspelling of another. `NOTICE` names where wordfreq has its counts from.
"""

import gzip
import sys
from pathlib import Path
from typing import Any

from webcare_desk.screening.normalise import fold

_ROOT = Path(__file__).resolve().parent.parent / "resources" / "lexicons"
_SHORTEST = 6
_LONGEST = 12
_ZIPF = 2.6


def main() -> None:
    """Write the dictionaries."""
    from wordfreq import iter_wordlist, zipf_frequency  # in no lock file

    count: Any = zipf_frequency
    for language in ("nl", "en", "de"):
        words = sorted(
            {
                folded
                for word in iter_wordlist(language)
                if _SHORTEST <= len(folded := fold(word).text) <= _LONGEST
                if folded.isascii() and folded.isalpha() and count(word, language) >= _ZIPF
            }
        )
        path = _ROOT / language / "dictionary.txt.gz"
        told = "\n".join(words) + "\n"
        path.write_bytes(gzip.compress(told.encode("ascii"), mtime=0))  # the same each time
        print(f"{path.name} ({language}): {len(words):,} words")


if __name__ == "__main__":
    print(__doc__) if sys.argv[1:] else main()
