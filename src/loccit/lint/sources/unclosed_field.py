"""A field whose value is not closed, in an entry that is.

A brace or a quotation mark is missing. The value ends where a line begins with the next
field, or where the entry does.

    @book{davis2003,
      title = {Are Prisons Obsolete?,
      year = {2003}
    }

Give every `{` its `}`:

    @book{davis2003,
      title = {Are Prisons Obsolete?},
      year = {2003}
    }
"""
