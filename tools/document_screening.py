"""Write the tables of `docs/screening-model.md` anew: each is the output of the command above it."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "docs/screening-model.md"
_TABLE = re.compile(r"(`webcare-desk (screen --eval \S+)`\n\n```\n).*?(```)", re.DOTALL)


def main() -> None:
    """Run every command that the document names, and put its output below it."""
    text = DOCUMENT.read_text(encoding="utf-8")
    DOCUMENT.write_text(_TABLE.sub(_made, text), encoding="utf-8")


def _made(table: re.Match[str]) -> str:
    command = [sys.executable, "-m", "webcare_desk", *table[2].split()]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - the project's own
    return f"{table[1]}{done.stdout}{table[3]}"


if __name__ == "__main__":
    print(__doc__) if sys.argv[1:] else main()
