"""An entry of a .bib file that is never closed.

## What it does

Finds entries with more opening than closing braces.

## Why is this bad?

loccit reads what it can of the entry, and goes on where a line begins with another one.
Other programs may lose the entry, or those after it.

## Example

    @book{davis2003, title = {Are Prisons Obsolete?}, year = {2003}

## Use instead

A `}` for every `{`:

    @book{davis2003, title = {Are Prisons Obsolete?}, year = {2003}}
"""
