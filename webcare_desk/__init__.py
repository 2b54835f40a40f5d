"""Webcare Desk: answer patients in the open, and never miss an adverse event."""

__version__ = "0.1.0"
