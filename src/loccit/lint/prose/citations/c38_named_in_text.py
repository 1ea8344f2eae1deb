"""A whole website, common software or an app in the list of references.

## What it does

Finds entries for the home page of a site, and for software that everybody knows.

## Why is this bad?

A website as a whole, common software and apps are named in the text, a site with its
address; they need no entry unless something of them is quoted or paraphrased (APA,
section 8.22).

## Example

    We typed the answers into a table (Microsoft, 2019).

    # References

    Bell, R. (2009). *On sleep*. North Press.

    Microsoft. (2019). *Microsoft Excel* [Computer software].
    https://www.microsoft.com/excel

## Use instead

    We typed the answers into a table in Microsoft Excel.

    # References

    Bell, R. (2009). *On sleep*. North Press.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.prose.rule import Mistake
from loccit.model import Severity

SEVERITY: Severity = "note"

#: Software that APA's section 10.10 and its like call common.
_COMMON = regex(
    r"\b(?:Microsoft\s(?:Excel|Office|PowerPoint|Word|Teams)|Excel|PowerPoint|Adobe\s\w+"
    r"|Photoshop|SPSS|Java|Google\s(?:Docs|Drive|Forms|Maps|Sheets)|Zoom|Skype|WhatsApp"
    r"|Facebook|Instagram|TikTok|Twitter|Snapchat)\b[^\[\]]{0,40}"
    r"\[(?:Computer\ssoftware|Software|(?:Mobile\s)?app(?:lication)?)\b",
    re.IGNORECASE,
)
#: The address of a site without a page of it.
_HOME_PAGE = regex(r"https?://(?:www\.)?(?P<host>[^\s/?#]+)/*", re.IGNORECASE)
_ADVICE = "Name it in the text instead, unless you quote it."


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.entries:
        message = _message(entry)
        if message:
            yield Mistake(entry.mapped, 0, len(entry.text), message, _ADVICE)


def _message(entry: CheckedEntry) -> str:
    if _COMMON.search(entry.text):
        return "This is common software, which needs no entry."
    if _is_whole_site(entry):
        return f"`{entry.source.text('URL')}` is a whole website, which needs no entry."
    return ""


def _is_whole_site(entry: CheckedEntry) -> bool:
    """Return whether an entry has the address of a home page, and no title beside the
    name of its site.
    """
    home = _HOME_PAGE.fullmatch(entry.source.text("URL"))
    if home is None:
        return False
    title = entry.source.plain("title").casefold()
    site = entry.source.plain("container-title").casefold()
    host = home["host"].casefold()
    authors = [entry.text[each.start : each.end] for each in entry.segments("author")]
    names = {author.casefold().rstrip(".") for author in authors}
    return title in {"", site, host, *names, "home", "homepage", "home page"}
