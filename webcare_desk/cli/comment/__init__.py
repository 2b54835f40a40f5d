"""`comment`: a comment shown, worked on, answered, and brought to PV."""
