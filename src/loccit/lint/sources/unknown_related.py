"""A `related` entry that no file has.

## What it does

Looks for related entries in all files of the library.

## Why is this bad?

What the reference should say about the other work, such as the original of a
translation, is missing. Either the key is mistyped, or the file with that entry is not
in the library.

## Example

    @book{gramsci1971,
      title = {Prison Notebooks},
      related = {gramsci1948},
      relatedtype = {translationof}
    }

## Use instead

The key of an entry in the library:

    @book{gramsci1971,
      title = {Prison Notebooks},
      related = {gramsci1975},
      relatedtype = {translationof}
    }
    @book{gramsci1975, title = {Quaderni del carcere}}
"""
