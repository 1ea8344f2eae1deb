"""What is noticed while an essay is read and its keys are looked up, before any rule is
checked: by the names of these problems, what `loccit explain` prints.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

#: A test compares the names with the code that reports them.
NOTICED: Mapping[str, str] = MappingProxyType(
    {
        "no-bibliography": "An essay cites by key, and there is no library to look the keys "
        "up in. `--bibliography` names one, or a folder `bibliography` beside the essay.",
        "unreadable-source": "An essay cites a source whose entry can't be read. `loccit "
        "check KEY` says what is wrong with it.",
        "key-in-affix": "A key is within the words of another citation, where it cites "
        "nothing. A semicolon separates sources: `[see @doe2001; @roe2002]`.",
        "ambiguous-page": "A page in brackets may be of any of several sources that the "
        "sentence cites. Repeat the key of the one that you mean: `[-@doe2001, 46]`.",
        "live-citation-without-data": "A citation that a program keeps does not say what "
        "it cites. Add the source to the library, or cite it again in that program.",
        "key-without-sign": "What looks like a key in brackets lacks its `@`.",
        "example-label": "`(@doe)` at the beginning of a line numbers an example in "
        "pandoc's Markdown, and does not cite.",
        "semicolon-without-source": "A semicolon in a citation separates sources, and the "
        "words beside this one name no source. Write a comma, or a key.",
        "wiki-link": "A link to a note, `[[@doe2001]]`, is read as a citation. `[@doe2001]` "
        "is one for other programs, too.",
        "adjacent-citations": "Nothing separates two citations; other programs may read "
        "them as a link. Write both in the same brackets: `[@doe2001; @roe2002]`.",
        "page-after-key": "A page in the sentence is not part of the citation before it. "
        "Write it in brackets after the key: `@doe2001 [p. 3]`.",
        "unknown-format": "A file has an extension that no essay format has. It is read "
        "as Markdown.",
        "unknown-style": "A document is in a style that is not installed; APA is used "
        "instead. `--style` names another one.",
        "broken-live-citation": "What a program keeps of a citation is damaged, so that "
        "nobody can say what it cites. Cite the source again in that program.",
        "edited-live-list": "Somebody edited the list of sources that a program keeps in "
        "a document.",
        "unused-ignore": "A comment such as `<!-- loccit: ignore C05 -->` ignores "
        "nothing: what it was written for is gone, or the rule is mistyped.",
    }
)
