"""What rules are given, and what they answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from inspect import cleandoc
from types import ModuleType
from typing import Protocol

from loccit._startup.dataclass import dataclass
from loccit._startup.plugins import modules_in
from loccit.bibliography.formats.bibtex.fields import FIELDS
from loccit.bibliography.formats.bibtex.latex.write import text_to_tex
from loccit.bibliography.formats.bibtex.normalize_fields import ALIASES
from loccit.model import Safety, Severity, Source

#: Fields in which programs keep what is theirs.
_NOT_PRINTED = frozenset(
    [
        "file",
        "bibsource",
        "bibdate",
        "acknowledgement",
        "fjournal",
        "groups",
        "mendeley-groups",
    ]
)
_FIELDS = frozenset(row.field for row in FIELDS)


class CheckedEntry:
    """An entry of a library; each is equal to itself alone.

    Attributes:
        source: what was read from it, with what it inherits.
        kind: its type in a .bib file, in lower case; `""` in files of other formats.
        fields: its own fields in a .bib file, lower-case name to TeX; none in files of other formats.
    """

    __slots__ = ("fields", "kind", "source")

    def __init__(
        self, source: Source, kind: str = "", fields: Mapping[str, str] | None = None
    ) -> None:
        self.source = source
        self.kind = kind
        self.fields: Mapping[str, str] = fields or {}

    def field_of(self, variable: str) -> str:
        """The field of a .bib entry that a variable of CSL was read from, or is called
        by; `""` if it has none.
        """
        if variable in self.fields:
            return variable
        for row in FIELDS:
            if row.variable == variable and (row.only is None or self.kind in row.only):
                for name in self.fields:
                    if ALIASES.get(name, name) == row.field:
                        return name
        return "year" if variable == "issued" and "year" in self.fields else ""

    def texts(self) -> Iterator[tuple[str, str]]:
        """Each field of a .bib entry with its TeX, or else each variable of the source
        that is text.
        """
        if self.kind:
            yield from (
                (name, tex)
                for name, tex in self.fields.items()
                if name not in _NOT_PRINTED
            )
        else:
            yield from (
                (name, value)
                for name, value in self.source.variables.items()
                if isinstance(value, str)
            )

    def fix(self, at: str, text: str) -> dict[str, str]:
        """What puts `text` in the place of what `texts` has there."""
        return {at: text if self.kind or at not in _FIELDS else text_to_tex(text)}


@dataclass(frozen=True, slots=True)
class Violation:
    """What a rule finds in an entry.

    Attributes:
        message: what is wrong.
        at: the variable of CSL, or the field, that it is wrong in; `""` for the whole entry.
        advice: what to do.
        fix: what mends it beyond doubt: fields with their new values, as one writes them in a .bib file.
        severity: how bad it is, where that is not what the rule says.
    """

    message: str
    at: str = ""
    advice: str = ""
    fix: Mapping[str, str] = field(default_factory=dict)
    severity: Severity | None = None


class Check(Protocol):
    """The function `check` of a rule's module."""

    def __call__(self, entry: CheckedEntry) -> Iterator[Violation]:
        """Find where an entry breaks the rule."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule.

    Attributes:
        name: such as `malformed-doi`.
        page: why it is one, with an example, in Markdown.
        severity: how bad its violations are, unless one says differently.
        check: what finds them; None where the readers of bibliographies do.
        fix_safety: whether its fixes are safe, if it has any.
    """

    name: str
    page: str
    severity: Severity
    check: Check | None
    fix_safety: Safety | None

    @property
    def summary(self) -> str:
        """The first sentence of the page."""
        return self.page.partition("\n\n")[0].replace("\n", " ")

    def violations(self, entry: CheckedEntry) -> Iterable[Violation]:
        """Find where an entry breaks the rule."""
        return self.check(entry) if self.check else ()


def rules_in(package: str) -> Iterator[Rule]:
    """Read the rules of a package, by name: each of its modules is one."""
    return map(_rule, modules_in(package))


def _rule(module: ModuleType) -> Rule:
    name = module.__name__.rpartition(".")[2].replace("_", "-")
    return Rule(
        name,
        cleandoc(module.__doc__ or ""),
        getattr(module, "SEVERITY", "warning"),
        getattr(module, "check", None),
        getattr(module, "FIX_SAFETY", None),
    )
