"""Text after the value of a field, or a field without a name.

## What it does

Finds text where a comma or the next field should be.

## Why is this bad?

The text is not read.

## Example

    @book{davis2003, title = {Are Prisons} Obsolete?, year = {2003}}

## Use instead

The whole value in braces:

    @book{davis2003, title = {Are Prisons Obsolete?}, year = {2003}}
"""
