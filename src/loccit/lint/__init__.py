"""Check the sources of a library against rules, one rule a file."""

from loccit.lint.checker import Checker, Finding, check_library

__all__ = ["Checker", "Finding", "check_library"]
