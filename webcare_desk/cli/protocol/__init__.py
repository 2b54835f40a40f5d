"""`protocol`: packs checked, read, compared and put in force."""
