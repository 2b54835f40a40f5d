"""The protocol made visible: why, which steps, by when, and with which words."""
