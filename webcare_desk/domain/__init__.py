"""The field's own terms as frozen data; standard library only, no I/O."""
