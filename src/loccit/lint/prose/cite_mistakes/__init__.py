"""Mistakes that several rules on citations find.

- `before_year`: mistakes in the separator before the year
- `joiners`: mistakes in what joins the names of a cite
- `labels`: mistakes in the labels of places in works
- `names`: mistakes in the names of a cite
"""
