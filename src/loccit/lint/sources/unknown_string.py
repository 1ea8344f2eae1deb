"""An abbreviation that no `@string` defines.

## What it does

Finds values without braces or quotation marks that are not numbers.

## Why is this bad?

Such a value is the name of an abbreviation. If nothing defines it, the name itself is
printed.

## Example

    @book{davis2003, title = {Are Prisons Obsolete?}, publisher = seven}

## Use instead

Text in braces, or a `@string` that defines the abbreviation:

    @book{davis2003, title = {Are Prisons Obsolete?}, publisher = {Seven Stories Press}}
"""
