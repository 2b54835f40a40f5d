"""The lock: when nobody is there, nobody reads."""
