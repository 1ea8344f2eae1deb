"""An entry of a .bib file that is never closed.

A brace is missing, in a field or at the end. What can be read of the entry is read, and
the next one begins where a line begins with it.

    @book{davis2003, title = {Are Prisons Obsolete?}, year = {2003}

Give every `{` its `}`:

    @book{davis2003, title = {Are Prisons Obsolete?}, year = {2003}}
"""
