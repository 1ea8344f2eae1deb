r"""The commands of LaTeX: `\cite{doe}`, `\parencites[see][3]{doe}[4]{roe}`."""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.drafting.completion.syntax import KeyStart

FORMATS = ("latex",)

#: A command that cites, perhaps one of the writer's own, or lists.
_COMMAND = r"\\(?:[A-Za-z]*[cC]ite[A-Za-z]*|apud|apudonline|bibentry)\*?"
_ARGUMENTS = r"(?:\s*(?:\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}))*"
_REST = regex(r"[^\s,{}\\%\[\]]*")

KEYS = (
    KeyStart(
        regex(
            rf"{_COMMAND}{_ARGUMENTS}\s*\{{(?:[^{{}}\\]*,)?\s*(?P<typed>[^\s,{{}}\\]*)\Z"
        ),
        _REST,
    ),
)
#: The last argument in brackets before a key.
LOCATORS = (regex(rf"{_COMMAND}{_ARGUMENTS}\s*\[(?P<typed>[^\W\d_]*\.?)\Z"),)
