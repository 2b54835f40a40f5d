"""What happened to a comment, one line for each entry of the log."""
