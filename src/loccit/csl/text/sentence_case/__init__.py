"""Titles typed as headlines to sentence case, as CSL expects its data to be.

CSL cannot lower a headline's capitals: `text-case="sentence"` changes only texts in
capitals, and styles that want a headline raise the words themselves (CSL 1.0.2,
"Text-case"; Zotero's guide asks for sentence case in its fields).  What people own is
typed either way, and BibTeX's habit is the opposite, with braces around what must keep
its capitals: the titles of libraries pass through here.
"""

from loccit.csl.text.sentence_case.convert import sentence_case
from loccit.csl.text.sentence_case.lowered_words import lowered_words
from loccit.csl.text.sentence_case.titles import in_sentence_case, is_cased, titles_of

__all__ = [
    "in_sentence_case",
    "is_cased",
    "lowered_words",
    "sentence_case",
    "titles_of",
]
