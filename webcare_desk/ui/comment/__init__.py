"""A comment in its thread: who wrote it, when, and what was found in its words."""
