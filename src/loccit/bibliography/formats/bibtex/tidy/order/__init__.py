"""Actions on where entries stand, one a module."""
