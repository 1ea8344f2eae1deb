"""Check sources and essays against rules, one rule a file."""

from loccit.lint.checker import Checker, Finding, check_library

__all__ = ["Checker", "Finding", "check_library"]
