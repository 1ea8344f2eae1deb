"""The name of a database, or an address that leads through a library.

## What it does

Finds databases such as JSTOR and EBSCOhost that are named in an entry, and addresses of a
library's proxy.

## Why is this bad?

APA names a database only for works that are nowhere else (section 9.30), and gives no
address that asks other readers to log in (section 9.34).

## Example

    Neighborhoods changed (Cole, 2011).

    # References

    Cole, A. (2011). Quiet streets. *Cities*, *12*(3), 1–9. JSTOR.

## Use instead

    Neighborhoods changed (Cole, 2011).

    # References

    Cole, A. (2011). Quiet streets. *Cities*, *12*(3), 1–9.

## Fix safety

This fix is unsafe: the work may be in this database alone.  An address at a proxy has no
fix.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.checked.entries.difference import Difference
from loccit.lint.prose.entry_mistakes.addresses import urls
from loccit.lint.prose.entry_mistakes.expected import corrected
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "unsafe"

#: What is published elsewhere, too.
_WIDELY_HELD = frozenset(
    ["article-journal", "article-magazine", "article-newspaper", "book", "chapter"]
)
_DATABASES = (
    r"(?:JSTOR|EBSCO(?:host)?|ProQuest(?: Central)?|Academic Search [A-Z]\w+|LexisNexis"
    r"|Lexis[- ]Nexis(?: Academic)?|Project MUSE|Gale [A-Z]\w+(?: [A-Z]\w+)*|InfoTrac"
    r"|Academic OneFile|Ovid|SAGE Journals Online|PsycINFO|PsycArticles|CINAHL(?: Complete)?"
    r"|MEDLINE|Web of Science|Scopus|Business Source \w+)"
)
#: A database as a part of its own at the end, with the words that announce it.
_NAMED = regex(
    rf"(?P<before>[.,;]\s+)(?:(?:[Rr]etrieved|[Aa]vailable|[Aa]ccessed)(?: \w+ \d+, \d{{4}},)?"
    rf" (?:from|on|at|via|through|in)(?: the)? )?(?P<name>{_DATABASES})"
    rf"(?: (?:[Dd]atabase|[Oo]nline))?[.,]?(?:\s*$|\s+(?=<?(?:https?:|www\.|doi)))"
)
#: Hosts of proxies: www-jstor-org.ezproxy.lib.example.edu.
_PROXY = regex(
    r"https?://0-www|https?://[^/\s]*(?:ezproxy|\bproxy\b|libproxy|webvpn|idm\.oclc\.org)[^/\s]*"
    r"|[?&/]login\?(?:q?url|auth)=",
    re.IGNORECASE,
)


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.ordinary_entries:
        if entry.source.type in _WIDELY_HELD:
            yield from _named(essay, entry)
        for url in urls(entry):
            if _PROXY.search(url.text):
                message = "Readers have to log in to a library at this address."
                advice = "Write the DOI, or the address without the proxy."
                yield Mistake(entry.mapped, url.start, url.end, message, advice)


def _named(essay: CheckedEssay, entry: CheckedEntry) -> Iterator[Mistake]:
    for found in _NAMED.finditer(entry.text):
        message = f"`{found['name']}` is a database."
        change = Difference(found.end("before"), found.end(), "")
        if found.end() == len(entry.text):
            change = Difference(found.start("before"), found.end(), ".")
        mistake = corrected(essay, entry, [change], "", message)
        start, end = found.span("name")
        yield replace(mistake, start=start, end=end, advice="Leave it out.")
