"""`python3 desk.py bench [NAME]`: run the benchmarks, print the table, write JSON."""

import importlib
import json
import pkgutil
import platform
import sys
from dataclasses import asdict

import benchmarks
from benchmarks.desks import RESULTS
from benchmarks.result import Row


def main(words: list[str]) -> int:
    """Run the benchmarks whose name holds one of `words`, or all of them."""
    names = [found.name for found in pkgutil.iter_modules(benchmarks.__path__)]
    known = sorted(name for name in names if name[0] == "b" and name[1:3].isdigit())
    chosen = [name for name in known if not words or any(word in name for word in words)]
    if not chosen:
        print(f"There is no benchmark {' '.join(words)!r}. There are: {', '.join(known)}.")
        return 2
    print(f"{platform.platform()}, Python {platform.python_version()}")
    print(_line("nr", "name", "ours", "peer", "ratio", "goal", "", ""))
    rows: list[Row] = []
    for name in chosen:
        for row in importlib.import_module(f"benchmarks.{name}").run():
            rows.append(row)
            print(_shown(row), flush=True)
    RESULTS.mkdir(exist_ok=True)
    found = [{**asdict(row), "verdict": row.verdict} for row in rows]
    (RESULTS / "results.json").write_text(json.dumps(found, indent=1), encoding="utf-8")
    return 1 if any(row.verdict == "BELOW" for row in rows) else 0


def _shown(row: Row) -> str:
    return _line(
        str(row.number),
        row.name,
        f"{row.ours:,.3g} {row.unit}",
        f"{row.peer:,.3g}",
        f"{row.ratio:.2f}",
        f"{'<=' if row.at_most else '>='} {row.goal:g}",
        row.verdict,
        row.peer_name,
    )


def _line(*cells: str) -> str:
    widths = (3, 22, 20, 10, 8, 9, 6, 0)
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
