"""`screen` and `screening`: what is found in a text, and what was missed."""
