"""When the desk cannot be opened: what can still be done."""
