"""A source without a key, or an item of CSL data without an `id`.

## What it does

Finds entries that nothing can cite. loccit leaves them out, unless a CSL item has a
title: then it makes a key from author and year.

## Why is this bad?

You can't cite the source; and a key that is made may change.

## Example

    @book{title = {Are Prisons Obsolete?}, year = {2003}}

## Use instead

A key of your own; `loccit keys` makes them from author and year:

    @book{davis2003, title = {Are Prisons Obsolete?}, year = {2003}}
"""
