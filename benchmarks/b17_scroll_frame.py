"""17: painting one screen of new rows, beside Qt's own delegate with plain text."""

from pathlib import Path
from statistics import median

from PySide6.QtCore import QSize, QStringListModel
from PySide6.QtWidgets import QStyledItemDelegate, QTableView

from benchmarks.desks import filled_desk
from benchmarks.result import Row, percentile, timed
from benchmarks.window import open_window

_FRAMES = 60


def run() -> list[Row]:
    """Return two rows: beside the plain delegate, and the slowest frames."""
    return _run(filled_desk(10_000))


def _run(folder: Path) -> list[Row]:
    qt, app, window = open_window(folder)
    view, model = window.inbox.view, window.inbox.model
    while model.rowCount() < 40 * 20:
        model.fetchMore()
        qt.processEvents()
    plain = _plain_view(view.viewport().size(), model.rowCount(), view.rowHeight(0))
    ours: list[float] = []
    peer: list[float] = []
    for frame in range(_FRAMES):
        place = frame * 12 * view.rowHeight(0)
        for seen, taken in ((view, ours), (plain, peer)):
            seen.verticalScrollBar().setValue(place)
            qt.processEvents()
            taken.append(timed(seen.viewport().repaint))
    app.close()
    slow = percentile(ours, 0.95) * 1000
    ratio = median(a / b for a, b in zip(ours, peer, strict=True))
    return [
        Row(
            17, "scroll_frame", "ms", median(ours) * 1000, "Qt's plain delegate",
            median(peer) * 1000, ratio, 2.0, 1.0, at_most=True,
        ),
        Row(17, "scroll_frame p95", "ms", slow, "limit 8 ms", 8.0, slow / 8, 2.0, 1.0, at_most=True),
    ]  # fmt: skip


def _plain_view(size: QSize, rows: int, height: int) -> QTableView:
    view = QTableView()
    view.setModel(
        QStringListModel([f"Row {row} of plain text, one line" * 3 for row in range(rows)])
    )
    view.setItemDelegate(QStyledItemDelegate(view))
    view.verticalHeader().setDefaultSectionSize(height)
    view.horizontalHeader().setStretchLastSection(True)
    view.resize(size)
    view.show()
    return view
