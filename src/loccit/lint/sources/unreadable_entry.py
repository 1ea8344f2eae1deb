"""An entry of a .bib file that can't be read as a whole.

The fields that can be told are read.

    @book{davis2003, title {Are Prisons Obsolete?}, year = {2003}}

Give every field a name, an equals sign and a value:

    @book{davis2003, title = {Are Prisons Obsolete?}, year = {2003}}
"""
