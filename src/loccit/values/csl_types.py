"""The item types of CSL 1.0.2 (appendix III)."""

from __future__ import annotations

CSL_TYPES = frozenset(
    """
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic
    collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic
    hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet
    paper-conference patent performance periodical personal_communication post post-weblog
    regulation report review review-book software song speech standard thesis treaty webpage
    """.split()  # noqa: SIM905  a table of words reads best as words
)

#: Cases, laws and treaties: their titles are names, and they are cited by abbreviations.
LEGAL_TYPES = frozenset(
    ["bill", "hearing", "legal_case", "legislation", "regulation", "treaty"]
)
