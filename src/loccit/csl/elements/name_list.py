"""The names of one list with delimiters, "and" and cs:et-al between them (CSL 1.0.2,
"Name", "Et-al").
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

#: Scripts that part words with spaces, of which "et al." is one.
_LATIN = regex(r"[\W\d\u0041-\u2fff]")


@dataclass(frozen=True, slots=True)
class EtAl:
    """cs:et-al."""

    term: str = "et-al"
    narrative_term: str = ""  # where a sentence has another one (ours)
    formatting: Formatting = PLAIN


def shown_names(context: Context, count: int, options: NameOptions) -> int:
    """How many of `count` names stand before "et al."."""
    least, first = options.et_al_min, options.et_al_use_first
    if context.state.position != "first" and not context.in_bibliography:
        least, first = options.et_al_subsequent_min, options.et_al_subsequent_use_first
    return min(first, count) if least and first and count >= least else count


def joined(
    context: Context, nodes: list[Node], shown: int, options: NameOptions, et_al: EtAl
) -> list[Output]:
    """The names with delimiters, "and" and "et al." between them."""
    if context.in_sort:
        last = nodes[-1:] if options.et_al_use_last and shown < len(nodes) else []
        return [
            piece for node in (*nodes[:shown], *last) for piece in (node, NAME_BREAK)
        ]
    if shown < len(nodes):
        return shortened(context, nodes, shown, options, et_al)
    if len(nodes) == 1:
        return [nodes[0]]
    delimiter = options.delimiter
    head: list[Output] = []
    for node in nodes[:-1]:
        head += [node, delimiter]
    and_term = _and_term(context, options)
    if not and_term:
        return [*head, nodes[-1]]
    if _precedes(options.delimiter_precedes_last, len(nodes) > 2, nodes[-2]):
        link = delimiter if delimiter.endswith(" ") else f"{delimiter} "
    else:
        link = " "
    if and_term[
        -1
    ].isspace():  # it is written together with the names around it, as in Hebrew
        return [*head[:-1], and_term, nodes[-1]]
    return [*head[:-1], f"{link}{and_term} ", nodes[-1]]


def shortened(
    context: Context, nodes: list[Node], shown: int, options: NameOptions, et_al: EtAl
) -> list[Output]:
    """The first names, then "et al.", or an ellipsis and the last one."""
    delimiter = options.delimiter
    outputs: list[Output] = []
    for node in nodes[:shown]:
        outputs += [node, delimiter]
    if options.et_al_use_last and shown < len(nodes) - 1:
        return [*outputs, "… ", nodes[-1]]
    term = (context.state.narrative and et_al.narrative_term) or et_al.term
    text = context.locale.term(term)
    if not text or not shown:
        return outputs[:-1]
    others = formatted((text,), et_al.formatting, "term", term)
    if _precedes(options.delimiter_precedes_et_al, shown > 1, nodes[shown - 1]):
        return [*outputs, others]
    return [
        *outputs[:-1],
        *([] if text[0] in ", " or not _LATIN.match(text) else [" "]),
        others,
    ]


def _and_term(context: Context, options: NameOptions) -> str:
    if options.and_ == "text" or (options.and_ and context.state.narrative):
        return context.locale.term("and")
    return (
        (context.locale.term("and", "symbol") or "&")
        if options.and_ == "symbol"
        else ""
    )


def _precedes(rule: str, contextual: bool, before: Node) -> bool:
    """Whether the delimiter stands before "and" or "et al."."""
    if rule == "after-inverted-name":
        return before.value == INVERTED
    if rule == "contextual-or-inverted":  # ours, for APA 7, section 9.8
        return contextual or before.value == INVERTED
    return rule == "always" or (rule == "contextual" and contextual)
