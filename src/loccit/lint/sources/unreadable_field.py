"""Text behind the value of a field, where a comma or the next field should be; a field
without a name.

It is not read.

    @book{davis2003, title = {Are Prisons} Obsolete?, year = {2003}}

Put the whole value in braces:

    @book{davis2003, title = {Are Prisons Obsolete?}, year = {2003}}
"""
