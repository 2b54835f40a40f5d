"""Every read of the store, gathered: one base for each family of tables."""

import contextlib
import sqlite3

from webcare_desk.store.sqlite.anchors import AnchorReads
from webcare_desk.store.sqlite.backtesting import BacktestReads
from webcare_desk.store.sqlite.cases import CaseReads
from webcare_desk.store.sqlite.comments import CommentReads
from webcare_desk.store.sqlite.conduct import ConductReads
from webcare_desk.store.sqlite.inbox import InboxReads
from webcare_desk.store.sqlite.inquiring import InquiryReads
from webcare_desk.store.sqlite.keeping import KeepingReads
from webcare_desk.store.sqlite.learning import LearningReads
from webcare_desk.store.sqlite.likening import LikenessReads
from webcare_desk.store.sqlite.log import LogReads
from webcare_desk.store.sqlite.log_pages import LogPages
from webcare_desk.store.sqlite.originals import OriginalReads
from webcare_desk.store.sqlite.outbox import OutboxReads
from webcare_desk.store.sqlite.oversight import OversightReads
from webcare_desk.store.sqlite.people import PeopleReads, SourceReads
from webcare_desk.store.sqlite.places import PlaceStoreReads
from webcare_desk.store.sqlite.reconciling import ReconcilingReads
from webcare_desk.store.sqlite.register import RegisterReads
from webcare_desk.store.sqlite.signing import SigningStoreReads


class AllReads(  # one base for each family of tables
    InboxReads,
    CommentReads,
    OutboxReads,
    PeopleReads,
    ConductReads,
    SourceReads,
    SigningStoreReads,
    KeepingReads,
    LogReads,
    LogPages,
    OversightReads,
    AnchorReads,
    OriginalReads,
    BacktestReads,
    CaseReads,
    LearningReads,
    ReconcilingReads,
    RegisterReads,
    InquiryReads,
    LikenessReads,
    PlaceStoreReads,
):
    """Every read, over whichever connection `_reading` lends."""


class ReadsOf(AllReads):
    """Every read over one connection, which whoever lends it closes."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Read by `connection`."""
        self._db = connection

    def _reading(self) -> contextlib.AbstractContextManager[sqlite3.Connection]:
        return contextlib.nullcontext(self._db)
