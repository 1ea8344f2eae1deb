"""Check a CSL style: by the schema, and by rules that a schema can't have."""

from __future__ import annotations

from loccit.csl.styles.check.check_style import check_style

__all__ = ["check_style"]
