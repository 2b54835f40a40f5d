"""Where the desk keeps everything, and the only place that opens it."""
