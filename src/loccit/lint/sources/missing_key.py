"""A source without a key, or an item of CSL data without an `id`.

## What it does

Finds entries without a key. loccit makes one of author and year, as it does for the
addresses that Zotero exports as `id`; an entry with nothing to make a key of is left
out.

## Why is this bad?

A key that is made may change: when the author or the year is corrected, or when a file
is added with another source of that author and year. Then one of them gets a letter.

## Example

    @book{title = {Are Prisons Obsolete?}, year = {2003}}

## Use instead

A key of your own. `loccit keys --write` writes the keys that loccit made:

    @book{davis2003, title = {Are Prisons Obsolete?}, year = {2003}}
"""
