"""Corrections of Chicago's styles of notes by the Chicago Manual of Style (18th edition)."""

from __future__ import annotations

from loccit.csl.styles.corrections.chicago import (
    BIBLIOGRAPHY,
    REVIEWS,
    SHORT_TITLES,
)

VARIANTS = ("*",)

CORRECTIONS = (REVIEWS, SHORT_TITLES, BIBLIOGRAPHY)
