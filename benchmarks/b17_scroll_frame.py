"""17: painting one screen of new rows.

The peer is Qt's own delegate with the same texts in six plain columns.
"""

from collections.abc import Sequence
from pathlib import Path
from statistics import median

from PySide6.QtCore import QSize
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QTableView

from benchmarks.desks import filled_desk
from benchmarks.result import Row, percentile, timed
from benchmarks.window import open_window, wait_for_paint
from webcare_desk.domain.inbox import InboxRow, Queue
from webcare_desk.ui.inbox.model import ROW

_FRAMES = 60


def run() -> list[Row]:
    """Return two rows: beside the plain delegate, and the slowest frames."""
    return _run(filled_desk(10_000))


def _run(folder: Path) -> list[Row]:
    qt, app, window = open_window(folder)
    wait_for_paint(qt, window)
    view, model = window.inbox.view, window.inbox.model
    window.queues.choose(Queue.OTHER)
    while model.rowCount() < 40 * 20 and model.canFetchMore():
        model.fetchMore()
        qt.processEvents()
    rows = [model.index(at, 0).data(ROW) for at in range(model.rowCount())]
    plain = _plain_view(view.viewport().size(), rows, view.rowHeight(0))
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


def _plain_view(size: QSize, rows: Sequence[InboxRow], height: int) -> QTableView:
    """Return a table of the same texts in six columns, two of them for the preview."""
    model = QStandardItemModel(len(rows), 6)
    for at, row in enumerate(rows):
        words = row.preview
        texts = (row.author_name, row.category, words[:50], words[50:100], row.source, "3 h 12 min")
        for column, text in enumerate(texts):
            model.setItem(at, column, QStandardItem(text))
    view = QTableView()
    view.setModel(model)
    view.setItemDelegate(QStyledItemDelegate(view))
    view.verticalHeader().setDefaultSectionSize(height)
    view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    view.resize(size)
    view.show()
    return view
