"""The protocol as a page to read, a draft to write, and a version to put in force."""
