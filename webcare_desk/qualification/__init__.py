"""The qualification kit: what is installed is what was built (IQ), and it does what it must (OQ)."""
