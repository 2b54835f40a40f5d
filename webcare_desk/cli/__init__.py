"""The command line: the same actions as the window, in a terminal or a script."""
