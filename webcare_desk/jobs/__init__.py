"""The work of time: each job is one tick, no loop and no thread."""
