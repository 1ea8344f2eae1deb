"""Mistakes that several rules on the entries of a list find.

- `expected`: mistakes that say what is expected in the place of typed text
- `names`: mistakes in the names that an entry begins with
- `addresses`: addresses and DOIs, and how they are replaced
- `italics`: whether a part of an entry is in italics, and the edits that change it
- `misplaced`: mistakes in the order of the list
"""
