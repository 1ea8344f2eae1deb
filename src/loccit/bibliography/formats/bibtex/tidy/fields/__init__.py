"""Actions on the values of fields, one a module."""
