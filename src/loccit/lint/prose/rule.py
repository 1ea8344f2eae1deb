"""Rules for essays, and the mistakes that they find."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from inspect import cleandoc
from typing import TYPE_CHECKING, Protocol

from loccit._startup.dataclass import dataclass
from loccit._startup.namedtuple import NamedTuple
from loccit.model import Edit, Safety, Severity

if TYPE_CHECKING:  # sources are checked without what rules for essays see
    from loccit.essays.mapped_text import MappedText
    from loccit.lint.checked import CheckedEssay


@dataclass(frozen=True, slots=True)
class Mistake:
    """A stretch of an essay that breaks a rule, `mapped.text[start:end]`.

    Attributes:
        message: what is wrong.
        advice: what to do.
        edits: what fixes it, as `CheckedEssay.retyped` makes it; none if nothing can.
        safety: of the fix, if it is not that of the rule.
        severity: how bad it is, if the rule's own severity is not right.
    """

    mapped: MappedText
    start: int
    end: int
    message: str
    advice: str = ""
    edits: tuple[Edit, ...] = ()
    safety: Safety | None = None
    severity: Severity | None = None


class RuleName(NamedTuple):
    """The code and the name of a rule: `C01`, `comma-before-year`."""

    code: str
    name: str


class Check(Protocol):
    """The function `check` of a rule's module."""

    def __call__(self, essay: CheckedEssay) -> Iterator[Mistake]:
        """Find where an essay breaks the rule."""


@dataclass(frozen=True, slots=True)
class ProseRule:
    """A rule for essays.

    Attributes:
        code: such as `C01`: its number in its family.
        name: such as `comma-before-year`.
        page: why it is one, with an example, in Markdown.
        severity: how bad its mistakes are, unless one says differently.
        check: what finds them.
        fix_safety: whether its fixes are safe, if it has any.
        in_every_style: whether it holds in other styles than APA, too.
        is_off: whether it is checked only where it is selected by its code.
    """

    code: str
    name: str
    page: str
    severity: Severity
    check: Check
    fix_safety: Safety | None
    in_every_style: bool
    is_off: bool

    @property
    def summary(self) -> str:
        """The first sentence of the page."""
        return self.page.partition("\n\n")[0].replace("\n", " ")


def read_prose_rule(module_name: str) -> ProseRule:
    """Read the rule in the module of that name, as `...c01_comma_before_year`."""
    module = import_module(module_name)
    return ProseRule(
        *name_of(module_name),
        cleandoc(module.__doc__ or ""),
        getattr(module, "SEVERITY", "warning"),
        module.check,
        getattr(module, "FIX_SAFETY", None),
        getattr(module, "IN_EVERY_STYLE", False),
        getattr(module, "IS_OFF", False),
    )


def name_of(module_name: str) -> RuleName:
    """Return the code and the name of the rule in the module of that name.

    >>> name_of("c01_comma_before_year")
    RuleName(code='C01', name='comma-before-year')
    """
    code, _, name = module_name.rpartition(".")[2].partition("_")
    return RuleName(code.upper(), name.replace("_", "-"))
