"""Actions on the order and spacing of entries, one a module."""
