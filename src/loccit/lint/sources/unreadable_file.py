"""A file in a library's folder that can't be read.

## What it does

Finds files that you may not open, or that are not in the format that their name says.

## Why is this bad?

loccit reads the other files of the folder; the sources of this one can't be cited.

## Use instead

Export the sources again, or move the file out of the folder.
"""
