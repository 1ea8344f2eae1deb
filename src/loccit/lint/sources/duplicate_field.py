"""A field that is given twice.

The first one is used; other programs may use the last.

    @book{davis2003, year = {2003}, title = {Are Prisons Obsolete?}, year = {2004}}

Take one of them out:

    @book{davis2003, title = {Are Prisons Obsolete?}, year = {2003}}
"""
