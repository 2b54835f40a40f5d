"""Backups of a desk: made and proven, listed, and put back."""
