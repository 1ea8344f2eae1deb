"""What is wrong with the sources of a library: rules, one fault a file, and what they
find.
"""

from loccit.lint.checker import Checker, Finding

__all__ = ["Checker", "Finding"]
