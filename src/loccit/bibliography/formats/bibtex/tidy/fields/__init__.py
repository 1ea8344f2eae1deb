"""Actions on what stands in fields, one a module."""
