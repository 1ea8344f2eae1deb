"""Read a reference that somebody typed, in whatever style."""

from loccit.recognize.references.read import ReadReference, read_reference

__all__ = ["ReadReference", "read_reference"]
