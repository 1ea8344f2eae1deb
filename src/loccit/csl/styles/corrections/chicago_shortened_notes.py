"""Corrections of Chicago's styles of shortened notes by the Chicago Manual of Style (18th
edition).
"""

from __future__ import annotations

from loccit.csl.styles.corrections.chicago import BIBLIOGRAPHY, SHORT_TITLES

VARIANTS = ("*",)

CORRECTIONS = (SHORT_TITLES, BIBLIOGRAPHY)
