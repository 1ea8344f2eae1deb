"""Actions on how an entry is written, one a module."""
