"""Corrections of MLA's styles by the MLA Handbook (9th edition)."""

from __future__ import annotations

from loccit.csl.styles.corrections import Correction

VARIANTS = ("annotated-bibliography", "no-url")

CORRECTIONS = (
    Correction(
        "6.5",
        prints="Fox et al. argue (5)",
        wants="Fox and others argue (5): et al. is only for parentheses and the list",
        insert=(
            (
                'csl:macro[@name="author-short"]//csl:names/csl:substitute',
                '<et-al narrative-term="and others"/>',
            ),
        ),
    ),
)
