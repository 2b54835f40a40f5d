"""The training test, on the whole window."""
