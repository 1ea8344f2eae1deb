"""An entry of a .bib file that can't be read completely.

## What it does

Finds entries in which something other than fields follows the key.

## Why is this bad?

loccit reads the fields that it can make out, and no more.

## Example

    @book{davis2003, title {Are Prisons Obsolete?}, year = {2003}}

## Use instead

A name, an equals sign and a value for every field:

    @book{davis2003, title = {Are Prisons Obsolete?}, year = {2003}}
"""
