"""Choose rules by what people type: a name, a code, or the beginning of codes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.lint.noticed import NOTICED
from loccit.lint.prose import prose_rule_names
from loccit.lint.sources import rule_names

#: A code, or the beginning of codes: a family's letter and digits.
_CODE = regex(r"[A-Za-z]\d*")
#: The weight of a choice that names one rule; that of a beginning is its length.
_NAMED = 100


@dataclass(frozen=True, slots=True)
class Selection:
    """Which rules are checked.  Where a rule is both selected and ignored, the longer
    choice wins, so that `C01` can be selected from the ignored `C`.

    Attributes:
        select: names, codes or beginnings of codes; all rules if there are none.
        ignore: those to leave out.
        never: those to leave out whatever is selected.

    >>> chosen = Selection(select=("C",), ignore=("comma-before-year",))
    >>> chosen.has("C02"), chosen.has("C01"), chosen.has("malformed-doi")
    (True, False, False)
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    never: tuple[str, ...] = ()

    def has(self, rule: str, *, is_off: bool = False) -> bool:
        """Return whether a rule is checked.

        Args:
            rule: its code, or its name if it has no code.
            is_off: whether it has to be named.
        """
        if any(weight(each, rule) for each in self.never):
            return False
        selected = _most(self.select, rule)
        if is_off:
            return selected == _NAMED > _most(self.ignore, rule)
        ignored = _most(self.ignore, rule)
        return selected > ignored or not (self.select or ignored)

    def of_sources(self) -> Collection[str]:
        """Return the names of the rules for sources that are checked."""
        return [name for name in rule_names() if self.has(name)]


#: All rules but those that are off by default.
EVERYTHING = Selection()


def _most(choices: Iterable[str], rule: str) -> int:
    return max((weight(each, rule) for each in choices), default=0)


@cache
def weight(choice: str, rule: str) -> int:
    """Return how exactly a choice means a rule; 0 if it does not.

    >>> weight("c", "C01"), weight("C01", "C01"), weight("comma-before-year", "C01")
    (1, 100, 100)
    """
    code = choice.upper() if _CODE.fullmatch(choice) else ""
    if code == rule or choice.lower() in (rule, prose_rule_names().get(rule)):
        return _NAMED
    return len(code) if rule.startswith(code) else 0  # names are in lower case


def unknown_rules(choices: Iterable[str]) -> Sequence[str]:
    """Return the choices that mean no rule."""
    return [
        choice
        for choice in choices
        if not any(weight(choice, rule) for rule in known_rules())
    ]


@cache
def known_rules() -> Sequence[str]:
    """Return the code of each rule for essays, and the names of all other rules."""
    return [*prose_rule_names(), *rule_names(), *NOTICED]


def nearest_rule(choice: str) -> str:
    """Return the name or code that somebody may have meant; `""` if none is near."""
    from loccit.bibliography import nearest  # only a mistyped name needs it

    names = [*known_rules(), *prose_rule_names().values()]
    near = nearest(choice, names, 1)
    return near[0] if near else ""
