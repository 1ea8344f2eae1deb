"""TeX in .bib fields: read it as text, and write text as TeX."""
