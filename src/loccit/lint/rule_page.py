"""What there is to say about a rule or a problem, by the name that findings have."""

from __future__ import annotations

from loccit._startup.namedtuple import NamedTuple
from loccit.lint.noticed import NOTICED
from loccit.lint.prose import prose_rule, prose_rule_names
from loccit.lint.rule import summary_of
from loccit.lint.sources import rule, rule_names
from loccit.model import Severity


class RulePage(NamedTuple):
    """What there is to say about a rule.

    Attributes:
        rule: its code, or its name if it has no code.
        name: such as `comma-before-year`.
        severity: how bad its violations are, as a rule.
        page: why it is one, in Markdown; `""` if nothing is known.
    """

    rule: str
    name: str
    severity: Severity
    page: str

    @property
    def summary(self) -> str:
        """The first sentence of the page."""
        return summary_of(self.page)


def rule_page(name: str) -> RulePage:
    """Return what there is to say about the rule of a finding.

    >>> rule_page("C01").name, rule_page("C01").summary
    ('comma-before-year', 'No comma between author and year in brackets.')
    """
    if name in prose_rule_names():
        of_essays = prose_rule(name)
        return RulePage(name, of_essays.name, of_essays.severity, of_essays.page)
    if name in rule_names():
        of_sources = rule(name)
        return RulePage(name, name, of_sources.severity, of_sources.page)
    return RulePage(name, name, "warning", NOTICED.get(name, ""))
