"""A list as a page of the web, which programs can read too: COinS for each entry, and
schema.org for all.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from loccit.export.coins import coins
from loccit.export.schema_org import json_ld
from loccit.model import Source


def html_page(body: str, title: str, lang: str, sources: Sequence[Source]) -> str:
    """A whole document, in UTF-8 and saying so: browsers and word processors open it as
    it is meant.

    Args:
        body: the list, in HTML.
        title: what the browser calls the page.
        lang: the language of the list.
        sources: what is listed.
    """
    spans = "\n".join(
        f'<span class="Z3988" title="{escape(coins(source))}"></span>'
        for source in sources
    )
    return f"""\
<!DOCTYPE html>
<html lang="{escape(lang)}">
<head>
<meta charset="utf-8">
<title>{escape(title)}</title>
</head>
<body>
{body}
{spans}
<script type="application/ld+json">
{json_ld(sources)}
</script>
</body>
</html>"""
