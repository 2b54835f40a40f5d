"""Hold the coverage that the tests must reach, part by part, from one coverage data file."""

import io
import sys
from pathlib import Path

from coverage import Coverage
from coverage.exceptions import NoDataError

ROOT = Path(__file__).resolve().parent.parent

#: The parts that must not be wrong reach all of it; the others a few points less than they reach
#: by the tests of their own, so that none can lose those without the gate's noticing.
FLOORS = {
    "webcare_desk/domain/*": 100.0,
    "webcare_desk/protocol/*": 100.0,
    "webcare_desk/screening/*": 100.0,
    "webcare_desk/actions/*": 100.0,
    "webcare_desk/desk.py": 100.0,
    "webcare_desk/disclosure/*": 95.0,
    "webcare_desk/signing_off.py": 95.0,
    "webcare_desk/pv/*": 94.0,
    "webcare_desk/vault/*": 92.0,
    "webcare_desk/erasing.py": 92.0,
    "webcare_desk/backtest/*": 92.0,
    "webcare_desk/oversight/*": 91.0,
    "webcare_desk/jobs/*": 90.0,
    "webcare_desk/ui/*": 90.0,
    "webcare_desk/casebook/*": 88.0,
    "webcare_desk/backups/*": 88.0,
    "webcare_desk/reports/*": 86.0,
    "webcare_desk/store/*": 84.0,
}


def main(data: Path) -> int:
    """Print each part's coverage in percent and the lines it misses; 1 when a floor is missed."""
    coverage = Coverage(data_file=str(data), config_file=str(ROOT / "pyproject.toml"))
    coverage.load()
    low = [part for part, floor in FLOORS.items() if not holds(coverage, part, floor)]
    return 1 if low else 0


def holds(coverage: Coverage, part: str, floor: float) -> bool:
    """Say whether one part reaches its floor, and show what is missing where it does not."""
    report = io.StringIO()
    try:
        reached = coverage.report(include=[str(ROOT / part)], file=report, show_missing=True)
    except NoDataError:
        reached = 0.0
    print(f"{reached:6.2f} %  of {floor:.0f} %  {part}")
    if reached < floor:
        print(report.getvalue())
    return reached >= floor


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / ".coverage"))
