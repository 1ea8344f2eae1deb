"""What `loccit format` reports about typed essays, by its codes: what `loccit explain`
prints and docs/typed-essays.md lists.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

#: A test reads every problem in this folder, and fails if one is missing here.
EXPLANATIONS: Mapping[str, str] = MappingProxyType(
    {
        "typed-nothing-known": "Citations or a list are typed by hand, and the library has "
        "none of their sources, so nothing is formatted. `loccit adopt` makes sources of "
        "them.",
        "typed-ambiguous": "A typed citation may be of several sources, which are named. "
        "Write the key of the one that you mean, or type what distinguishes it: an "
        "initial, the letter after the year, a word of the title.",
        "typed-doubtful": "A typed citation is probably of the source that is named, but "
        "something differs: a letter of the name, the year. Correct it, or write the "
        "key.",
        "typed-unlisted": "A typed citation is of no source in the library, nor in the "
        "essay's list. Correct it, or add the source.",
        "typed-words": "A typed citation has words that are no part of a citation, and "
        "that would get lost if it were formatted. It stays as it is typed. Move these "
        "words out of the brackets, or write it by key.",
        "typed-entry-unknown": "An entry of the typed list is of no source in the library. "
        "It stays as it is typed, in its place among the others. `loccit adopt` makes a "
        "source of it.",
        "typed-numbers-stay": "Citations are typed as numbers, and it is not certain of all "
        "of them which source of the library they are of. Numbers that stay would be of "
        "other sources in a list that is numbered again, so all of them stay. `loccit "
        "adopt` makes sources of them.",
        "typed-list-in-parts": "Other text separates the entries of the typed list: "
        "headings of groups, or annotations. Each group is sorted by itself, and sources "
        "that were missing are added to the last one. Move them where they belong.",
        "stop-before-citation": "A full stop precedes a citation in brackets. It belongs "
        "after the citation, because the citation is a part of the sentence; only in a "
        "block quotation it precedes it (APA 7, section 8.27).",
        "long-quotation": "In APA a quotation of 40 words or more is a block of its own, "
        "indented and without quotation marks; the citation follows its full stop "
        "(section 8.27).",
    }
)
