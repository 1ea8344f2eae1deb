"""Whether a CSL style is one: the schema's rules and those that a schema can't have,
each fault with its place.
"""

from __future__ import annotations

from loccit.csl.styles.check.check_style import check_style

__all__ = ["check_style"]
