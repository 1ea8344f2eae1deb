"""A `crossref` or `xdata` that names an entry which no file has.

What the entry should inherit from there is missing. Either the key is mistyped, or the
file with that entry is not in the library.

    @inbook{lorde2007, title = {The Master's Tools}, crossref = {lorde2007sister}}

Name an entry that is there:

    @inbook{lorde2007, title = {The Master's Tools}, crossref = {lorde2007outsider}}
    @book{lorde2007outsider, title = {Sister Outsider}}
"""
