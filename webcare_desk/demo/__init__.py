"""A fictional community and a fictional PV mailbox, on loopback."""
