"""Entries of the list, part by part."""
