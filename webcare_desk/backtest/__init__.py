"""The comments of a desk, replayed through another version of its protocol."""

from webcare_desk.backtest.replay import Replay
from webcare_desk.backtest.run import PAGE, Met, Progress, backtest

__all__ = ("PAGE", "Met", "Progress", "Replay", "backtest")
