"""What the desk reads, as an administrator sets it up."""
