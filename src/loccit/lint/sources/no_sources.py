"""A file without a source in it.

## What it does

Finds files that are empty, hold only comments, or are in another format than their
name says.

## Why is this bad?

The sources that you expect in the file can't be cited.

## Use instead

Export the sources again, or give the file the extension of its format.
"""
