"""Entries as biblatex-apa writes them."""
