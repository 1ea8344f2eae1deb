"""MLA where its style says otherwise: one fact each, with its section of the MLA
Handbook (9th edition).
"""

from __future__ import annotations

from loccit.csl.styles.corrections import Correction

VARIANTS = ("annotated-bibliography", "no-url")

CORRECTIONS = (
    Correction(
        "6.5",
        prints="Fox et al. argue (5)",
        wants="Fox and others argue (5): et al. stands in brackets and in the list alone",
        insert=(
            (
                'csl:macro[@name="author-short"]//csl:names/csl:substitute',
                '<et-al narrative-term="and others"/>',
            ),
        ),
    ),
)
