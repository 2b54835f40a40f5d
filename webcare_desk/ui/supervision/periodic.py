"""The periodic review by one button: gathered in a worker and written as a page."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from webcare_desk import oversight
from webcare_desk.inspection import verify_log
from webcare_desk.ui.workplace import Workplace


def write_periodic(work: Workplace, since: int, name: str) -> str:
    """Verify the log, write the review from `since` until now, and say so."""
    verdict = verify_log(work.app.folder)
    desk = work.app.desk
    since = max(since, desk.read.entries_after(-1, 1)[0].at)
    asked = oversight.Asked(since, desk.clock(), work.actor.moderator)
    found = oversight.periodic(desk, asked, verdict.flaw or "", verdict.size)
    oversight.write_page(found, Path(name))
    words = QCoreApplication.translate("SupervisionWindow", "The periodic review is in {file}.")
    return words.format(file=Path(name).name)
