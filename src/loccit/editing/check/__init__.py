"""The walk of a check: an essay with its library, settings and rules in, findings out."""

from loccit.editing.check.check_essay import EssayCheck, check_draft, check_essay
from loccit.editing.check.fix_essay import fix_essay

__all__ = ["EssayCheck", "check_draft", "check_essay", "fix_essay"]
