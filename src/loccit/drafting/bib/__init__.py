"""`.bib` files while somebody types in them: broken entries are the usual case."""
