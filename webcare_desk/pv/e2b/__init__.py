"""E2B(R3), the message in which safety cases travel between companies and authorities."""
