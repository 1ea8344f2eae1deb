"""A field whose value is never closed, in an entry that is.

## What it does

Finds values without their closing brace or quotation mark.

## Why is this bad?

loccit lets the value end where a line begins with the next field, or where the entry
ends. Other programs may lose the entry.

## Example

    @book{davis2003,
      title = {Are Prisons Obsolete?,
      year = {2003}
    }

## Use instead

A `}` for every `{`:

    @book{davis2003,
      title = {Are Prisons Obsolete?},
      year = {2003}
    }
"""
