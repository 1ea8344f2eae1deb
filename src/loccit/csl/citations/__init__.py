"""Citations and entries: positions, order, disambiguation, grouping, and their text."""
