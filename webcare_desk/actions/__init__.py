"""Every act of a person or of the program on the desk."""
