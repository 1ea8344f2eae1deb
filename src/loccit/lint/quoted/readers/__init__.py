"""Readers of files with the text of a source, by the extension of their names."""
