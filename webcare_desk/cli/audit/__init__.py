"""`audit`: whether the log holds, and who else holds its head."""
