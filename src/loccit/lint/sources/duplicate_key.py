"""A key that two sources have.

Citations mean the first of them; the other one can't be cited. Where both entries are
the same, that is only noted.

    @book{davis2003, title = {Are Prisons Obsolete?}}
    @book{davis2003, title = {Problem: Prison}}

Give one of them another key:

    @book{davis2003, title = {Are Prisons Obsolete?}}
    @book{davis2003problem, title = {Problem: Prison}}
"""
