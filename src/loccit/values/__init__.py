"""Kinds of values and how people write them, one kind a file."""
