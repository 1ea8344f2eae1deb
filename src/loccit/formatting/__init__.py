"""Format an essay: resolve its citations, render them, and write the reference list."""
