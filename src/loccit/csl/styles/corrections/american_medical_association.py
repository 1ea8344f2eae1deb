"""Corrections of AMA's styles by the AMA Manual of Style (11th edition)."""

from __future__ import annotations

from loccit.csl.styles.corrections import Correction

VARIANTS = (
    "alphabetical",
    "brackets",
    "no-et-al",
    "no-url",
    "no-url-alphabetical",
    "parentheses",
)

CORRECTIONS = (
    Correction(
        "3.7",
        prints="Fox et al.",
        wants="Fox et al, without a full stop",
        terms='<term name="et-al">et al</term>',
    ),
)
