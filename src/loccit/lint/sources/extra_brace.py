"""A closing brace too many behind an entry of a .bib file.

The entry ends at the first brace that closes it, so the fields behind that are not
read.

    @book{davis2003, title = {Are Prisons Obsolete?}}, year = {2003}}

Give every `}` its `{`:

    @book{davis2003, title = {Are Prisons Obsolete?}, year = {2003}}
"""
