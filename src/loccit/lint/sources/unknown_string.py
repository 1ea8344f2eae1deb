"""An abbreviation that no `@string` defines.

Text without braces or quotation marks is the name of an abbreviation. It is printed as
it stands.

    @book{davis2003, title = {Are Prisons Obsolete?}, publisher = seven}

Define it, or write the text in braces:

    @book{davis2003, title = {Are Prisons Obsolete?}, publisher = {Seven Stories Press}}
"""
