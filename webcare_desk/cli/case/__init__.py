"""`case`: safety cases, what was sent of them, and what PV's side says."""
