"""A LaTeX command that loccit doesn't know.

## What it does

Finds commands, such as those of a package or your own, that can't be turned into text.

## Why is this bad?

The command stays in the text, with its backslash.

## Example

    @book{davis2003, title = {Are Prisons \\mycommand{Obsolete}?}}

## Use instead

What the command prints:

    @book{davis2003, title = {Are Prisons Obsolete?}}
"""
