"""Join the names of one list with delimiters, "and" and cs:et-al.

CSL 1.0.2, "Name" and "Et-al".
"""

from __future__ import annotations

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.csl.elements.context import Context
from loccit.csl.elements.formatting import formatted
from loccit.csl.elements.name import INVERTED
from loccit.csl.elements.name_options import NameOptions
from loccit.csl.locales.collation import NAME_BREAK
from loccit.csl.output_tree import PLAIN, Formatting, Node, Output

#: A character of a script that separates words by spaces.
_SPACED = regex(r"[\W\d\u0041-\u2fff]")
#: A term that begins so has its own space or comma.
_OWN_DELIMITER = (",", " ")


@dataclass(frozen=True, slots=True)
class EtAl:
    """cs:et-al; `narrative_term` (beyond CSL) replaces the term in a sentence."""

    term: str = "et-al"
    narrative_term: str = ""
    formatting: Formatting = PLAIN


def shown_names(
    context: Context,
    count: int,
    options: NameOptions,
) -> int:
    """How many of `count` names are printed before "et al."."""
    if context.state.position != "first" and not context.in_bibliography:
        least = options.et_al_subsequent_min
        first = options.et_al_subsequent_use_first
    else:
        least = options.et_al_min
        first = options.et_al_use_first
    if least and first is not None and count >= least:
        return min(first, count)
    return count


class NameJoiner:
    """Joins the names of a list."""

    def __init__(
        self,
        context: Context,
        options: NameOptions,
        et_al: EtAl,
    ) -> None:
        self.context = context
        self.options = options
        self.et_al = et_al

    def joined(self, nodes: list[Node], shown: int) -> list[Output]:
        """The first `shown` names, with "and" or "et al."."""
        if self.context.in_sort:
            return self._in_sort(nodes, shown)
        if shown < len(nodes):
            return self.shortened(nodes, shown)
        if len(nodes) == 1:
            return [nodes[0]]
        outputs = _delimited(nodes[:-1], self.options.delimiter)
        and_term = self._and_term()
        if and_term:
            outputs[-1] = self._link(and_term, nodes)
        outputs.append(nodes[-1])
        return outputs

    def shortened(self, nodes: list[Node], shown: int) -> list[Output]:
        """The first `shown` names, then "et al.", or an ellipsis and the last name."""
        options = self.options
        outputs = _delimited(nodes[:shown], options.delimiter)
        if options.et_al_use_last and shown < len(nodes) - 1:
            return [*outputs, "… ", nodes[-1]]
        term = self._et_al_term()
        text = self.context.locale.term(term)
        if not text or not shown:
            return outputs[:-1]
        rule = options.delimiter_precedes_et_al
        if not _precedes(rule, shown > 1, nodes[shown - 1]):
            outputs[-1] = _space_before(text)
        outputs.append(formatted((text,), self.et_al.formatting, "term", term))
        return outputs

    def _in_sort(self, nodes: list[Node], shown: int) -> list[Output]:
        kept = nodes[:shown]
        if self.options.et_al_use_last and shown < len(nodes):
            kept = [*kept, nodes[-1]]
        return _delimited(kept, NAME_BREAK)

    def _link(self, and_term: str, nodes: list[Node]) -> str:
        """The text between the last two names."""
        if and_term[-1].isspace():
            # it is written together with the names around it, as in Hebrew
            return and_term
        rule = self.options.delimiter_precedes_last
        if not _precedes(rule, len(nodes) > 2, nodes[-2]):
            return f" {and_term} "
        delimiter = self.options.delimiter
        if not delimiter.endswith(" "):
            delimiter += " "
        return f"{delimiter}{and_term} "

    def _and_term(self) -> str:
        kind = self.options.and_
        locale = self.context.locale
        if kind == "text" or (kind and self.context.state.narrative):
            return locale.term("and")
        if kind == "symbol":
            return locale.term("and", "symbol") or "&"
        return ""

    def _et_al_term(self) -> str:
        if self.context.state.narrative and self.et_al.narrative_term:
            return self.et_al.narrative_term
        return self.et_al.term


def _space_before(term: str) -> str:
    """The space between the last name and the term, in a script with spaces."""
    if term.startswith(_OWN_DELIMITER) or not _SPACED.match(term):
        return ""
    return " "


def _delimited(nodes: list[Node], delimiter: str) -> list[Output]:
    """The names with the delimiter after each."""
    outputs: list[Output] = []
    for node in nodes:
        outputs.append(node)
        outputs.append(delimiter)
    return outputs


def _precedes(
    rule: str,
    contextual: bool,
    before: Node,
) -> bool:
    """Return whether the delimiter precedes "and" or "et al."."""
    if rule == "after-inverted-name":
        return before.value == INVERTED
    if rule == "contextual-or-inverted":  # beyond CSL, for APA 7, section 9.8
        return contextual or before.value == INVERTED
    return rule == "always" or (rule == "contextual" and contextual)
