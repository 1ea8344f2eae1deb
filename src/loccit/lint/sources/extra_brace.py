"""One closing brace too many after an entry of a .bib file.

## What it does

Counts the braces after an entry.

## Why is this bad?

The entry ends at the first brace that closes it, so the fields after that brace are not
read.

## Example

    @book{davis2003, title = {Are Prisons Obsolete?}}, year = {2003}}

## Use instead

A `{` for every `}`:

    @book{davis2003, title = {Are Prisons Obsolete?}, year = {2003}}
"""
