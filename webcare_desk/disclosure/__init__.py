"""Handing the log to somebody: exports and inspection packages, each with its entry."""

from webcare_desk.disclosure.export import Disclosed, Order, export_log
from webcare_desk.disclosure.package import export_package

__all__ = ["Disclosed", "Order", "export_log", "export_package"]
