"""Corrections of all of Chicago's styles by the Chicago Manual of Style (18th edition).

Those of notes have the heading of their list besides (`chicago_notes.py`).
"""

from __future__ import annotations

from loccit.csl.styles.corrections import Correction
from loccit.csl.styles.corrections.review_titles import without_review_of
from loccit.csl.styles.corrections.short_titles import with_short_title

VARIANTS = ("author-date*", "in-text*")

SHORT_TITLES = Correction(
    "13.32",
    prints="Smith, *Home Girls: A Black Feminist Anthology*, 3",
    wants="Smith, *Home Girls*, 3: the main title only",
    source=with_short_title,
)
#: Beside notes, the list is the bibliography; beside dates, the reference list.
BIBLIOGRAPHY = Correction(
    "13",
    prints="# References",
    wants="# Bibliography",
    list_heading="Bibliography",
)
REVIEWS = Correction(
    "14",
    prints="review of *Review of Peat Bogs*",
    wants="review of *Peat Bogs*",
    source=without_review_of,
)

CORRECTIONS = (REVIEWS, SHORT_TITLES)
