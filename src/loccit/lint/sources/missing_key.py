"""A source without a key, or an item of CSL data without an `id`.

Nothing can cite it, so it is left out.

    @book{title = {Are Prisons Obsolete?}, year = {2003}}

Give it a key; `loccit keys` makes them of author and year:

    @book{davis2003, title = {Are Prisons Obsolete?}, year = {2003}}
"""
