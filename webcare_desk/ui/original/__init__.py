"""Drawing a frozen original, in a process of its own that shows no window."""
