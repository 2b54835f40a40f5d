"""`people`: accounts, and how somebody enters."""
