"""A command of LaTeX that loccit doesn't know.

It stays in the text as it is, backslash and all.

    @book{davis2003, title = {Are Prisons \\mycommand{Obsolete}?}}

Write what it prints:

    @book{davis2003, title = {Are Prisons Obsolete?}}
"""
