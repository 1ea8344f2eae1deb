"""Rules, the entries that they check, and the violations that they find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import Protocol

from loccit._startup.dataclass import dataclass, field
from loccit.bibliography.formats.bibtex.fields import FIELDS
from loccit.bibliography.formats.bibtex.latex.write import text_to_tex
from loccit.bibliography.formats.bibtex.normalize_fields import ALIASES
from loccit.model import Safety, Severity, Source

#: Fields that programs use for themselves.
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
    """An entry of a library; each is equal only to itself.

    Attributes:
        source: what was read from it, with what it inherits.
        kind: its type in a .bib file, in lower case; `""` in other formats.
        fields: its own fields in a .bib file, lower-case name to TeX.
    """

    __slots__ = ("fields", "kind", "source")

    def __init__(self, source: Source, kind: str, fields: Mapping[str, str]) -> None:
        self.source = source
        self.kind = kind
        self.fields = fields

    def field_of(self, variable: str) -> str:
        """Return the field of a .bib entry that a CSL variable was read from; a field
        is its own.  `""` if the entry has none.
        """
        if variable in self.fields:
            return variable
        sources = {
            row.field
            for row in FIELDS
            if row.variable == variable and (not row.only or self.kind in row.only)
        }
        for name in self.fields:
            if ALIASES.get(name, name) in sources:
                return name
        if variable == "issued" and "year" in self.fields:
            return "year"
        return ""

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield each field of a .bib entry with its TeX, or else each variable that is
        text.
        """
        if self.kind:
            for name, tex in self.fields.items():
                if name not in _NOT_PRINTED:
                    yield name, tex
            return
        for name, value in self.source.variables.items():
            if isinstance(value, str):
                yield name, value

    def fix(self, at: str, text: str) -> dict[str, str]:
        """Make the change that replaces a text of `texts`."""
        is_tex = self.kind or at not in _FIELDS
        return {at: text if is_tex else text_to_tex(text)}


@dataclass(frozen=True, slots=True)
class Violation:
    """A place where an entry breaks a rule.

    Attributes:
        message: what is wrong.
        at: the CSL variable or the field that is wrong; `""` for the whole entry.
        advice: what to do.
        fix: the fields to change, with their new values, written as in a .bib file;
            `""` removes a field.
        severity: how bad it is, if the rule's own severity is not right.
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
        docstring: of its module.
        severity: how bad its violations are, unless one says differently.
        check: what finds them; None where the readers of bibliographies do.
        fix_safety: whether its fixes are safe, if it has any.
    """

    name: str
    docstring: str
    severity: Severity
    check: Check | None
    fix_safety: Safety | None

    @property
    def page(self) -> str:
        """Why it is one, with an example, in Markdown."""
        from inspect import cleandoc  # takes 5 ms, and formatting shows no pages

        return cleandoc(self.docstring)

    @property
    def summary(self) -> str:
        """The first sentence of the page."""
        return summary_of(self.page)

    def violations(self, entry: CheckedEntry) -> Iterable[Violation]:
        """Find where an entry breaks the rule."""
        return self.check(entry) if self.check else ()


def summary_of(page: str) -> str:
    """Return the first paragraph of a rule's page, as one line."""
    return page.partition("\n\n")[0].replace("\n", " ")


def read_rule(name: str) -> Rule:
    """Read the rule in the module of that name."""
    module = import_module(name)
    return Rule(
        name.rpartition(".")[2].replace("_", "-"),
        module.__doc__ or "",
        getattr(module, "SEVERITY", "warning"),
        getattr(module, "check", None),
        getattr(module, "FIX_SAFETY", None),
    )
