"""Secrets, passwords and the key that signs the log."""
