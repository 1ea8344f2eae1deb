"""No comma behind a key or between two fields of a .bib entry.

loccit reads on; BibTeX skips the rest of the entry.

    @book{davis2003, title = {Are Prisons Obsolete?} year = {2003}}

Write a comma behind every field:

    @book{davis2003, title = {Are Prisons Obsolete?}, year = {2003}}
"""
