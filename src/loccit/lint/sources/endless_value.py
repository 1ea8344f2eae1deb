"""A value that becomes far too long.

## What it does

Finds values of more than 100,000 characters that are joined from abbreviations. loccit
leaves them out.

## Why is this bad?

Abbreviations that consist of abbreviations can double with every line, so a small file
could fill a computer's memory.

## Use instead

Write the text itself.
"""
