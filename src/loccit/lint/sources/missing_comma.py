"""No comma after a key, or between two fields of a .bib entry.

## What it does

Finds a field that follows a key or another field without a comma.

## Why is this bad?

loccit reads on, but BibTeX skips the rest of the entry.

## Example

    @book{davis2003, title = {Are Prisons Obsolete?} year = {2003}}

## Use instead

A comma after every field:

    @book{davis2003, title = {Are Prisons Obsolete?}, year = {2003}}
"""
