"""Make a web page of a list that programs can read too: COinS for each entry, and
schema.org for all.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from loccit.export.coins import coins
from loccit.export.schema_org import json_ld
from loccit.model import Source
from loccit.values.languages import read_language


def html_page(body: str, title: str, lang: str, sources: Sequence[Source]) -> str:
    """Make a whole document that declares UTF-8, which browsers and word processors
    need.

    Args:
        body: the list as HTML.
        title: the title in the browser's tab.
        lang: the language of the list.
        sources: the sources of the list.
    """
    spans = "\n".join(
        f'<span class="Z3988" title="{escape(coins(source))}"></span>'
        for source in sources
    )
    return f"""\
<!DOCTYPE html>
<html lang="{escape(read_language(lang))}">
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
