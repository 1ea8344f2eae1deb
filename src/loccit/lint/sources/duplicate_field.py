"""A field that occurs twice.

## What it does

Finds two fields of one name in an entry of a .bib file.

## Why is this bad?

loccit uses the first one; other programs may use the last.

## Example

    @book{davis2003, year = {2003}, title = {Are Prisons Obsolete?}, year = {2004}}

## Use instead

One of them:

    @book{davis2003, title = {Are Prisons Obsolete?}, year = {2003}}
"""
