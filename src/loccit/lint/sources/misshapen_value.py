"""A value of the wrong type in CSL-JSON or CSL-YAML.

## What it does

Finds values that CSL's schema doesn't allow, such as a date that is not a list of
numbers, or a name that is a string.

## Why is this bad?

loccit reads what it can make out, and leaves out the rest. Other programs may refuse
the file.

## Example

    [{"id": "davis2003", "type": "book", "issued": {"date-parts": [["x"]]}}]

## Use instead

The value as CSL-JSON has it:

    [{"id": "davis2003", "type": "book", "issued": {"date-parts": [[2003]]}}]
"""
