"""Pharmacovigilance documents: models in, bytes out."""
