"""A key that two sources have.

## What it does

Finds sources whose key another source before them has. An exact copy is only a note.

## Why is this bad?

A citation means the first of them; you can't cite the other one.

## Example

    @book{davis2003, title = {Are Prisons Obsolete?}}
    @book{davis2003, title = {Problem: Prison}}

## Use instead

A different key for one of them:

    @book{davis2003, title = {Are Prisons Obsolete?}}
    @book{davis2003problem, title = {Problem: Prison}}
"""
