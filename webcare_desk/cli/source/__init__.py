"""`source`: where comments come from, and what was covered."""
