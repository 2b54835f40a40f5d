"""Writing: the public reply with its gates, and, apart from it, the private note."""
