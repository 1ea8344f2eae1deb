"""A `crossref` or `xdata` to an entry that no file has.

## What it does

Looks for the entries from which others inherit, in all files of the library.

## Why is this bad?

What the entry should inherit is missing. Either the key is mistyped, or the file with
that entry is not in the library.

## Example

    @inbook{lorde2007, title = {The Master's Tools}, crossref = {lorde2007sister}}

## Use instead

The key of an entry in the library:

    @inbook{lorde2007, title = {The Master's Tools}, crossref = {lorde2007outsider}}
    @book{lorde2007outsider, title = {Sister Outsider}}
"""
