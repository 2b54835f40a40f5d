"""Handing a comment to pharmacovigilance: a form that is filled in already."""
