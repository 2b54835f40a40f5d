"""The audit log in a window: filter, read, verify, replay, export."""
