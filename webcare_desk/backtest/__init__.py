"""The comments of a desk, replayed through another version of its protocol."""

from webcare_desk.backtest.replay import Replay
from webcare_desk.backtest.run import PAGE, Met, Progress, backtest
from webcare_desk.backtest.take_up import TakenUp, is_due, take_up

__all__ = ("PAGE", "Met", "Progress", "Replay", "TakenUp", "backtest", "is_due", "take_up")
