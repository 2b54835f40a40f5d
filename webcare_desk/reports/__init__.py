"""What leaves the desk for a reader: tables, pages, extracts of the log, packages."""
