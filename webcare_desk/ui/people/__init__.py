"""The people of the desk: accounts, training, alerts, and one's own account."""
