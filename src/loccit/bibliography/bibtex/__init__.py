"""What `.bib` files have: entries, fields and TeX, and what BibTeX and BibLaTeX mean by them."""
